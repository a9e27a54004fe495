import type { IDataObject } from 'n8n-workflow';

import type { AccuracyLedger } from '../../../scoring/renewal/Accuracy';

/** One item per measure; `kind` says which: accuracy (WAPE, bias), conversion (and slippage), calls (person against model). */
export function writeAccuracy(
	ledger: AccuracyLedger,
	frame: { readonly runId: string | null; readonly asOfOn: string },
): IDataObject[] {
	const base = (kind: string, group: string, key: string | null): IDataObject => ({
		run_id: frame.runId,
		as_of_on: frame.asOfOn,
		kind,
		group,
		key,
	});
	return [
		...ledger.accuracy.map((row) => ({
			...base('accuracy', row.group, row.key),
			category: row.category,
			currency: row.currency,
			forecasts: row.forecasts,
			forecast_minor: row.forecastMinor,
			actual_minor: row.actualMinor,
			wape_rate: row.wape,
			bias_rate: row.bias,
			coverage_80_rate: row.coverage80,
		})),
		...ledger.conversions.map((row) => ({
			...base('conversion', 'category', row.category),
			category: row.category,
			currency: row.currency,
			contracts: row.contracts,
			forecast_minor: row.amountMinor,
			actual_minor: row.renewedMinor,
			conversion_rate: row.conversion,
			slipped_contracts: row.slippedContracts,
			slipped_minor: row.slippedMinor,
			slippage_rate: row.slippage,
			open_contracts: row.openContracts,
		})),
		...ledger.calls.map((row) => ({
			...base('calls', 'all', null),
			currency: row.currency,
			compared: row.compared,
			disagreed: row.disagreed,
			call_right: row.callRight,
			model_right: row.modelRight,
			call_right_minor: row.callRightMinor,
			model_right_minor: row.modelRightMinor,
			model_brier: row.modelBrier,
		})),
	];
}
