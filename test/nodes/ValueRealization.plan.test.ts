import type { IDataObject } from 'n8n-workflow';

import createSchema from '../../nodes/ValueRealization/__schema__/v1.0.0/plan/create.json';
import { milestones } from '../../shared/tables/milestones';
import { successPlans } from '../../shared/tables/successPlans';
import { tasks } from '../../shared/tables/tasks';
import { EVENT, RECORDS, names, runPlan } from '../support/successPlan';
import { expectSchema } from '../support/valueRealization';

describe('create success plan', () => {
	test('people, dates, criteria and the kick-off of a deal that was won', async () => {
		const { plans, steps, third, summary } = await runPlan({ operation: 'create' }, [EVENT], RECORDS);
		expectSchema(plans, createSchema);
		expect(plans).toMatchObject([
			{
				account_id: 'tech',
				kind: 'onboarding',
				status: 'active',
				csm_id: 'p2',
				contact_id: 'c1',
				sponsor_id: 'c2',
				starts_on: '2024-11-25',
				ends_on: '2025-02-17',
				kickoff_on: '2024-12-02',
				existing: false,
			},
		]);
		const details = plans[0]?.details as { criteria: IDataObject[]; risks: IDataObject[] };
		expect(details.criteria.map(({ metric, week }) => [metric, week])).toEqual([
			['active_user_share', 8],
			['nps', 12],
			['value_minor', 12],
		]);
		expect(details.risks).toEqual([]);
		expect(steps).toHaveLength(10);
		expect(steps[0]).toMatchObject({ due_on: '2024-12-02', owner_id: 'p2', status: 'open', rev: 1 });
		expect(third).toMatchObject([
			{ title: 'Kick-off with TechCorp', owner_id: 'p2', due_at: '2024-12-02T00:00:00.000Z' },
		]);
		expect(summary).toMatchObject({ created: 1, drafts: 0, faulty: 0 });
	});

	test('the same event gives the same ids, in one run, in another, and out of the inbox', async () => {
		const inbox = { event_id: 'evt-1', account_id: 'tech', payload_json: JSON.stringify(EVENT) };
		const first = await runPlan({ operation: 'create' }, [EVENT, EVENT, inbox], RECORDS);
		expect(first.plans).toHaveLength(1);
		expect(first.summary).toMatchObject({ 'same event twice': 2 });
		const again = await runPlan({ operation: 'create', asOf: '2024-12-20' }, [inbox], RECORDS);
		expect(again.plans[0]?.plan_id).toBe(first.plans[0]?.plan_id);
		expect(again.steps.map(({ milestone_id }) => milestone_id)).toEqual(
			first.steps.map(({ milestone_id }) => milestone_id),
		);
		expect(again.third[0]?.effect_key).toBe(first.third[0]?.effect_key);
		const other = await runPlan({ operation: 'create' }, [{ ...EVENT, event_id: 'evt-2' }], RECORDS);
		expect(other.plans[0]?.plan_id).not.toBe(first.plans[0]?.plan_id);
	});

	test('a plan that is there comes back unchanged, with only the milestones that are missing and no second task', async () => {
		const first = await runPlan({ operation: 'create', planTableColumns: true }, [EVENT], RECORDS);
		const stored = { ...first.plans[0], status: 'at_risk', csm_id: 'p1' };
		const busy = [...RECORDS, stored, ...first.steps.slice(0, 9)];
		const again = await runPlan({ operation: 'create', planTableColumns: true }, [EVENT], busy);
		expect(again.plans).toEqual([stored]);
		expect(again.third).toEqual([]);
		expect(again.steps.map(({ milestone_id }) => milestone_id)).toEqual([first.steps[9]?.milestone_id]);
	});

	test('rows are those of their tables', async () => {
		const { plans, steps, third } = await runPlan(
			{ operation: 'create', planTableColumns: true },
			[EVENT],
			RECORDS,
		);
		expect(Object.keys(plans[0] ?? {})).toEqual(names(successPlans.columns));
		expect(Object.keys(steps[0] ?? {})).toEqual(names(milestones.columns));
		expect(Object.keys(third[0] ?? {})).toEqual(names(tasks.columns));
	});

	test('work is shared out: two events do not go to the same person', async () => {
		const events = ['a', 'b', 'c'].map((id) => ({ ...EVENT, event_id: id, account_id: `new-${id}` }));
		const { plans } = await runPlan({ operation: 'create' }, events, RECORDS);
		expect(plans.map(({ csm_id }) => csm_id)).toEqual(['p2', 'p1', 'p2']);
	});

	test('the team of both sides stands in the plan, with the trades that the event asks for', async () => {
		const implementation_team = [
			{ side: 'ours', role: 'solution_architect', count: 3 },
			{ role: 'change_management_lead', contact_id: 'c9' },
			{ side: 'ours', role: '' },
		];
		const { plans } = await runPlan({ operation: 'create' }, [{ ...EVENT, implementation_team }], RECORDS);
		const detail = JSON.parse(String(plans[0]?.detail_json)) as { implementation_team: IDataObject[] };
		expect(detail.implementation_team.map(({ side, role, id, count }) => [side, role, id, count])).toEqual([
			['ours', 'csm', 'p2', 1],
			['ours', 'executive_oversight', null, 1],
			['customer', 'primary_contact', 'c1', 1],
			['customer', 'executive_sponsor', 'c2', 1],
			['customer', 'technical_lead', 'c1', 1],
			['ours', 'solution_architect', null, 3],
			['customer', 'change_management_lead', 'c9', 1],
		]);
	});

	test('a baseline may stand in the ledger, and an industry "other" asks for no skill', async () => {
		const event = { ...EVENT, baseline: undefined, industry: 'Other' };
		const baseline = { entry_id: 'b', account_id: 'tech', kind: 'baseline' };
		const risks = async (records: IDataObject[]) => {
			const { plans } = await runPlan({ operation: 'create' }, [event], records);
			return (plans[0]?.details as { risks: IDataObject[] }).risks.map(({ id }) => id);
		};
		expect(await risks(RECORDS)).toEqual(['no-baseline']);
		expect(await risks([...RECORDS, baseline])).toEqual([]);
	});

	test('the kind comes from the event, else from the deal, else from the node', async () => {
		const kindOf = async (over: IDataObject) =>
			(await runPlan({ operation: 'create', planKind: 'advocacy' }, [{ ...EVENT, ...over }], RECORDS))
				.plans[0]?.kind;
		expect(await kindOf({ plan_kind: 'Renewal', kind: 'new' })).toBe('renewal');
		expect(await kindOf({ kind: 'new' })).toBe('onboarding');
		expect(await kindOf({ kind: 'upsell' })).toBe('advocacy');
	});

	test.each<[string, IDataObject, RegExp]>([
		['without an id', { event_id: null }, /no event_id/],
		['without an account', { account_id: '' }, /names no account/],
		['of an unknown kind', { plan_kind: 'party' }, /"party"/],
		['signed on no day', { signed_on: '2024-02-30' }, /2024-02-30/],
	])('an event %s is a fault of its own', async (_, over, message) => {
		await expect(runPlan({ operation: 'create' }, [{ ...EVENT, ...over }], RECORDS)).rejects.toThrow(message);
		const { plans } = await runPlan({ operation: 'create' }, [{ ...EVENT, ...over }, EVENT], RECORDS, true);
		expect(plans[0]?.error).toMatch(message);
		expect(plans[1]?.status).toBe('active');
	});

	test('without people or a day it is a draft, and says so', async () => {
		const { plans, third, hints } = await runPlan({ operation: 'create' }, [{ ...EVENT, signed_on: null }]);
		expect(plans[0]).toMatchObject({ status: 'draft', csm_id: null, starts_on: null });
		expect(third).toEqual([]);
		expect(hints).toMatch(/cs_people/);
	});
});
