import type { IExecuteFunctions } from 'n8n-workflow';

import { isDay } from '../../../scoring/core/isDay';
import type { Issue } from '../../../scoring/core/issue';
import { defaultRenewalRates } from '../../../scoring/renewal/defaultRenewalRates';
import type { EstimateSettings } from '../../../scoring/renewal/estimateRenewal';
import { parseStages } from '../../../scoring/renewal/parseStages';
import type { RenewalSettings } from '../../../scoring/renewal/RenewalPlan';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { unwrap } from '../../../shared/n8n/unwrap';

interface PlanOptions {
	applyUplift?: boolean;
	businessDays?: boolean;
	calendarDays?: number;
	calendarName?: string;
	catchUpDays?: number;
	documents?: 'due' | 'none' | 'window';
	holidays?: string;
	monthToMonth?: boolean;
	noticeStages?: string;
	onlyTableColumns?: boolean;
	processDays?: number;
	rateAdvocacy?: number;
	rateCompetitive?: number;
	rateNps?: number;
	rateRoi?: number;
	reprice?: boolean;
	termMonths?: number;
}

interface LimitOptions {
	creditPercent?: number;
	discountPercent?: number;
	priceLockMonths?: number;
	termPercent?: number;
	totalPercent?: number;
}

/** Everything that is set of a plan. */
export interface PlanChoice {
	/** Without the portfolio's rate, which the records tell. */
	readonly settings: Omit<RenewalSettings, 'asOf'>;
	readonly documents: 'due' | 'none' | 'window';
	/** null: no process. */
	readonly processDays: number | null;
	/** null: as the present term. */
	readonly termMonths: number | null;
	readonly calendarDays: number;
	readonly calendarName: string;
	readonly onlyTableColumns: boolean;
}

/** Reads the parameters of Plan Renewals once; a stage or holiday that cannot be read stops the node. */
export function readPlanSettings(context: IExecuteFunctions): PlanChoice {
	const options = context.getNodeParameter('planOptions', 0, {}) as PlanOptions;
	const limits = context.getNodeParameter('limits', 0, {}) as LimitOptions;
	const node = context.getNode();
	const ends = unwrap(node, parseStages(context.getNodeParameter('stages', 0), 'end'), null);
	const notices = unwrap(node, parseStages(options.noticeStages ?? '', 'notice'), null);
	const deadline = { id: 'notice', counts: 'notice' as const, daysBefore: 0 };
	const standard = defaultRenewalRates();
	const share = (percent: number | undefined): number => (percent === undefined ? 0 : percent / 100);
	const [discountRate, termDiscountRate, creditRate] = [
		share(limits.discountPercent),
		share(limits.termPercent),
		share(limits.creditPercent),
	];
	return {
		settings: {
			stages: {
				rules: [...ends, ...notices.filter(({ daysBefore }) => daysBefore > 0), deadline],
				businessDays: options.businessDays ?? false,
				holidays: readHolidays(context, options.holidays ?? ''),
				monthToMonth: options.monthToMonth ?? false,
				catchUpDays: options.catchUpDays ?? 90,
			},
			estimate: {
				from: context.getNodeParameter('probabilityFrom', 0) as EstimateSettings['from'],
				rates: {
					roi: options.rateRoi ?? standard.roi,
					nps: options.rateNps ?? standard.nps,
					executiveAdvocacy: options.rateAdvocacy ?? standard.executiveAdvocacy,
					competitiveEvaluation: options.rateCompetitive ?? standard.competitiveEvaluation,
				},
				portfolioRate: null,
			},
			applyUplift: options.applyUplift ?? true,
			reprice: options.reprice ?? false,
			limits: {
				discountRate,
				termDiscountRate,
				creditRate,
				totalRate:
					limits.totalPercent === undefined
						? discountRate + termDiscountRate + creditRate
						: share(limits.totalPercent),
				priceLockMonths: limits.priceLockMonths ?? 0,
			},
		},
		documents: options.documents ?? 'window',
		processDays: options.processDays === 0 ? null : (options.processDays ?? 30),
		termMonths: options.termMonths === undefined || options.termMonths === 0 ? null : options.termMonths,
		calendarDays: options.calendarDays ?? 120,
		calendarName: options.calendarName ?? 'Renewals',
		onlyTableColumns: options.onlyTableColumns ?? false,
	};
}

function readHolidays(context: IExecuteFunctions, text: string): ReadonlySet<string> {
	const days = text.split(/[\s,;]+/).filter((day) => day !== '');
	const wrong = days.find((day) => !isDay(day));
	if (wrong !== undefined) {
		const issue: Issue = {
			code: 'bad-holiday',
			path: 'holidays',
			message: `'Holidays' has "${wrong}", which is no day.`,
			remedy: 'Enter days such as 2025-12-25 with commas between them.',
			severity: 'error',
		};
		throw toNodeError(context.getNode(), issue, null);
	}
	return new Set(days);
}
