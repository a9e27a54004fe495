import { wordCount } from '../core/wordCount';
import type { DriftReport } from './Drift';
import type { Metrics } from './Metrics';
import type { Warning } from './Model';
import { warnStale } from './warnStale';

const LARGE_SHIFT = 0.25;
const FEW_EVENTS = 10;
const NAMED_FIELDS = 3;

export interface EvaluationSigns {
	readonly metrics: Metrics;
	readonly logLossSkill: number | null;
	readonly drift: DriftReport;
	/** Days since training; null: unknown. */
	readonly ageDays: number | null;
}

/**
 * What nobody may miss about a model measured on rows it had not seen: it tells no more than the base rate (weak-signal), its fields have shifted (drift, PSI
 * over 0.25), it is older than 45 days (stale), fewer than ten events to measure on (few-events).
 *
 * @example
 * warnEvaluation({ metrics: { rows: 50, events: 4, aucLow: 0.6 }, logLossSkill: 0.1, drift: { rows: 50, fields: [] }, ageDays: 120 }).map(({ code }) => code)
 * // => ['few-events', 'stale']
 */
export function warnEvaluation({ metrics, logLossSkill, drift, ageDays }: EvaluationSigns): Warning[] {
	const warnings: Warning[] = [];
	const { rows, events, aucLow } = metrics;
	if (events < FEW_EVENTS || rows - events < FEW_EVENTS) {
		warnings.push({
			code: 'few-events',
			text: `Only ${events} of ${wordCount(rows, 'row')} ${events === 1 ? 'has' : 'have'} the event: these figures can be luck. Measure again when at least ${FEW_EVENTS} have it and ${FEW_EVENTS} have not.`,
		});
	} else if ((logLossSkill !== null && logLossSkill <= 0) || (aucLow !== null && aucLow <= 0.5)) {
		warnings.push({
			code: 'weak-signal',
			text: 'On these rows the model tells no more than the base rate does: do not act on single probabilities. Train again on newer rows or with better fields.',
		});
	}
	const shifted = drift.fields.filter(({ psi }) => psi > LARGE_SHIFT);
	if (shifted.length > 0) {
		const named = shifted.slice(0, NAMED_FIELDS).map(({ name, psi }) => `${name} (PSI ${psi.toFixed(2)})`);
		const more = shifted.length > NAMED_FIELDS ? ` and ${shifted.length - NAMED_FIELDS} more` : '';
		warnings.push({
			code: 'drift',
			text: `${shifted.length} fields look different from training: ${named.join(', ')}${more}. Check their source, then train again.`,
		});
	}
	const stale = warnStale(ageDays);
	if (stale !== null) warnings.push(stale);
	return warnings;
}
