import type { IDataObject } from 'n8n-workflow';

import { type ChurnRun, runChurn } from './churnPrediction';
import { churnPortfolio, PORTFOLIO_END } from './churnPortfolio';

const { accounts, records } = churnPortfolio(45);
const RATE = { day_on: '2025-01-01', from_currency: 'EUR', to_currency: 'USD', rate: 2 };

export const portfolioAccounts = accounts;
/** History without rates. */
export const portfolioRecords = records;
/** History and the rate of the euro. */
export const everything: IDataObject[] = [...records, RATE];

export interface PredictSetup {
	readonly items?: readonly IDataObject[];
	readonly records?: readonly IDataObject[];
	readonly history?: readonly IDataObject[];
	readonly parameters?: IDataObject;
	readonly continueOnFail?: boolean;
}

let trained: Promise<IDataObject[]> | null = null;

async function trainOnce(): Promise<IDataObject[]> {
	const built = await runChurn('build', [accounts, null, records], {
		asOf: PORTFOLIO_END,
		staticColumns: 'industry',
	});
	const parameters = { asOf: PORTFOLIO_END, learner: 'lr', newModelId: 'm1' };
	return (await runChurn('train', [built.rows[0] ?? []], parameters)).rows[0] ?? [];
}

/** Predicts the portfolio with the model `m1`, which was trained on its own snapshots. */
export async function predictPortfolio(setup: PredictSetup = {}): Promise<ChurnRun> {
	const model = await (trained ??= trainOnce());
	return await runChurn(
		'predict',
		[setup.items ?? accounts, model, setup.records ?? everything, setup.history ?? []],
		{ asOf: PORTFOLIO_END, runId: 'run-2', ...setup.parameters },
		setup.continueOnFail,
	);
}
