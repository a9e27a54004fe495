import type { IDataObject, INodeParameters } from 'n8n-workflow';

import trackSchema from '../../nodes/ValueRealization/__schema__/v1.0.0/plan/track.json';
import { milestones } from '../../shared/tables/milestones';
import { successPlans } from '../../shared/tables/successPlans';
import { EVENT, RECORDS, names, runPlan } from '../support/successPlan';
import { expectSchema } from '../support/valueRealization';

describe('track success plans', () => {
	const created = async () =>
		await runPlan({ operation: 'create', planTableColumns: true }, [EVENT], RECORDS);
	const track = async (asOf: string, plan: IDataObject, records: IDataObject[], over: INodeParameters = {}) =>
		await runPlan({ operation: 'track', asOf, ...over }, [plan], records);

	test('week 8: one criterion met, one missed, and the plan is at risk for it', async () => {
		const { plans, steps } = await created();
		const done = steps.map((row) =>
			String(row.due_on) <= '2025-01-20'
				? { ...row, status: 'done', done_at: `${String(row.due_on)}T10:00:00.000Z` }
				: row,
		);
		const usage = {
			account_id: 'tech',
			period: 'week',
			starts_on: '2025-01-13',
			active_users: 87,
			licensed_users: 100,
		};
		const fine = await track('2025-01-25', plans[0] ?? {}, [...done, usage]);
		expect(fine.plans[0]).toMatchObject({
			status: 'on_track',
			previous_status: 'active',
			changed: true,
			on_time_share: 1,
			progress_share: 0.7,
		});
		const week8 = fine.third.find(({ week, metric }) => week === 8 && metric === 'active_user_share');
		expect(week8).toMatchObject({ actual: 0.87, state: 'met', due_on: '2025-01-20' });
		const low = await track('2025-01-25', plans[0] ?? {}, [...done, { ...usage, active_users: 60 }]);
		expect(low.plans[0]).toMatchObject({ status: 'at_risk' });
		expect(low.plans[0]?.words).toMatch(/Users who are active: 0\.6, target 0\.8 in week 8/);
	});

	test('late milestones, a sponsor who left, and everything done', async () => {
		const { plans, steps } = await created();
		const [plan = {}] = plans;
		const late = await track('2024-12-12', plan, steps);
		expect(late.plans[0]).toMatchObject({ status: 'at_risk', overdue: 2 });
		expect(late.steps[0]).toMatchObject({ overdue: true, days_late: 10, on_time: null });
		const left = { contact_id: 'c2', account_id: 'tech', left_on: '2024-11-28' };
		expect((await track('2024-11-29', plan, [...steps, left])).plans[0]?.words).toMatch(
			/executive sponsor c2 left/,
		);
		expect((await track('2024-11-29', plan, steps)).plans[0]).toMatchObject({
			status: 'active',
			changed: false,
		});
		const done = steps.map((row) => ({ ...row, done_at: '2025-02-01T00:00:00.000Z' }));
		const complete = await track('2025-02-02', plan, done);
		expectSchema(complete.plans, trackSchema);
		expect(complete.plans[0]).toMatchObject({ status: 'completed', completed_on: '2025-02-01' });
		expect(complete.summary).toMatchObject({ completed: 1, on_time_share: 0.3 });
	});

	test('value comes from evidenced entries since the start, NPS from answers, the rest from measured rows', async () => {
		const criteria = [
			{ metric: 'nps', target: 8, week: 12 },
			{ metric: 'automated_share', target: 0.75, week: 12 },
		];
		const { plans, steps } = await runPlan({ operation: 'create' }, [{ ...EVENT, criteria }], RECORDS);
		const value = {
			entry_id: 'v',
			account_id: 'tech',
			kind: 'direct',
			period: '2025-01',
			base_minor: 9_500_000,
			currency: 'USD',
			formula: 'saved',
			evidence_json: '{"source":"s","inputs":{"saved":95000}}',
		};
		const { third, plans: tracked } = await track('2025-02-20', plans[0] ?? {}, [
			...steps.map((row) => ({ ...row, status: 'done' })),
			value,
			{ ...value, entry_id: 'claim', formula: null },
			{ ...value, entry_id: 'before', period: '2024-10' },
			{ ...value, entry_id: 'euro', currency: 'EUR' },
			{ answer_id: 'n', account_id: 'tech', kind: 'nps', score: 9, answered_at: '2025-02-01T00:00:00.000Z' },
			{ account_id: 'tech', metric: 'automated_share', value: 0.68, measured_on: '2025-02-10' },
		]);
		const last = third
			.filter(({ week }) => week === 12)
			.map(({ metric, actual, state }) => [metric, actual, state]);
		expect(last).toEqual([
			['nps', 9, 'met'],
			['automated_share', 0.68, 'missed'],
			['value_minor', 9_500_000, 'met'],
		]);
		expect(
			third.find(({ week, metric }) => week === 12 && metric === 'value_minor')?.achieved_rate,
		).toBeCloseTo(1.1176, 4);
		expect(tracked[0]?.status).toBe('completed');
	});

	test('only table columns, and rules of the user', async () => {
		const { plans, steps } = await created();
		const parameters = { planTableColumns: true, trackRules: { graceDays: 30, leastDecided: 9 } };
		const { plans: tracked, steps: rows } = await track('2024-12-12', plans[0] ?? {}, steps, parameters);
		expect(Object.keys(tracked[0] ?? {})).toEqual(names(successPlans.columns));
		expect(Object.keys(rows[0] ?? {})).toEqual(names(milestones.columns));
		expect(tracked[0]?.status).toBe('active');
		expect((await runPlan({ operation: 'track' }, [{ name: 'x' }])).summary).toMatchObject({
			plans: 0,
			skipped: 1,
		});
	});

	test('a status that is none is a fault of its plan alone', async () => {
		const { plans, steps } = await created();
		const [plan = {}] = plans;
		await expect(track('2024-11-29', { ...plan, status: 'great' }, steps)).rejects.toThrow(/"great"/);
		await expect(track('2024-11-29', plan, [{ ...steps[0], status: 'soon' }])).rejects.toThrow(/"soon"/);
		const both = [
			{ ...plan, status: 'great' },
			{ ...plan, status: 'On Track' },
		];
		const kept = await runPlan({ operation: 'track', asOf: '2024-11-29' }, both, steps, true);
		expect(kept.plans[0]?.error).toMatch(/great/);
		expect(kept.plans[1]).toMatchObject({ status: 'active' });
		expect(kept.summary).toMatchObject({ plans: 1, faulty: 1 });
	});
});
