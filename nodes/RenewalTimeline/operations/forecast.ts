import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { forecastRenewals } from '../../../scoring/renewal/forecastRenewals';
import type { ForecastOptions, ScopeForecast } from '../../../scoring/renewal/RenewalForecast';
import { snapshotForecast, type FrozenContracts } from '../../../scoring/renewal/snapshotForecast';
import { addMonths } from '../../../scoring/renewal/addMonths';
import { periodDays } from '../../../scoring/renewal/periodDays';
import { readPortfolio } from '../../../scoring/renewal/readPortfolio';
import { sortRenewalRecords } from '../../../scoring/renewal/sortRenewalRecords';
import { hash12 } from '../../../shared/hash12';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { readMoment } from '../readMoment';
import { readRows } from '../readRows';
import { addForecastHints } from './addForecastHints';
import { readCases } from './readCases';
import { writeDistribution } from './writeDistribution';
import { writeForecastSummary } from './writeForecastSummary';

const [FORECAST, DISTRIBUTION, SUMMARY] = [0, 1, 2];
const FROZEN_LIMIT = 2000;
const PERCENT = 100;

interface ForecastChoice {
	best?: number;
	callField?: string;
	commit?: number;
	shockSd?: number;
	contractRows?: FrozenContracts | 'auto';
	mostLikely?: number;
	onlyTableColumns?: boolean;
	defaultProbability?: number;
}

/** Renewals and records in; rows of cs_forecasts, distributions and a summary out. */
export function* forecastRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const moment = readMoment(context);
	const choice = context.getNodeParameter('forecastOptions', 0, {}) as ForecastChoice;
	const monthsAhead = Math.max(0, Math.trunc(Number(context.getNodeParameter('monthsAhead', 0, 12))));
	const report = String(context.getNodeParameter('reportCurrency', 0, ''))
		.trim()
		.toUpperCase();
	const records = sortRenewalRecords(readRows(context, 1).map(({ row }) => row));
	const read = readCases(readRows(context, 0), records, choice.callField ?? 'forecast_category', moment);
	yield* read.faults;

	const lastMonth = addMonths(`${moment.day.slice(0, 7)}-01`, monthsAhead).slice(0, 7);
	const unknown = choice.defaultProbability ?? -1;
	const options: ForecastOptions = {
		asOfOn: moment.day,
		untilOn: periodDays(lastMonth)?.untilOn ?? moment.day,
		limits: {
			commit: (choice.commit ?? 90) / PERCENT,
			mostLikely: (choice.mostLikely ?? 70) / PERCENT,
			best: (choice.best ?? 40) / PERCENT,
		},
		shockSd: choice.shockSd ?? 0,
		defaultProbability: unknown < 0 ? null : unknown / PERCENT,
		reportCurrency: report === '' ? null : report,
		rates: readPortfolio([], { records, scores: [], stages: [] }, moment.until).rates,
	};
	const forecast = forecastRenewals(read.cases, options);
	const { limits, shockSd, defaultProbability } = options;
	const modelVersion = `forecast-1.${hash12({ limits, shockSd, defaultProbability }).slice(0, 6)}`;
	const forecastId = `${moment.day}.${moment.runId ?? 'run'}`;
	const wanted = choice.contractRows ?? 'auto';
	const auto = forecast.cases.length <= FROZEN_LIMIT ? 'all' : 'calls';
	const contracts = wanted === 'auto' ? auto : wanted;
	const { asOfOn, untilOn } = options;
	for (const row of snapshotForecast(forecast, { forecastId, modelVersion, contracts, asOfOn, untilOn })) {
		const extra: IDataObject = choice.onlyTableColumns === true ? {} : { run_id: moment.runId };
		yield { json: { ...row, ...extra }, from: null, output: FORECAST };
	}
	const frame = { runId: moment.runId, asOfOn, untilOn, forecastId, modelVersion };
	for (const scope of forecast.scopes as readonly ScopeForecast[]) {
		yield { json: writeDistribution(scope, frame), from: null, output: DISTRIBUTION };
	}
	const counts = { read: items.length, faulty: read.faults.length, skipped: read.skipped };
	yield { json: writeForecastSummary(forecast, counts, frame), from: null, output: SUMMARY };
	addForecastHints(context, forecast, { ...counts, unknownCalls: read.unknownCalls, report });
}
