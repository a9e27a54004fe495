import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { LifetimeOptions } from '../../../scoring/churn/Lifetime';
import { isDay } from '../../../scoring/core/isDay';
import { readDay } from '../../../shared/fields/readDay';
import { readRunDay, readWord } from './readRun';

/** Normal quantiles of two-sided intervals, by percent. */
const Z: Readonly<Record<number, number>> = {
	80: 1.2815515655446004,
	90: 1.6448536269514722,
	95: 1.959963984540054,
	99: 2.5758293035489004,
};

export interface LifetimeSettings extends LifetimeOptions {
	readonly groupBy: string;
	readonly horizonMonths: number;
	/** Percent. */
	readonly confidence: number;
}

interface EnteredOptions {
	confidence?: number;
	knownSinceColumn?: string;
	recordedSince?: unknown;
	staticColumns?: string;
}

/** Reads the panel of Estimate Lifetime, once per run. */
export function readLifetime(context: IExecuteFunctions): LifetimeSettings {
	const options = context.getNodeParameter('lifetimeOptions', 0, {}) as EnteredOptions;
	const confidence = Number(options.confidence ?? 90);
	const z = Z[confidence];
	if (z === undefined)
		throw new NodeOperationError(context.getNode(), `'Confidence' is ${confidence}, which is not offered`, {
			description: 'Choose 80, 90, 95 or 99.',
		});
	const since = readDay(options.recordedSince);
	const shown = String(since).slice(0, 40);
	if (since !== null && !isDay(since))
		throw new NodeOperationError(
			context.getNode(),
			`'Churns Recorded Since' is "${shown}", which is no day`,
			{ description: 'Enter a day such as 2023-01-01, or leave it empty.' },
		);
	return {
		asOfOn: readRunDay(context).day,
		groupBy: readWord(context, 'groupBy'),
		horizonMonths: Number(context.getNodeParameter('horizonMonths', 0)),
		confidence,
		z,
		recordedSince: since,
		knownSinceColumn: String(options.knownSinceColumn ?? '').trim(),
		staticColumns: String(options.staticColumns ?? '')
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== ''),
	};
}
