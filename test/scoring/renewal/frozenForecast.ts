import { forecastRenewals } from '../../../scoring/renewal/forecastRenewals';
import type { ForecastRow } from '../../../scoring/renewal/ForecastSnapshot';
import type { ForecastCase, ForecastCategory } from '../../../scoring/renewal/RenewalForecast';
import { settleRenewals } from '../../../scoring/renewal/settleRenewals';
import { snapshotForecast } from '../../../scoring/renewal/snapshotForecast';
import { line } from './bridgeLines';

export const MADE_ON = '2026-01-15';
const until = { asOfOn: MADE_ON, untilOn: '2026-03-31' };

/** A forecast of contracts of 1,000.00 due at the end of February 2026, frozen in the middle of January. */
export function forecastOf(
	cases: ReadonlyArray<readonly [id: string, probability: number | null, call: ForecastCategory | null]>,
): ForecastRow[] {
	const given = cases.map(
		([id, probability, call]): ForecastCase => ({
			contractId: `C-${id}`,
			accountId: id,
			arrMinor: 100_000,
			currency: 'USD',
			dueOn: '2026-02-28',
			probability,
			call,
			ownerId: 'jane',
			segment: 'smb',
			outcome: null,
			renewedMinor: null,
		}),
	);
	const forecast = forecastRenewals(given, {
		...until,
		limits: { commit: 0.9, mostLikely: 0.7, best: 0.4 },
		shockSd: 0,
		defaultProbability: null,
		reportCurrency: null,
		rates: [],
	});
	return snapshotForecast(forecast, { ...until, forecastId: 'f', modelVersion: '1', contracts: 'all' });
}

/** The line that falls due, and the one that renews it. */
export const ends = (id: string) =>
	line({ lineId: id, accountId: id, startsOn: '2025-03-01', endsOn: '2026-02-28' });
export const renews = (id: string, arrMinor = 100_000, recordedOn = '2026-02-20') =>
	line({
		lineId: `${id}2`,
		accountId: id,
		startsOn: '2026-03-01',
		endsOn: '2027-02-28',
		arrMinor,
		replacesLineId: id,
		recordedAt: Date.parse(`${recordedOn}T10:00:00Z`),
	});
export const settle = (lines: ReturnType<typeof line>[], asOfOn: string, churned: string[] = []) =>
	settleRenewals(lines, {
		fromOn: '2025-08-01',
		asOfOn,
		cut: Date.parse(`${asOfOn}T23:59:59Z`),
		graceDays: 30,
		traitsOf: () => ({ ownerId: 'jane', segment: 'smb' }),
		churnedOn: (id) => (churned.includes(id) ? '2026-03-01' : null),
	});
