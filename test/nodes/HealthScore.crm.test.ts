import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { HealthScore } from '../../nodes/HealthScore/HealthScore.node';
import { strictContext } from '../support/strictContext';

const ACCOUNTS: readonly IDataObject[] = [
	{ account_id: 'hubspot:1', name: 'Acme', renewal_on: '2027-05-19' },
	{ account_id: 'hubspot:2', name: 'Bolt', renewal_on: '2026-12-01' },
	{ account_id: 'hubspot:3', name: 'Core' },
];
const RECORDS: readonly IDataObject[] = [
	{ account_id: 'hubspot:1', contact_id: 'c1', title: 'CEO', last_contact_at: '2026-11-18T08:00:00.000Z' },
	{ account_id: 'hubspot:1', contact_id: 'c2', title: 'CTO' },
	{ account_id: 'hubspot:1', contact_id: 'c3', title: 'Clerk' },
	{ account_id: 'hubspot:1', interaction_id: 'm1', kind: 'meeting', occurred_at: '2026-12-02T08:00:00.000Z' },
	{ account_id: 'hubspot:1', opportunity_id: 'o1', kind: 'expansion', status: 'open' },
	{ account_id: 'hubspot:1', ticket_id: 't1', status: 'closed', opened_at: '2026-11-01T08:00:00.000Z' },
];

async function score(
	parameters: INodeParameters,
	accounts: readonly IDataObject[] = ACCOUNTS,
	records: readonly IDataObject[] = RECORDS,
) {
	const { run, hints } = strictContext({
		nodeType: new HealthScore(),
		parameters: { operation: 'score', scorecard: 'crm', asOf: '2026-11-20T06:00:00.000Z', ...parameters },
		inputs: [accounts, null, [{ records: [...records] }]],
	});
	const [items = []] = await run();
	return { rows: items.map((item) => item.json), hints: hints.map((hint) => hint.message) };
}

test('scores accounts from what a CRM holds and says what it could not see', async () => {
	const { rows, hints } = await score({});
	expect(rows.map((row) => [row.account_id, row.rounded, row.band])).toEqual([
		['hubspot:1', 92, 'excellent'],
		['hubspot:2', null, null],
		['hubspot:3', null, null],
	]);
	const detail = JSON.parse(String(rows[0]?.detail_json)) as { missing: string[]; scorecard: string };
	expect(detail.scorecard).toBe('crm');
	expect(detail.missing).toEqual(['Renewal deal', 'Last meeting', 'Meeting attendance']);
	// Accounts without a row in any table still have their renewal day.
	expect(rows[1]).toMatchObject({ coverage: 0.2 });
	expect(rows[1]?.reason).toContain('Not enough data: 20 % of the weight was observed');
	expect(rows[2]).toMatchObject({ coverage: 0 });
	expect(hints.join('\n')).toContain(
		'CRM only; it cannot see product usage, business value, surveys or technical health',
	);
	expect(hints.join('\n')).not.toContain('belong to no account');
});

test('a meeting ahead counts on the day of the run, not when an earlier day is measured again', async () => {
	const [today] = (await score({})).rows;
	const terms = (JSON.parse(String(today?.detail_json)) as { contributions: unknown[][] }).contributions;
	expect(terms.find(([id]) => id === 'next_meeting')?.[1]).toBe('booked');
	const { run } = strictContext({
		nodeType: new HealthScore(),
		parameters: { operation: 'compareScorecards', scorecard: 'crm', otherScorecard: 'crm', compareWeeks: 1 },
		inputs: [ACCOUNTS, null, RECORDS],
	});
	await expect(run()).resolves.toHaveLength(1);
});

test('its weights are in the panel, and its name serves in JSON and in the settings', async () => {
	const heavy = await score({ dealsWeight: 100, contactsWeight: 0 });
	expect(heavy.rows[0]?.value).not.toBe((await score({})).rows[0]?.value);
	expect(heavy.hints.join('\n')).toContain('CRM only, with the weights of the panel; it cannot see');
	const named = { scorecard: 'framework', scorecardFromSettings: '{"preset":"crm"}' };
	expect((await score(named)).rows[0]?.value).toBe((await score({})).rows[0]?.value);
});
