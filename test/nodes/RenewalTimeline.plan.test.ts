import { AS_OF, contract, records, run } from './renewalPlanRun';

describe('plan renewals', () => {
	test('the trained churn model goes before base rates, a churn rule does not, and the row says which', async () => {
		const churn = { score: 'churn', account_id: 'techcorp', value: 12, low: 8, high: 20, as_of_on: AS_OF };
		const trained = await run([[contract()], records, [{ ...churn, model_version: 'm-7' }], null]);
		expect(trained.renewals[0]).toMatchObject({
			value: 88,
			low: 80,
			high: 92,
			probability_source: 'model',
			model_version: 'm-7',
		});
		const ruled = await run([[contract()], records, [{ ...churn, model_version: 'churn-rule-1' }], null]);
		expect(ruled.renewals[0]).toMatchObject({ value: 94, probability_source: 'base_rates' });
		const only = await run([[contract()], records, null, null], { probabilityFrom: 'model' });
		expect(only.renewals[0]).toMatchObject({ value: null, band: null, probability_source: null });
	});

	test('the run before tells what changed', async () => {
		const first = await run([[contract()], records, null, null], { asOf: '2024-11-01' });
		const { renewals } = await run([[contract()], records, [{ ...first.renewals[0], value: 90 }], null]);
		expect(renewals[0]).toMatchObject({ delta: 4, trend: 'improving' });
		const sameDay = [{ ...first.renewals[0], value: 90, as_of_on: AS_OF }];
		const again = await run([[contract()], records, sameDay, null]);
		expect(again.renewals[0]).toMatchObject({ delta: null, trend: null });
	});

	test('further contracts of an account have a score of their own', async () => {
		const other = contract({ contract_id: 'C-9', ends_on: '2025-06-30', starts_on: '2024-07-01' });
		const { renewals } = await run([[other, contract()], records, null, null]);
		expect(renewals.map(({ score, contract_id }) => [score, contract_id])).toEqual([
			['renewal.C-9', 'C-9'],
			['renewal', 'C-1'],
		]);
		expect(renewals[0]?.warnings).toEqual(expect.arrayContaining([expect.stringContaining('overlaps C-1')]));
	});

	test('an account with renewal_on and no contract is planned by that day', async () => {
		const row = { account_id: 'a', name: 'Acme', renewal_on: '2025-03-31', arr_minor: 1200, currency: 'EUR' };
		const { renewals } = await run([[row], null, null, null]);
		expect(renewals[0]).toMatchObject({
			contract_id: 'account:a',
			name: 'Acme',
			days_to_end: 127,
			arr_minor: 1200,
			currency: 'EUR',
			value: null,
		});
	});

	test('faulty contracts stop the node with what to do, or are marked under Continue On Fail', async () => {
		const rows = [
			contract(),
			contract({ contract_id: 'C-2', ends_on: 'soon' }),
			contract(),
			{ color: 'red' },
		];
		await expect(run([rows, null, null, null])).rejects.toThrow(
			'ends_on of contract C-2 is "soon", which is no day.',
		);
		const { renewals, hints } = await run([rows, null, null, null], {}, true);
		expect(renewals.map(({ contract_id, error }) => [contract_id, error ?? null])).toEqual([
			['C-2', 'ends_on of contract C-2 is "soon", which is no day.'],
			['C-1', 'Contract C-1 came in twice; the first row is planned.'],
			['C-1', null],
		]);
		expect(hints[0]).toContain('skipped 1, faulty 2');
	});

	test('a stage that is no number stops the node', async () => {
		await expect(run([[contract()], null, null, null], { stages: '90, soon' })).rejects.toThrow(
			"'soon' is no stage",
		);
		const wrong = { planOptions: { holidays: '2025-13-01' } };
		await expect(run([[contract()], null, null, null], wrong)).rejects.toThrow('2025-13-01');
	});

	test('the calendar and the summary come as one item each', async () => {
		const { calendar, summary } = await run([[contract()], records, null, null], { asOf: '2025-03-20' });
		expect(calendar).toHaveLength(1);
		expect(calendar[0]).toMatchObject({ file_name: 'renewals.ics', mime_type: 'text/calendar', events: 5 });
		expect(String(calendar[0]?.ics)).toContain('SUMMARY:TechCorp: contract ends');
		expect(summary[0]).toMatchObject({
			read: 1,
			planned: 1,
			due: 1,
			in_window: 1,
			stages_said: 4,
			stages_late: 4,
			tasks: 5,
		});
		expect(summary[0]?.details).toMatchObject({
			states: { in_window: 1 },
			due_by_currency: [{ currency: 'USD', arr_minor: 87_500_000, contracts: 1 }],
		});
	});

	test('today is the day where the account is', async () => {
		const late = { asOf: '2025-01-30T02:00:00Z', stages: '60' };
		const zoned = (time_zone: string) => [{ account_id: 'techcorp', time_zone }];
		const west = await run([[contract()], zoned('America/New_York'), null, null], late);
		const east = await run([[contract()], zoned('Asia/Tokyo'), null, null], late);
		expect([west.stages.length, east.stages.length]).toEqual([0, 1]);
		expect([west.renewals[0]?.days_to_end, east.renewals[0]?.days_to_end]).toEqual([61, 60]);
	});
});
