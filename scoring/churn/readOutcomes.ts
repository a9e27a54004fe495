import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { OutcomeRow } from './Backtest';

export interface ReadOutcomes {
	readonly outcomes: readonly OutcomeRow[];
	/** Rows left out, by reason. */
	readonly skipped: Readonly<Record<string, number>>;
}

/**
 * Reads rows of cs_outcomes. Rows without account or kind are left out and counted; everything else is judged where it is used.
 *
 * @example
 * readOutcomes([{ account_id: 'A', kind: 'Churned ', occurred_on: '2024-01-01' }, { kind: 'churned' }]).outcomes.map(({ kind }) => kind)
 * // => ['churned']
 */
export function readOutcomes(rows: readonly Row[]): ReadOutcomes {
	const outcomes: OutcomeRow[] = [];
	let incomplete = 0;
	for (const row of rows) {
		const { account_id, kind, occurred_on, known_at, currency } = row;
		if (account_id === null || account_id === undefined || account_id === '' || typeof kind !== 'string') {
			incomplete += 1;
			continue;
		}
		outcomes.push({
			account_id: String(account_id),
			kind: kind.trim().toLowerCase(),
			occurred_on:
				occurred_on instanceof Date && !Number.isNaN(occurred_on.getTime())
					? occurred_on.toISOString().slice(0, 10)
					: String(occurred_on ?? '').slice(0, 10),
			known_at:
				known_at instanceof Date || (typeof known_at === 'string' && known_at !== '') ? known_at : null,
			arr_change_minor: numberIn(row, 'arr_change_minor'),
			currency: typeof currency === 'string' && currency !== '' ? currency : null,
		});
	}
	return { outcomes, skipped: incomplete === 0 ? {} : { outcomeWithoutAccountOrKind: incomplete } };
}
