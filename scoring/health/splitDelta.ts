import { capLimit } from './capLimit';
import { rescorePoints } from './rescorePoints';
import { reweighTerms } from './reweighTerms';
import type { Scorecard } from './Scorecard';
import type { MeasuredTerm, ScoreSnapshot } from './snapshotScore';
import { wordDelta, type MeasureMove } from './wordDelta';

/** Why a score moved, in points. The four parts add up to the total within 1e-9; they are null together. */
export interface DeltaSplit {
	/** Current minus previous value; null when one of them is missing. */
	readonly total: number | null;
	/** Measures that were known both times and changed, and the field of a cap that changed. */
	readonly value: number | null;
	/** Other weights in the scorecard. */
	readonly weight: number | null;
	/** Other rubrics or caps, another scorecard, a manual override set, changed or ended. */
	readonly config: number | null;
	/** Measures newly known, no longer known, or counting differently because they aged. */
	readonly data: number | null;
	/** One sentence for a person. */
	readonly words: string;
}

/**
 * Splits the change of a score in steps, each changing one thing: the previous raw values are scored with the new rubrics and caps
 * (config), then with the new weights (weight), then with today's set of known measures (data), then with today's raw values (value).
 * A manual override that appears, changes or ends is config. Two scorecards without a measure in common make the whole change config.
 * `scorecard` is the current one. Without a previous score, without terms (a row of the history) or without a value now, the parts are null.
 *
 * @example
 * splitDelta({ value: 70, scorecardId: null, configHash: null, terms: null }, { value: 64, scorecardId: null, configHash: null, terms: [] }, FRAMEWORK_SCORECARD)
 * // => { total: -6, value: null, weight: null, config: null, data: null, words: 'fell 6' }
 */
export function splitDelta(
	previous: ScoreSnapshot | null,
	current: ScoreSnapshot,
	scorecard: Scorecard,
): DeltaSplit {
	const comparable = previous !== null && previous.value !== null && current.value !== null;
	const total = comparable ? (current.value as number) - (previous.value as number) : null;
	const nothing = { moves: [], lost: [], gained: [], configCause: '' };
	if (!comparable || previous.terms === null || current.terms === null) {
		const parts = { total, value: null, weight: null, config: null, data: null };
		return { ...parts, words: wordDelta({ ...parts, ...nothing }, scorecard) };
	}
	const before = measuredTerms(previous);
	const today = measuredTerms(current);
	const [heldBefore, heldToday] = [overrideTerm(previous), overrideTerm(current)];
	const changed = isOtherConfig(previous, current);
	const known = new Map(before.map((term) => [term[0], term]));
	const stays = today.filter(([id]) => known.has(id));
	const configCause = heldBefore === null && heldToday === null ? 'a changed scorecard' : 'a manual override';
	if ((heldBefore !== null && heldToday !== null) || (changed && stays.length === 0)) {
		const parts = { total, value: 0, weight: 0, config: total, data: 0 };
		return { ...parts, words: wordDelta({ ...parts, ...nothing, configCause }, scorecard) };
	}
	const steps = scoreSteps(previous, current, scorecard, changed);
	const held = (heldToday ?? 0) - (heldBefore ?? 0);
	const parts = {
		total,
		value: steps.today - steps.data,
		weight: steps.weight - steps.config,
		config: steps.config - steps.recorded + held,
		data: steps.data - steps.weight,
	};
	const moves = stays.map(([id, to, earned, weight]): MeasureMove => {
		const from = known.get(id)?.[1] ?? null;
		return { id, from, to, effect: weight * (earned - (steps.rescored.get(id) ?? earned)) };
	});
	const still = new Set(today.map(([id]) => id));
	const lost = before.flatMap(([id]) => (still.has(id) ? [] : [id]));
	const gained = today.flatMap(([id]) => (known.has(id) ? [] : [id]));
	return { ...parts, words: wordDelta({ ...parts, moves, lost, gained, configCause }, scorecard) };
}

interface Steps {
	/** Scores without override: as recorded, with new rubrics and caps, new weights, today's set of measures, today's values. */
	readonly recorded: number;
	readonly config: number;
	readonly weight: number;
	readonly data: number;
	readonly today: number;
	/** Points of the previous raw values under today's rubrics, by measure. */
	readonly rescored: ReadonlyMap<string, number>;
}

function scoreSteps(
	previous: ScoreSnapshot,
	current: ScoreSnapshot,
	scorecard: Scorecard,
	changed: boolean,
): Steps {
	const before = measuredTerms(previous);
	const now = measuredTerms(current);
	const todays = new Map(now.map((term) => [term[0], term]));
	const rescored = new Map(
		before.map((term) => {
			const [id, value, points] = term;
			return [id, changed ? rescorePoints(scorecard, term) : (sameValue(todays.get(id), value) ?? points)];
		}),
	);
	const knowsCaps = changed || previous.capValues !== undefined;
	const limit = knowsCaps ? capLimit(scorecard, previous) : recordedLimit(previous);
	const capped = (base: number): number => Math.min(limit, base);
	const pointsOf = (id: string): number => rescored.get(id) ?? 0;

	const recorded = (previous.value ?? 0) - (overrideTerm(previous) ?? 0);
	const config = changed ? capped(sum(before.map(([id, , , weight]) => weight * pointsOf(id)))) : recorded;
	const weights = changed ? reweighTerms(scorecard, before) : null;
	const reweighed = before.map(([id]) => (weights?.get(id) ?? 0) * pointsOf(id));
	const weight = weights === null || weights.size === 0 ? config : capped(sum(reweighed));
	const data = capped(sum(now.map(([id, , earned, share]) => share * (rescored.get(id) ?? earned))));
	const today = (current.value ?? 0) - (overrideTerm(current) ?? 0);
	return { recorded, config, weight, data, today, rescored };
}

/** Today's points where the raw value did not change: rounding in the stored row must not look like a movement. */
function sameValue(term: MeasuredTerm | undefined, value: number | string | null): number | null {
	return term !== undefined && term[1] === value ? term[2] : null;
}

function measuredTerms({ terms }: ScoreSnapshot): MeasuredTerm[] {
	return (terms ?? []).flatMap(([id, value, points, weight, contribution]) =>
		points === null || weight === null ? [] : [[id, value, points, weight, contribution] as const],
	);
}

/** Points that a manual override adds, or null without one. */
function overrideTerm({ terms }: ScoreSnapshot): number | null {
	return terms?.find(([id, , points]) => id === 'override' && points === null)?.[4] ?? null;
}

/** The score at which a cap held the account, or 100. */
function recordedLimit(snapshot: ScoreSnapshot): number {
	const cap = snapshot.terms?.find(([id, , points]) => id !== 'override' && points === null);
	return cap ? cap[4] + sum(measuredTerms(snapshot).map((term) => term[4])) : 100;
}

function isOtherConfig(previous: ScoreSnapshot, current: ScoreSnapshot): boolean {
	const differs = (left: string | null, right: string | null): boolean =>
		left !== null && right !== null && left !== right;
	return (
		differs(previous.configHash, current.configHash) || differs(previous.scorecardId, current.scorecardId)
	);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
