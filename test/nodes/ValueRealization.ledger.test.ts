import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ValueRealization/__schema__/v1.0.0/value/ledger.json';
import { entry, expectSchema, LEDGER, runValue } from '../support/valueRealization';

describe('check value ledger', () => {
	test('every entry with its state, totals per currency, promised against realised', async () => {
		const target = entry('t', 'target', 340, {
			evidence_json: '{"source":"plan"}',
			formula: null,
			low_minor: null,
			high_minor: null,
		});
		const euro = entry('e', 'direct', 100, {
			currency: 'EUR',
			evidence_json: { source: 's', inputs: { thousand: '100' } },
		});
		const bad = entry('b', 'direct', 5, { formula: 'thousand * 1001' });
		const { outputs } = await runValue({ operation: 'ledger', reportCurrency: 'usd' }, [
			{ records: [...LEDGER, target] },
			euro,
			bad,
		]);
		const [entries, totals, outcomes, [summary]] = outputs as [
			IDataObject[],
			IDataObject[],
			IDataObject[],
			IDataObject[],
		];
		expect(entries.map(({ state }) => state)).toEqual([
			'counted',
			'counted',
			'counted',
			'counted',
			'counted',
			'excluded',
		]);
		expectSchema(entries, schema);
		expect(entries[5]).toMatchObject({ computed_minor: 500_500, why: expect.stringMatching(/gives 500500/) });
		expect(totals.filter(({ kind }) => kind === 'value')).toMatchObject([
			{ currency: 'EUR', base_minor: 10_000_000, converted: false },
			{ currency: 'USD', base_minor: 163_500_000, converted: false },
			{ currency: 'USD', base_minor: null, converted: true, reason: 'No total in USD: no rate from EUR.' },
		]);
		expect(totals.filter(({ kind }) => kind === 'unevidenced')).toMatchObject([{ base_minor: 500_000 }]);
		expect(outcomes).toMatchObject([
			{ outcome: null, target_minor: 34_000_000, realised_minor: 163_500_000, met: true },
		]);
		expect(summary).toMatchObject({ counted: 5, excluded: 1, reasons: { 'entry-differs': 1 } });
	});
});
