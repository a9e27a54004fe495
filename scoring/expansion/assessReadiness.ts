import { mean } from '../core/mean';
import { roundHalfUp } from '../core/roundHalfUp';
import type { Readiness, ReadinessDimension, ReadinessItem } from './Opportunity';
import type { ReadinessRule } from './readinessRules';

const DIMENSIONS: readonly ReadinessDimension[] = [
	'stakeholder',
	'budget_timeline',
	'technical',
	'competitive',
];

/** Facts by name; null or absent: not observed. `readiness_<dimension>` (0 to 100) is a judgement and goes before what is measured. */
export type ReadinessFacts = Readonly<Record<string, number | string | null>>;

/**
 * Readiness in four dimensions, 0 to 100 each: the mean of what the observed facts earn, or the judged `readiness_<dimension>`. Confidence is the
 * equal mean of the observed dimensions, rounded half up (91, 87, 94, 83 are 88.75, so 89). What is not observed is left out and lowers
 * coverage, never the mean; nothing observed is null.
 *
 * @example
 * assessReadiness({ readiness_stakeholder: 91, readiness_budget_timeline: 87, readiness_technical: 94, readiness_competitive: 83 }, []).confidence
 * // => 89
 */
export function assessReadiness(facts: ReadinessFacts, rules: readonly ReadinessRule[]): Readiness {
	const assess = (dimension: ReadinessDimension) => {
		const fact = `readiness_${dimension}`;
		const given = facts[fact] ?? null;
		const judged = given === null ? null : Number(given);
		if (judged !== null && judged >= 0 && judged <= 100)
			return { value: judged, items: [{ fact, value: judged, points: judged }] };
		const items = rules.flatMap((rule): ReadinessItem[] => {
			const value = rule.dimension === dimension ? (facts[rule.fact] ?? null) : null;
			const points = value === null ? null : pointsOf(value, rule.points);
			return value === null || points === null ? [] : [{ fact: rule.fact, value, points }];
		});
		return { value: mean(items.map(({ points }) => points)), items };
	};
	const dimensions = {
		stakeholder: assess('stakeholder'),
		budget_timeline: assess('budget_timeline'),
		technical: assess('technical'),
		competitive: assess('competitive'),
	};
	const known = DIMENSIONS.map((id) => dimensions[id].value).filter((value) => value !== null);
	const average = mean(known);
	return {
		dimensions,
		mean: average,
		confidence: average === null ? null : roundHalfUp(average),
		coverage: known.length / DIMENSIONS.length,
	};
}

/** null: an answer nobody knows, or text where a number is needed. */
function pointsOf(value: number | string, points: ReadinessRule['points']): number | null {
	if (!Array.isArray(points)) return (points as Readonly<Record<string, number>>)[String(value)] ?? null;
	const line = points as readonly (readonly [number, number])[];
	const number = typeof value === 'number' ? value : Number(value);
	const [first, last] = [line[0], line.at(-1)];
	if (first === undefined || last === undefined || !Number.isFinite(number)) return null;
	if (number <= first[0]) return first[1];
	for (let at = 1; at < line.length; at++) {
		const [x0, y0] = line[at - 1] as readonly [number, number];
		const [x1, y1] = line[at] as readonly [number, number];
		if (number <= x1) return y0 + ((y1 - y0) * (number - x0)) / (x1 - x0);
	}
	return last[1];
}
