import type { IExecuteFunctions } from 'n8n-workflow';

import type { BacktestOptions } from '../../../scoring/churn/Backtest';
import type { ScoreColumns } from '../../../scoring/churn/readScorePoints';
import { FRAMEWORK_SCORECARD, HEALTH_BANDS } from '../../../scoring/health/presets';
import { readRunDay, readWord } from './readRun';

export interface Backtesting {
	readonly columns: ScoreColumns & { readonly account: string };
	readonly options: BacktestOptions;
	/** Present weights of the parts, percent; of a part that is not in it nobody knows. */
	readonly weights: Readonly<Record<string, number>>;
	readonly seed: number;
}

interface EnteredOptions {
	accountField?: string;
	componentFields?: string;
	currency?: string;
	dayField?: string;
	seed?: number;
	valueField?: string;
}

/** Reads the panel of Backtest, once per run. */
export function readBacktesting(context: IExecuteFunctions): Backtesting {
	const entered = context.getNodeParameter('backtestOptions', 0, {}) as EnteredOptions;
	const score = readWord(context, 'scoreName');
	const threshold = readWord(context, 'threshold');
	const seed = Number(entered.seed ?? 1);
	const currency = (entered.currency ?? '').trim().toUpperCase();
	const parts = readParts(entered.componentFields ?? '');
	return {
		columns: {
			account: (entered.accountField ?? 'account_id').trim(),
			day: (entered.dayField ?? 'as_of_on').trim(),
			value: (entered.valueField ?? 'value').trim(),
			scoreName: score === '' ? null : score,
			components: parts.map(({ name }) => name),
		},
		weights: Object.fromEntries([
			...FRAMEWORK_SCORECARD.dimensions.map(({ id, weight }) => [id, 100 * weight] as const),
			...parts.flatMap(({ name, weight }) => (weight === null ? [] : [[name, weight] as const])),
		]),
		options: {
			asOfOn: readRunDay(context).day,
			score: score === '' ? (entered.valueField ?? 'score') : score,
			direction: context.getNodeParameter('riskIs', 0) as 'high' | 'low' | 'auto',
			// What is no number comes through as NaN, which the backtest refuses with the remedy.
			threshold: threshold === '' ? null : Number(threshold),
			mainHorizon: Number(context.getNodeParameter('mainHorizon', 0)),
			...(score === 'health' ? { bands: HEALTH_BANDS } : {}),
			currency: currency === '' ? null : currency,
			seed,
		},
		seed,
	};
}

/** "product_usage=30, engagement" as names with their present weights. */
function readParts(text: string): Array<{ name: string; weight: number | null }> {
	return text
		.split(',')
		.map((part) => part.split('='))
		.map(([name = '', weight]) => ({
			name: name.trim(),
			weight: weight === undefined ? NaN : Number(weight),
		}))
		.filter(({ name }) => name !== '')
		.map(({ name, weight }) => ({ name, weight: Number.isFinite(weight) ? weight : null }));
}
