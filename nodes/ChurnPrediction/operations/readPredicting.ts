import type { IExecuteFunctions } from 'n8n-workflow';

import type { AsOf } from '../../../shared/fields/readAsOf';
import { readRunDay, readWord } from './readRun';

/** What the panel of Predict Churn says. */
export interface Predicting {
	readonly asOf: AsOf;
	readonly runId: string | null;
	readonly rows: 'auto' | 'asGiven' | 'fromRecords';
	readonly modelId: string;
	readonly accountField: string;
	/** Percent. */
	readonly atRiskFrom: number;
	readonly untilPercent: number;
	/** Accounts are ordered by amounts in this currency. */
	readonly currency: string;
	/** How many accounts get reasons, most ARR to lose first. */
	readonly explained: number;
	readonly staleAfterDays: number;
	readonly includeInputFields: boolean;
	readonly onlyTableColumns: boolean;
}

interface EnteredOptions {
	accountField?: string;
	atRiskFrom?: number;
	currency?: string;
	explain?: 'all' | 'top' | 'none';
	explainLimit?: number;
	includeInputFields?: boolean;
	onlyTableColumns?: boolean;
	staleAfterDays?: number;
	untilPercent?: number;
}

/** Reads the panel of Predict Churn, once per run. */
export function readPredicting(context: IExecuteFunctions): Predicting {
	const options = context.getNodeParameter('options', 0, {}) as EnteredOptions;
	const { explain = 'top', explainLimit = 500 } = options;
	return {
		asOf: readRunDay(context),
		runId: readWord(context, 'runId') || null,
		rows: context.getNodeParameter('rows', 0) as Predicting['rows'],
		modelId: readWord(context, 'modelId'),
		accountField: (options.accountField ?? 'account_id').trim(),
		atRiskFrom: Number(options.atRiskFrom ?? 50),
		untilPercent: Number(options.untilPercent ?? 85),
		currency: (options.currency ?? '').trim().toUpperCase() || 'USD',
		explained: explain === 'all' ? Infinity : explain === 'none' ? 0 : Number(explainLimit),
		staleAfterDays: Number(options.staleAfterDays ?? 45),
		includeInputFields: options.includeInputFields ?? false,
		onlyTableColumns: options.onlyTableColumns ?? false,
	};
}
