/** Version of the rule; it changes when the same facts would give another risk. A trained model is its own version. */
export const RULE_VERSION = 'churn-rule-1';
