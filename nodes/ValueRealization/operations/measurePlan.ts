import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../scoring/core/addDays';
import { isDay } from '../../../scoring/core/isDay';
import type { RateRow } from '../../../scoring/core/convertMoney';
import { numberIn } from '../../../scoring/measures/numberIn';
import type { Measurement } from '../../../scoring/value/Checkpoint';
import { periodRange } from '../../../scoring/measures/ledger/periodRange';
import { sumLedger } from '../../../scoring/measures/ledger/sumLedger';
import { VALUE_KINDS } from '../../../scoring/measures/ledger/valueKinds';
import { readDay } from '../../../shared/fields/readDay';
import { readEntry, textIn } from './readEntry';

export interface PlanFacts {
	readonly measurements: readonly IDataObject[];
	readonly usage: readonly IDataObject[];
	readonly surveyAnswers: readonly IDataObject[];
	readonly ledger: readonly IDataObject[];
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };

/** Day and week rows of cs_usage: active of licensed users, known at the end of their period. */
function usageShares(rows: readonly IDataObject[]): Measurement[] {
	return rows.flatMap((row) => {
		const [active, licensed] = [numberIn(row, 'active_users'), numberIn(row, 'licensed_users')];
		const days = DAYS[String(row.period)];
		const startsOn = readDay(row.starts_on);
		if (active === null || licensed === null || !(licensed > 0) || days === undefined || !isDay(startsOn))
			return [];
		return [
			{ metric: 'active_user_share', value: active / licensed, measuredOn: addDays(startsOn, days - 1) },
		];
	});
}

function answers(rows: readonly IDataObject[]): Measurement[] {
	return rows.flatMap((row) => {
		const value = numberIn(row, 'score');
		const measuredOn = readDay(row.answered_at);
		return value === null || !isDay(measuredOn) ? [] : [{ metric: String(row.kind), value, measuredOn }];
	});
}

/** Evidenced value since the start, added up as its periods end; only in the currency of the target. */
function ledgerValue(
	rows: readonly IDataObject[],
	startsOn: string,
	asOfOn: string,
	currency: string | null,
): Measurement[] {
	const rates: RateRow[] = [];
	const { entries } = sumLedger(rows.map(readEntry), {
		asOfOn,
		window: null,
		reportCurrency: null,
		rates,
		acknowledgedOnly: false,
	});
	const steps = entries
		.flatMap(({ entry, state, baseMinor }) => {
			const range = entry.period === null ? null : periodRange(entry.period);
			if (state !== 'counted' || baseMinor === null || range === null || range.fromOn < startsOn) return [];
			if (!VALUE_KINDS.includes(entry.kind ?? '')) return [];
			return currency === null || entry.currency === currency ? [{ on: range.toOn, amount: baseMinor }] : [];
		})
		.sort((a, b) => (a.on < b.on ? -1 : 1));
	let sum = 0;
	return steps.map(({ on, amount }) => ({ metric: 'value_minor', value: (sum += amount), measuredOn: on }));
}

/** Everything measured about an account that a criterion of its plan may ask for. */
export function measurePlan(
	facts: PlanFacts,
	startsOn: string | null,
	asOfOn: string,
	currency: string | null,
): Measurement[] {
	const own = facts.measurements.flatMap((row) => {
		const [metric, value, measuredOn] = [
			textIn(row, 'metric'),
			numberIn(row, 'value'),
			readDay(row.measured_on),
		];
		return metric === null || value === null || !isDay(measuredOn) ? [] : [{ metric, value, measuredOn }];
	});
	const value = startsOn === null ? [] : ledgerValue(facts.ledger, startsOn, asOfOn, currency);
	return [...usageShares(facts.usage), ...answers(facts.surveyAnswers), ...value, ...own];
}
