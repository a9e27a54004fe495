import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { SIGNAL_RULES } from '../../../scoring/expansion/signalRules';
import type { SignalRule } from '../../../scoring/expansion/Signal';
import type { Issue } from '../../../scoring/core/issue';
import { hash12 } from '../../../shared/hash12';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { readRun, wordsOf, type Run } from './readRun';

/** Version of the detection; it changes when the same input would give another result. */
export const MODEL_VERSION = 'expansion-1';

export interface Detecting extends Run {
	readonly rules: readonly SignalRule[];
	readonly fixBelow: number;
	readonly saveFrom: number;
	readonly leastStrength: number;
	readonly leastTogether: number;
	readonly cycleDays: number;
	readonly restDays: number;
	readonly onlyTableColumns: boolean;
	readonly configHash: string;
}

/** A signal that has faded to less than this share of a full one is not shown. */
const LEAST_STRENGTH = 0.25;

/** The configuration of a run, read once. */
export function readDetecting(context: IExecuteFunctions): Detecting {
	const run = readRun(context);
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const leaveOut = wordsOf(options.leaveOut);
	const known = SIGNAL_RULES.map(({ id }) => id);
	const wrong = leaveOut.find((id) => !known.includes(id));
	if (wrong !== undefined) throw toNodeError(context.getNode(), noSignal(wrong, known), null);
	const settings = {
		fixBelow: Number(options.fixBelow ?? 70),
		saveFrom: Number(options.saveFrom ?? 60),
		leastStrength: LEAST_STRENGTH,
		leastTogether: Number(options.leastTogether ?? 0.5),
		cycleDays: Number(options.cycleDays ?? 90),
		restDays: Number(options.restDays ?? 90),
	};
	const rules = SIGNAL_RULES.filter(({ id }) => !leaveOut.includes(id));
	const configHash = hash12({ ...settings, products: run.products, rules: rules.map(({ id }) => id) });
	return {
		...run,
		...settings,
		rules,
		configHash,
		onlyTableColumns: options.onlyTableColumns === true,
	};
}

const noSignal = (id: string, known: readonly string[]): Issue => ({
	code: 'unknown-signal',
	path: 'options.leaveOut',
	message: `'Leave Out Signals' names "${id}", which is no signal.`,
	remedy: `Use IDs out of: ${known.join(', ')}.`,
	severity: 'error',
});
