import { BUSINESS_SIGNALS } from './businessSignals';
import { ORGANISATIONAL_SIGNALS } from './organisationalSignals';
import { RELATIONSHIP_SIGNALS } from './relationshipSignals';
import type { RiskFamilyId, SignalRule } from './RuleRisk';
import { USAGE_SIGNALS } from './usageSignals';

/**
 * The transparent rule, all of it: 35 usage, 30 relationship, 20 business, 15 organisational (project choice: what is measured every week
 * and leads counts most). The families and most signals are those of the seed's catalogue; change a weight or a curve here and nowhere else.
 */
export const SIGNAL_RULES: readonly SignalRule[] = [
	...USAGE_SIGNALS,
	...RELATIONSHIP_SIGNALS,
	...BUSINESS_SIGNALS,
	...ORGANISATIONAL_SIGNALS,
];

/** In the order they are shown. */
export const RISK_FAMILIES: ReadonlyArray<{ readonly id: RiskFamilyId; readonly label: string }> = [
	{ id: 'usage', label: 'Usage' },
	{ id: 'relationship', label: 'Relationship' },
	{ id: 'business', label: 'Business' },
	{ id: 'organisational', label: 'Organisation' },
];

/** Below this share of the weight there is no risk: too little is known. */
export const LEAST_COVERAGE = 0.3;
