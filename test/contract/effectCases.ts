import type { SourceRow } from '../../shared/connectors/Source';
import type { Fault } from '../fakes/Fake';
import type { ContractCase, ContractHarness } from './ContractHarness';
import { act, readAll, rig, type Rig } from './drive';
import { HOSTILE } from './readCases';

type Kind = 'opportunity' | 'task';

const outboxRow = (kind: Kind, account: SourceRow | undefined, more: Record<string, unknown> = {}) => ({
	effect_key: `cs:${String(account?.row['account_id'])}:low-health:2026-11`,
	kind,
	account_id: account?.row['account_id'],
	status: 'planned',
	attempts: 0,
	payload_json: JSON.stringify(
		kind === 'task'
			? { title: 'Call the sponsor', text: 'Logins fell.', due_on: '2026-11-27', priority: 'high' }
			: {
					name: 'Expansion: 20 seats',
					kind: 'expansion',
					amount_minor: 1_200_000,
					currency: 'EUR',
					close_on: '2026-12-31',
				},
	),
	...more,
});

/** Cases in which tasks or opportunities are made. */
function casesOf(harness: ContractHarness, kind: Kind): ContractCase[] {
	const many = kind === 'task' ? 'tasks' : 'opportunities';
	const one = kind === 'task' ? 'a task' : 'an opportunity';
	const needs = [kind === 'task' ? ('tasks' as const) : ('opportunities' as const)];
	const held = (on: Rig) => (kind === 'task' ? on.fake.tasks() : on.fake.opportunities());
	const start = async (accounts: number, switches: Parameters<ContractCase['run']>[0]) => {
		const on = rig(harness, { accounts }, switches);
		const { accounts: rows } = await readAll(on);
		return { on, rows };
	};
	/** `METHOD path` of the request that makes it, seen on a fake of its own. */
	const creatingRequest = async (): Promise<string> => {
		const { on, rows } = await start(2, {});
		const before = held(on).size;
		let found = '';
		on.after = ({ method, path }) => {
			if (found === '' && held(on).size > before) found = `${method} ${path}`;
		};
		await act(on, kind, [outboxRow(kind, rows[0])], rows);
		expect(found).not.toBe('');
		return found;
	};

	const lost = (fault: Fault, times: number): ContractCase => ({
		name: `${one} is never made twice, and never called failed when it is there: ${times} x ${fault}`,
		needs,
		run: async (switches) => {
			const request = await creatingRequest();
			const { on, rows } = await start(2, switches);
			const before = held(on).size;
			on.fake.plan({ fault, on: request, times });
			const first = await act(on, kind, [outboxRow(kind, rows[0])], rows);
			const made = held(on).size - before;
			expect(made).toBeLessThanOrEqual(1);
			const [result] = first.results;
			if (made === 1) expect(['confirmed', 'unknown']).toContain(result?.status);
			else expect(['failed', 'unknown']).toContain(result?.status);
			if (result?.status !== 'confirmed') expect(first.problems).toHaveLength(1);
			on.clock.pass(600_000);
			// The next day: the outbox row as the template stored it.
			const row = outboxRow(kind, rows[0], {
				status: result?.status,
				attempts: result?.attempts,
				external_id: result?.external_id,
			});
			const second = await act(on, kind, [row], rows);
			expect(held(on).size - before).toBeLessThanOrEqual(1);
			if (result?.status === 'unknown') expect(second.results[0]?.status).toBe('unknown');
		},
	});

	return [
		{
			name: `${one} is made once: a second run and a second row with its key find it`,
			needs,
			run: async (switches) => {
				const { on, rows } = await start(3, switches);
				const before = held(on).size;
				const row = outboxRow(kind, rows[0]);
				const first = await act(on, kind, [row, row, outboxRow(kind, rows[1])], rows);
				expect(first.results.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'confirmed']);
				expect(first.results[0]?.external_id).toBe(first.results[1]?.external_id);
				expect(held(on).size - before).toBe(2);
				expect(held(on).has(String(first.results[0]?.external_id))).toBe(true);
				on.clock.pass(600_000);
				const second = await act(on, kind, [row], rows);
				expect(second.results[0]).toMatchObject({
					status: 'confirmed',
					external_id: first.results[0]?.external_id,
				});
				expect(held(on).size - before).toBe(2);
			},
		},
		lost('drop-before', 1),
		lost('drop-after', 1),
		lost('drop-after', 20),
		lost('503', 20),
		lost('502-html', 1),
		lost('malformed-json', 20),
		{
			name: `a refused credential stops the ${many}: the rest stays planned`,
			needs,
			run: async (switches) => {
				const { on, rows } = await start(3, switches);
				on.fake.plan({ fault: '401', times: 1_000 });
				const asked = on.wire.length;
				const run = await act(
					on,
					kind,
					rows.map((row) => outboxRow(kind, row)),
					rows,
				);
				expect(run.results.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned']);
				expect(run.stopped?.faultClass).toBe('auth');
				expect(on.wire.length - asked).toBe(1);
			},
		},
		{
			name: `hostile texts in ${one} are made as they are or are dead letters`,
			needs,
			run: async (switches) => {
				const { on, rows } = await start(HOSTILE.length, switches);
				const before = held(on).size;
				const items = rows.map(({ row }, place) => ({
					account_id: row['account_id'],
					rule: HOSTILE[place]?.slice(0, 40),
					period: '2026-11',
					title: HOSTILE[place]?.slice(0, 200),
					name: HOSTILE[place]?.slice(0, 120),
					text: HOSTILE[place],
					due_on: '2026-11-27',
					close_on: '2026-12-31',
				}));
				const run = await act(on, kind, items, rows);
				const confirmed = run.results.filter(({ status }) => status === 'confirmed').length;
				expect(held(on).size - before).toBe(confirmed);
				expect(confirmed + run.problems.length).toBe(HOSTILE.length);
				const again = await act(on, kind, items, rows);
				expect(held(on).size - before).toBe(confirmed);
				expect(again.results.filter(({ created }) => created)).toEqual([]);
			},
		},
	];
}

/** Tasks and opportunities. */
export const effectCases = (harness: ContractHarness): ContractCase[] => [
	...casesOf(harness, 'task'),
	...casesOf(harness, 'opportunity'),
];
