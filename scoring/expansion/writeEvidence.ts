import type { FoundOpportunity, ReadinessDimension } from './Opportunity';
import type { EvidenceRow } from './Signal';

/** A cell as a short list: table, key, column, value. */
const cell = ({ table, key, column, value }: EvidenceRow) => [table, key, column, value];
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * Why an opportunity is there, as it stands in evidence_json: signals with the table cells they were read from, how the amount, the
 * probability and the confidence came about, what blocks it and what is next. Same finding, same bytes.
 *
 * @param discoveredOn YYYY-MM-DD on which it was first found
 * @param alternativeTo id of the opportunity that counts in its place; null: none
 *
 * @example
 * JSON.parse(writeEvidence({ signals: [], strength: 0.5, product: null, sizing: { formula: null, rows: [], reason: 'no price' }, readiness: { dimensions: {}, confidence: null, coverage: 0 }, probability: { value: 0.2, basis: 'base_rate', baseRate: 0.4, words: '' }, blockers: [], nextSteps: [] }, '2026-01-15', null)).discovered_on
 * // => '2026-01-15'
 */
export function writeEvidence(
	found: FoundOpportunity,
	discoveredOn: string,
	alternativeTo: string | null,
): string {
	const { readiness, probability, sizing, product } = found;
	const dimensions = Object.entries(readiness.dimensions) as [
		ReadinessDimension,
		FoundOpportunity['readiness']['dimensions'][ReadinessDimension],
	][];
	return JSON.stringify({
		discovered_on: discoveredOn,
		alternative_to: alternativeTo,
		strength: exact(found.strength),
		signals: found.signals.map((signal) => ({
			id: signal.rule.id,
			label: signal.rule.label,
			words: signal.words,
			strength: exact(signal.liveStrength),
			value: signal.value,
			baseline: signal.baseline,
			observed_on: signal.observedOn,
			rows: signal.current.map(cell),
		})),
		product:
			product === null ? null : { id: product.product.productId, fit: product.fit, words: product.words },
		sizing: {
			product_id: sizing.productId,
			basis: sizing.basis ?? null,
			formula: sizing.formula,
			reason: sizing.reason,
			rows: sizing.rows.map(cell),
		},
		readiness: Object.fromEntries(
			dimensions.map(([id, { value, items }]) => [
				id,
				{ value, of: items.map(({ fact, value: seen, points }) => [fact, seen, exact(points)]) },
			]),
		),
		confidence: readiness.confidence,
		coverage: readiness.coverage,
		probability: { basis: probability.basis, value: exact(probability.value), words: probability.words },
		blockers: found.blockers.map(({ code, text, remedy }) => ({ code, text, remedy })),
		next_steps: found.nextSteps.map(({ what, who, dueOn, horizon }) => ({
			what,
			who,
			due_on: dueOn,
			horizon,
		})),
	});
}
