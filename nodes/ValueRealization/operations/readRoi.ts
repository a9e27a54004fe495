import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { RateRow } from '../../../scoring/core/convertMoney';
import { lastQuarters } from '../../../scoring/measures/ledger/lastQuarters';
import { lastYear } from '../../../scoring/value/lastYear';
import { periodRange, type DayRange } from '../../../scoring/measures/ledger/periodRange';
import { hash12 } from '../../../shared/hash12';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { readRates } from './readRates';
import { groupBy, readRecords, type Records } from './readRecords';
import { readRun, type Run } from './readRun';

export interface RoiSetting {
	readonly run: Run;
	readonly records: Records;
	readonly ledger: ReadonlyMap<string, IDataObject[]>;
	readonly rates: readonly RateRow[];
	readonly ratesHash: string;
	readonly valueFrom: 'fields' | 'ledger';
	readonly valueField: string;
	readonly costFrom: 'field' | 'ledger' | 'price' | 'priceAndLedger';
	readonly costField: string;
	/** null: all. */
	readonly window: DayRange | null;
	readonly acknowledgedOnly: boolean;
	readonly onlyTableColumns: boolean;
	readonly discountRate: number;
	readonly growth: number;
	readonly years: number;
}

interface Options {
	acknowledgedOnly?: boolean;
	discountRate?: number;
	growth?: number;
	onlyTableColumns?: boolean;
	years?: number;
}

/** The parameters and records of Measure ROI, read once. */
export function readRoi(context: IExecuteFunctions): RoiSetting {
	const run = readRun(context);
	const records = readRecords(context);
	const rates = readRates(records.rates);
	const text = (name: string): string => String(context.getNodeParameter(name, 0, ''));
	const options = context.getNodeParameter('roiOptions', 0, {}) as Options;
	const valueFrom = text('valueFrom') as RoiSetting['valueFrom'];
	const period = valueFrom === 'ledger' ? text('period') : 'last12';
	let window: DayRange | null = null;
	if (period === 'last12') window = lastYear(run.day);
	if (period === 'quarters') window = lastQuarters(run.day);
	if (period === 'own') {
		const own = text('ownPeriod');
		window = periodRange(own);
		if (window === null) {
			const issue = {
				code: 'own-period',
				path: 'ownPeriod',
				message: `'Own Period' is "${own}", which is no period.`,
				remedy:
					'Enter a year (2025), a quarter (2025-Q3), a month (2025-07) or two days with a slash between.',
				severity: 'error',
			};
			throw toNodeError(context.getNode(), issue, null);
		}
	}
	return {
		run,
		records,
		ledger: groupBy(records.ledger, 'account_id'),
		rates,
		ratesHash: hash12(rates),
		valueFrom,
		valueField: valueFrom === 'fields' ? text('valueField') : '',
		costFrom: text('costFrom') as RoiSetting['costFrom'],
		costField: text('costField'),
		window,
		acknowledgedOnly: options.acknowledgedOnly ?? false,
		onlyTableColumns: options.onlyTableColumns ?? false,
		discountRate: options.discountRate ?? 0.1,
		growth: options.growth ?? 0,
		years: Math.max(1, Math.min(20, Math.floor(options.years ?? 3))),
	};
}
