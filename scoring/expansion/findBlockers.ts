import { roundHalfUp } from '../core/roundHalfUp';
import type { Measures } from '../measures/Records';
import type { ReadinessFacts } from './assessReadiness';
import type { Blocker } from './Opportunity';
import type { ExpansionType } from './Signal';

export interface BlockerInput {
	/** Rounded or not, 0 to 100; null: not scored. */
	readonly health: number | null;
	/** Risk of churn, 0 to 100; null: not scored. */
	readonly churn: number | null;
	readonly measures: Measures;
	readonly facts: ReadinessFacts;
	/** Health under which to fix first; the seed's line is 70. */
	readonly fixBelow: number;
	/** Churn risk from which to save first. */
	readonly saveFrom: number;
}

const POOR_PAYER = 50;
const URGENT_HOURS = 48;

/**
 * What must be put right before anybody sells: health under the line ("fix first"), a high risk of churn, an urgent ticket older than
 * 48 h, bad payment, no budget, a customer who said no to an upgrade, a lost renewal. What is not observed blocks nothing.
 *
 * @example
 * findBlockers('upsell', { health: 62.4, churn: null, measures: {}, facts: {}, fixBelow: 70, saveFrom: 60 })[0].text
 * // => 'Health is 62, under 70: fix first'
 */
export function findBlockers(type: ExpansionType, input: BlockerInput): Blocker[] {
	const { health, churn, measures, facts, fixBelow, saveFrom } = input;
	const blockers: Blocker[] = [];
	const add = (code: string, text: string, remedy: string) => blockers.push({ code, text, remedy });
	if (health !== null && roundHalfUp(health) < fixBelow) {
		const text = `Health is ${roundHalfUp(health)}, under ${fixBelow}: fix first`;
		add('health', text, 'Work on what lowers the health score before offering more');
	}
	if (churn !== null && churn >= saveFrom) {
		add('churn', `Churn risk is ${roundHalfUp(churn)} of 100: save first`, 'Start the retention playbook');
	}
	const hours = numberOf(measures.urgent_ticket_hours?.value);
	if (hours !== null && hours > URGENT_HOURS) {
		const text = `An urgent ticket is open for ${Math.floor(hours)} hours`;
		add('urgent_ticket', text, 'Have the ticket solved and tell the customer');
	}
	const payer = numberOf(facts.payment_history_score);
	if (payer !== null && payer < POOR_PAYER) {
		add('payment', `Invoices are paid late (${Math.round(payer)} of 100)`, 'Settle open invoices first');
	}
	if (facts.budget_qualification === 'no_budget') {
		add('budget', 'There is no budget', 'Find out when the next budget is made and come back then');
	}
	if (type === 'upgrade' && measures.upgrade_readiness?.value === 'not_interested') {
		add('not_interested', 'The customer said no to an upgrade', 'Ask what would have to change');
	}
	if (measures.renewal_deal?.value === 'lost') {
		add('renewal_lost', 'The renewal was lost', 'Win the renewal back first');
	}
	return blockers;
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
