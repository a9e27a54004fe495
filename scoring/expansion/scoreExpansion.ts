import { roundHalfUp } from '../core/roundHalfUp';
import { ANY_TIER_RATE } from './baseRates';
import type { ExpansionScore } from './ExpansionScore';
import type { FoundOpportunity } from './Opportunity';
import type { OpportunityRow } from './OpportunityRow';

/** An open opportunity with its row. */
export interface OpenOpportunity {
	readonly found: Pick<FoundOpportunity, 'type' | 'probability' | 'readiness' | 'signals' | 'blockers'>;
	readonly row: Pick<OpportunityRow, 'opportunity_id' | 'probability'>;
}

/** More often sold than not. */
const HIGH_FROM = 50;
/** The seed's share of all accounts that expand: from here on the account is above the usual. */
const MEDIUM_FROM = 100 * ANY_TIER_RATE;
const STABLE_POINTS = 2;
const REASONS = 3;

/**
 * How likely an account buys more, 0 to 100: the probability in percent of the likeliest of its open opportunities that nothing blocks (of all where
 * everything is blocked). Not "at least one of them": that would need them to be independent, and they are not, as they share
 * one readiness, one champion and often one signal; the likeliest alone is a number a seller finds in the list again, and "at least one" is never
 * less. The probability in the row counts, so what a seller set goes first.
 *
 * Bands by the rounded value: high from 50, medium from 22 (the seed's share of all accounts that expand), low. `low` and `high` are the least and
 * most that unobserved readiness allows; null where a seller or a trained model set the probability, which have no such bounds.
 * Confidence by the coverage of readiness: high from 0.75, medium from 0.5 or by a model, low. Trend against the last run of an earlier day: 2 points or
 * more are a change (project choice, as in renewals). null: there is no open opportunity with a probability.
 *
 * @param previous value of the run before; null: none
 *
 * @example
 * scoreExpansion([{ found: { type: 'upsell', probability: { value: 0.31, basis: 'base_rate', low: 0.3, high: 0.35 }, readiness: { coverage: 0.75 }, signals: [{ words: '97 of 100 seats used' }], blockers: [] }, row: { opportunity_id: 'o', probability: 0.31 } }], 25).reason
 * // => 'One opportunity is open, upsell with 31 %: 97 of 100 seats used.'
 */
export function scoreExpansion(
	open: readonly OpenOpportunity[],
	previous: number | null,
): ExpansionScore | null {
	const known = open.filter(({ row }) => row.probability !== null);
	const free = known.filter(({ found }) => found.blockers.length === 0);
	const best = (free.length > 0 ? free : known).reduce<OpenOpportunity | null>(
		(likeliest, one) => (likeliest === null || chanceOf(one) > chanceOf(likeliest) ? one : likeliest),
		null,
	);
	if (best === null) return null;
	const { probability, readiness } = best.found;
	const value = percent(chanceOf(best));
	const isOurs = Math.abs(chanceOf(best) - probability.value) <= 5e-5;
	const delta = previous === null ? null : Math.round((value - previous) * 1e8) / 1e8;
	return {
		value,
		band: bandOf(roundHalfUp(value)),
		low: isOurs && probability.low !== null ? Math.min(value, bound(probability.low)) : null,
		high: isOurs && probability.high !== null ? Math.max(value, bound(probability.high)) : null,
		coverage: readiness.coverage,
		confidence: confidenceOf(readiness.coverage, isOurs && probability.basis === 'model'),
		trend: delta === null ? null : trendOf(delta),
		delta,
		reason: reasonOf(best, isOurs, wordOthers(open)),
		basis: isOurs ? probability.basis : 'seller',
		opportunityId: best.row.opportunity_id,
		blocked: best.found.blockers.length > 0,
	};
}

const chanceOf = ({ row }: OpenOpportunity): number => row.probability as number;
const percent = (rate: number): number => Math.round(rate * 1e10) / 1e8;
/** As fine as the probability of a row, which has four decimals. */
const bound = (rate: number): number => percent(Math.round(rate * 1e4) / 1e4);

const bandOf = (rounded: number): ExpansionScore['band'] =>
	rounded >= HIGH_FROM ? 'high' : rounded >= MEDIUM_FROM ? 'medium' : 'low';

const trendOf = (delta: number): ExpansionScore['trend'] =>
	delta >= STABLE_POINTS ? 'improving' : delta <= -STABLE_POINTS ? 'declining' : 'stable';

function confidenceOf(coverage: number, byModel: boolean): ExpansionScore['confidence'] {
	if (coverage >= 0.75) return 'high';
	return byModel || coverage >= 0.5 ? 'medium' : 'low';
}

/** What the likeliest is one of. */
function wordOthers(open: readonly OpenOpportunity[]): string {
	if (open.length === 1) return 'One opportunity is open,';
	const blocked = open.filter(({ found }) => found.blockers.length > 0).length;
	const rest = blocked > 0 && blocked < open.length ? ' that is not blocked' : '';
	return `The likeliest of ${open.length} open opportunities${rest} is`;
}

function reasonOf({ found, row }: OpenOpportunity, isOurs: boolean, which: string): string {
	const type = found.type.replace(/_/g, ' ');
	const chance = `${roundHalfUp(100 * (row.probability as number))} %${isOurs ? '' : ', as a seller judged it'}`;
	const why = found.signals.slice(0, REASONS).map(({ words }) => words);
	const blocked = found.blockers.map(({ text }) => ` ${text}.`).join('');
	return `${which} ${type} with ${chance}${why.length === 0 ? '' : `: ${why.join('; ')}`}.${blocked}`;
}
