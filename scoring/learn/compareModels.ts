import type { Outcome } from '../core/issue';
import { wordCount } from '../core/wordCount';
import { checkLabels } from './checkLabels';
import { comparePaired } from './comparePaired';
import type { Comparison } from './Evaluation';
import type { TrainedModel } from './Model';
import { predictTable } from './predictTable';
import type { RawTable } from './RawTable';
import type { Steps } from './Steps';

/** As in `measureMetrics`, so that one wrong certainty is no infinite loss. */
const CLIP = 1e-15;
const LEAST_EVENTS = 5;

/**
 * Whether a challenger should replace the champion: both predict the same labelled rows (newest ones neither was trained on), the difference of their
 * log-losses is taken row by row, and the challenger is promoted only if the mean difference exceeds one standard error, counted by account where
 * `groups` are given, on at least five rows with and five without the event. Without a champion (null) the challenger has to beat its own base rate.
 */
export function* compareModels(
	champion: TrainedModel | null,
	challenger: TrainedModel,
	table: RawTable,
	labels: Uint8Array,
	options: { readonly groups?: Int32Array | null } = {},
): Steps<Outcome<Comparison>> {
	const issues = checkLabels(table, labels);
	if (issues.length > 0) return { ok: false, issues };
	const theirs = yield* predictTable(challenger, table);
	if (!theirs.ok) return theirs;
	const ours = champion === null ? null : yield* predictTable(champion, table);
	if (ours !== null && !ours.ok) return ours;
	yield { stage: 'comparing the models', done: 0, total: 1 };

	const rows = labels.length;
	const differences = new Float64Array(rows);
	let events = 0;
	let [championLoss, challengerLoss] = [0, 0];
	for (let row = 0; row < rows; row++) {
		const label = labels[row] as number;
		const before = lossAt(ours === null ? challenger.base.rate : (ours.value[row] as number), label);
		const after = lossAt(theirs.value[row] as number, label);
		events += label;
		championLoss += before / rows;
		challengerLoss += after / rows;
		differences[row] = before - after;
	}
	const { mean, standardError, clusters } = comparePaired(differences, options.groups ?? null);
	const enough = Math.min(events, rows - events) >= LEAST_EVENTS;
	const promote = enough && standardError !== null && mean > standardError;
	return {
		ok: true,
		value: {
			rows,
			events,
			clusters,
			championLogLoss: championLoss,
			challengerLogLoss: challengerLoss,
			difference: mean,
			standardError,
			promote,
			text: word(champion === null ? 'the base rate' : 'the champion', {
				rows,
				events,
				mean,
				standardError,
				promote,
			}),
		},
		warnings: [...theirs.warnings, ...(ours?.warnings ?? [])],
	};
}

function lossAt(probability: number, label: number): number {
	const told = label === 1 ? probability : 1 - probability;
	return -Math.log(Math.min(Math.max(told, CLIP), 1 - CLIP));
}

function word(
	rival: string,
	found: { rows: number; events: number; mean: number; standardError: number | null; promote: boolean },
): string {
	const { rows, events, mean, standardError, promote } = found;
	if (Math.min(events, rows - events) < LEAST_EVENTS || standardError === null) {
		return `The challenger stays a challenger: ${wordCount(rows, 'row')} with ${wordCount(events, 'event')} are too few to tell it from ${rival}, at least ${LEAST_EVENTS} with and ${LEAST_EVENTS} without are needed.`;
	}
	const size = `${Math.abs(mean).toFixed(4)} (standard error ${standardError.toFixed(4)})`;
	if (promote) {
		return `Promote the challenger: its log-loss is ${size} below that of ${rival} on the same ${rows} rows, more than one standard error.`;
	}
	return mean > 0
		? `Keep ${rival}: the challenger's log-loss is only ${size} lower on the same ${rows} rows, which may be chance.`
		: `Keep ${rival}: the challenger's log-loss is ${size} higher on the same ${rows} rows.`;
}
