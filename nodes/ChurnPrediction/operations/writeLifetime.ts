import type { IDataObject } from 'n8n-workflow';

import type {
	AccountLifetime,
	CurveMonth,
	GroupLifetime,
	LifetimeReport,
} from '../../../scoring/churn/Lifetime';
import { addDays } from '../../../scoring/core/addDays';
import type { SurvivalShare } from '../../../scoring/learn/SurvivalCurve';
import type { LifetimeSettings } from './readLifetime';

const EPOCH = '1970-01-01';
const ALL = 'All accounts';

const dayOf = (day: number | null): string | null => (day === null ? null : addDays(EPOCH, day));

const rangeOf = (name: string, share: SurvivalShare | null): IDataObject => ({
	[name]: share?.value ?? null,
	[`${name}_low`]: share?.low ?? null,
	[`${name}_high`]: share?.high ?? null,
});

/** The item of an account that is there today. */
export function writeLifetime(told: AccountLifetime, settings: LifetimeSettings): IDataObject {
	const { present, ageMonths, basis, basisText, ahead, atContractEnd, reasons, text } = told;
	return {
		account_id: present.accountId,
		as_of_on: settings.asOfOn,
		group: present.group,
		started_on: dayOf(present.startDay),
		age_months: ageMonths,
		basis,
		basis_text: basisText,
		...Object.assign({}, ...ahead.map(({ days, share }) => rangeOf(`survival_${days}d`, share))),
		median_days_left: told.medianDaysLeft,
		seen_days_left: told.seenDaysLeft,
		expected_days_left: told.expectedDaysLeft,
		expected_within_months: settings.horizonMonths,
		contract_ends_on: dayOf(present.contractEndDay),
		...rangeOf('survival_contract_end', atContractEnd),
		leaves_on: dayOf(present.leavesDay),
		reason: reasons.length === 0 ? null : reasons.join(' '),
		text,
	};
}

/** The item of a month of a curve. */
export function writeCurveMonth(
	{ group, month, atRisk, churned, survival, low, high }: CurveMonth,
	{ asOfOn, groupBy }: LifetimeSettings,
): IDataObject {
	return {
		as_of_on: asOfOn,
		group_by: group === null ? null : groupBy,
		group: group ?? ALL,
		month,
		at_risk: atRisk,
		churned,
		survival,
		survival_low: low,
		survival_high: high,
	};
}

/** The item that says how long accounts stay, of all flat, of the groups in `details`. */
export function writeLifetimeSummary(
	{ accounts, all, groups, hazard, read }: LifetimeReport,
	settings: LifetimeSettings,
	warnings: readonly string[],
): IDataObject {
	return {
		as_of_on: settings.asOfOn,
		accounts: accounts.length,
		...figuresOf(all),
		horizon_months: settings.horizonMonths,
		confidence_percent: settings.confidence,
		group_by: settings.groupBy || null,
		basis: all.medianText === null && accounts.every(({ basis }) => basis === null) ? null : basisOf(hazard),
		basis_text: hazard.text,
		churns_recorded_since: read.recordedSince,
		text: all.text,
		warnings: [...warnings],
		details: {
			groups: groups.map((told) => ({ group: told.group, ...figuresOf(told), text: told.text })),
			left_out: { ...read.skipped },
			came_back: read.cameBack,
			watched_late: read.lateEntries,
			model: {
				columns: [...hazard.columns],
				gain: hazard.held?.mean ?? null,
				standard_error: hazard.held?.standardError ?? null,
				accounts: hazard.held?.clusters ?? null,
			},
		},
	};
}

const basisOf = ({ used }: LifetimeReport['hazard']): string => (used ? 'hazard' : 'kaplan_meier');

const figuresOf = (told: GroupLifetime): IDataObject => ({
	lives: told.lives,
	churned: told.churned,
	...rangeOf('churn_rate_year', told.churnRateYear),
	...rangeOf('retention', told.retention),
	median_months: told.medianMonths,
	median_months_low: told.medianLow,
	median_months_high: told.medianHigh,
	median_text: told.medianText,
});
