import type { RenewalOutcome, ScoredContract } from './Accuracy';
import type { ForecastRow } from './ForecastSnapshot';
import { parseScope } from './parseScope';
import type { ForecastCategory } from './RenewalForecast';

/**
 * Puts the rows of a frozen contract together (its category, its expected value) with what became of it: the same contract falling due in the month
 * that was forecast, or else the next time after it. Contracts of which no outcome is known are left out.
 *
 * @example
 * traceContracts([{ forecast_id: 'f', scope: 'contract:C/model', made_on: '2025-01-01', period: '2025-03', category: 'commit', currency: 'USD', amount_minor: 9 }], [{ contractId: 'C', dueOn: '2025-03-31', currency: 'USD' }])[0].category
 * // => 'commit'
 */
export function traceContracts(
	rows: readonly ForecastRow[],
	outcomes: readonly RenewalOutcome[],
): ScoredContract[] {
	const byContract = new Map<string, RenewalOutcome[]>();
	for (const outcome of outcomes) {
		const list = byContract.get(outcome.contractId);
		if (list === undefined) byContract.set(outcome.contractId, [outcome]);
		else list.push(outcome);
	}
	const frozen = new Map<
		string,
		{ category: ForecastRow | null; called: boolean; weighted: ForecastRow | null }
	>();
	for (const row of rows) {
		const scope = parseScope(row.scope, row.category);
		if (scope?.dimension !== 'contract') continue;
		const key = JSON.stringify([row.forecast_id, scope.key]);
		const entry = frozen.get(key) ?? { category: null, called: false, weighted: null };
		if (scope.what === 'weighted') entry.weighted = row;
		else {
			entry.category = row;
			entry.called = scope.what === 'call';
		}
		frozen.set(key, entry);
	}
	return [...frozen].flatMap(([key, { category, called, weighted }]) => {
		const row = category ?? weighted;
		const contractId = (JSON.parse(key) as [string, string])[1];
		if (row === null) return [];
		const outcome = (byContract.get(contractId) ?? [])
			.filter(({ dueOn, currency }) => dueOn.slice(0, 7) >= row.period && currency === row.currency)
			.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
		if (outcome === undefined) return [];
		return [
			{
				forecastId: row.forecast_id,
				madeOn: row.made_on,
				contractId,
				period: row.period,
				category: (category?.category ?? null) as ForecastCategory | null,
				called,
				currency: row.currency,
				amountMinor: category?.amount_minor ?? outcome.dueMinor,
				weightedMinor: weighted?.amount_minor ?? null,
				outcome,
			},
		];
	});
}
