import type { IDataObject } from 'n8n-workflow';

import type { Signal } from '../../../scoring/expansion/Signal';
import { MODEL_VERSION, type Detecting } from './readDetecting';

/** One item per signal: what was seen, against what, over which time, how strongly, and in which cells of which table it can be looked up. */
export function writeSignals(
	accountId: string,
	signals: readonly Signal[],
	detecting: Detecting,
): IDataObject[] {
	return signals.map((signal) => {
		const { rule, statistic, current, before } = signal;
		const last = current.at(-1);
		return {
			run_id: detecting.runId,
			account_id: accountId,
			as_of_on: detecting.day,
			signal: rule.id,
			label: rule.label,
			family: rule.family,
			kind: signal.type,
			source: rule.source,
			strength: signal.liveStrength,
			strength_when_seen: signal.strength,
			half_life_days: rule.halfLifeDays,
			observed_on: signal.observedOn,
			value: typeof signal.value === 'number' ? signal.value : null,
			answer: typeof signal.value === 'string' ? signal.value : null,
			baseline: signal.baseline,
			change: signal.change,
			unit: signal.unit,
			from_on: signal.from,
			to_on: signal.to,
			method: statistic.method,
			z: statistic.z,
			p_value: statistic.pValue,
			n: statistic.n,
			words: signal.words,
			// The seed's prompts offer the next tier, so they are for those who can take it.
			prompt: signal.type === 'upgrade' ? (rule.prompt?.words ?? null) : null,
			prompt_timing: signal.type === 'upgrade' ? (rule.prompt?.timing ?? null) : null,
			table: last?.table ?? null,
			key_json: last === undefined ? null : JSON.stringify(last.key),
			column: last?.column ?? null,
			model_version: MODEL_VERSION,
			config_hash: detecting.configHash,
			details: {
				aggregate: signal.aggregate,
				factor: signal.factor,
				current,
				before,
				demand: signal.demand ?? null,
			} as unknown as IDataObject,
		};
	});
}
