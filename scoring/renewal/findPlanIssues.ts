import type { Issue } from '../core/issue';
import { wordCount } from '../core/wordCount';
import type { RenewalPlan } from './RenewalPlan';

const NONE: readonly Issue[] = [];

/**
 * What about a contract somebody should correct, as warnings: an unknown time zone, a missing end, an automatic renewal without a term, an
 * uplift that is no rate, lines that end apart or have no amount, currencies without a rate, overlapping contracts.
 *
 * @example
 * findPlanIssues({ contract: { contractId: 'C-1', autoRenew: null, upliftRate: 5 }, today: { known: true }, state: 'upcoming', due: false, term: {}, amount: {}, overlaps: [] }).map((issue) => issue.code)
 * // => ['bad-uplift']
 */
export function findPlanIssues(plan: Omit<RenewalPlan, 'issues'>): readonly Issue[] {
	const { contract, amount, term, state, due, today } = plan;
	if (isClean(plan)) return NONE;
	const name = `Contract ${contract.contractId}`;
	const issues: Issue[] = [];
	const warn = (code: string, path: string, message: string, remedy: string): void => {
		issues.push({ code, path, message, remedy, severity: 'warning' });
	};
	if (!today.known) {
		const zone = String(plan.account?.timeZone);
		warn(
			'bad-time-zone',
			'time_zone',
			`${name}: the time zone "${zone}" of the account is not known, so its day is that of UTC.`,
			'Enter an IANA name such as Europe/Berlin.',
		);
	}
	if (state === 'no_end_date') {
		warn(
			'no-end-date',
			'ends_on',
			`${name} has neither an end nor a term, so nothing can be planned.`,
			'Enter ends_on, or term_months beside starts_on; for a contract without end auto_renew or notice_days.',
		);
	}
	if (
		contract.autoRenew === true &&
		term.months === null &&
		term.endsOn !== null &&
		term.endsOn < today.day
	) {
		warn(
			'no-term',
			'term_months',
			`${name} renews automatically, but nobody knows for how long.`,
			'Enter term_months.',
		);
	}
	if (!isRate(contract.upliftRate)) {
		warn(
			'bad-uplift',
			'uplift_rate',
			`${name} has an uplift of ${contract.upliftRate}, which is no rate from -1 to 1, so it is left out.`,
			'Enter 0.05 for 5 %.',
		);
	}
	if (!due) return issues;
	if (amount.arrMinor === null) {
		const why =
			amount.notConverted.length > 0
				? `there is no rate from ${amount.notConverted.join(', ')} to ${amount.currency}`
				: 'no line with an amount ends with it';
		warn(
			'no-amount',
			'arr_minor',
			`${name} has no amount: ${why}.`,
			'Send its rows of cs_contract_lines with arr_minor and currency, and cs_rates where currencies differ, to Records.',
		);
	}
	if (amount.withoutAmount > 0 && amount.arrMinor !== null) {
		warn(
			'partial-amount',
			'arr_minor',
			`${name} has ${wordCount(amount.withoutAmount, 'line')} without an amount, so its sum is too low.`,
			'Fill arr_minor of all lines.',
		);
	}
	if (amount.apart.length > 0) {
		const lines = amount.apart.map(({ lineId, endsOn }) => `${lineId} on ${endsOn}`).join(', ');
		warn(
			'lines-apart',
			'ends_on',
			`${name}: lines end on a day of their own and are not in its amount (${lines}).`,
			'Co-term them, or plan them as a contract of their own.',
		);
	}
	if (plan.overlaps.length > 0) {
		warn(
			'overlap',
			'previous_contract_id',
			`${name} overlaps ${plan.overlaps.join(', ')} of the same account.`,
			'If one renews the other, enter previous_contract_id; else nothing has to be done.',
		);
	}
	return issues;
}

/** Most contracts have nothing to correct; they are told apart before any sentence is made. */
function isClean({
	contract,
	amount,
	term,
	state,
	due,
	today,
	overlaps,
}: Omit<RenewalPlan, 'issues'>): boolean {
	if (!today.known || state === 'no_end_date' || !isRate(contract.upliftRate)) return false;
	if (contract.autoRenew === true && term.months === null) return false;
	if (!due) return true;
	const whole = amount.arrMinor !== null && amount.withoutAmount === 0 && amount.apart.length === 0;
	return whole && overlaps.length === 0;
}

const isRate = (rate: number | null): boolean => rate === null || (rate > -1 && rate <= 1);
