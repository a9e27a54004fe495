import { ConnectorFault, type FaultClass } from '../../../../shared/connectors/ConnectorFault';
import { createAccountDirectory } from '../../../../shared/connectors/engine/createAccountDirectory';
import { effectKey } from '../../../../shared/connectors/engine/effectKey';
import type { EffectEvent } from '../../../../shared/connectors/engine/Engine';
import { prepareBase } from '../../../../shared/connectors/engine/prepareBase';
import { runEffects } from '../../../../shared/connectors/engine/runEffects';
import type {
	BaseStep,
	EffectOutcome,
	OpportunityEffect,
	Source,
	TaskEffect,
} from '../../../../shared/connectors/Source';
import { exampleSource } from '../../../contract/exampleSource';
import { virtualClock } from '../../../fakes/virtualClock';

const settings = {
	baseId: '',
	tables: {},
	fields: {},
	keyField: '',
	results: {},
	currency: null,
	options: {},
};
const call = async () => await Promise.resolve({ status: 200, headers: {}, body: null });
const accounts = createAccountDirectory('airtable', [
	{ system: 'airtable', external_id: 'v1', account_id: 'A1' },
]);
const faultOf = (faultClass: FaultClass, mayHaveHappened = false) =>
	new ConnectorFault({
		faultClass,
		code: `x-${faultClass}`,
		message: 'Refused.',
		remedy: 'Look.',
		status: null,
		mayHaveHappened,
	});

type Row = Readonly<Record<string, unknown>>;
type Outcome = ConnectorFault | EffectOutcome;

async function run(rows: readonly Row[], outcomes: readonly Outcome[] = [], more: Partial<Source> = {}) {
	const left = [...outcomes];
	const tasks: TaskEffect[] = [];
	const deals: OpportunityEffect[] = [];
	const next = async (): Promise<EffectOutcome> => {
		const outcome = left.shift() ?? {
			state: 'confirmed',
			externalId: `x${tasks.length + deals.length}`,
			created: true,
		};
		if (outcome instanceof ConnectorFault) throw outcome;
		return await Promise.resolve(outcome);
	};
	const source: Source = {
		...exampleSource,
		createTask: async (_call, _settings, task) => {
			tasks.push(task);
			return await next();
		},
		upsertOpportunity: async (_call, _settings, deal) => {
			deals.push(deal);
			return await next();
		},
		...more,
	};
	const kind = rows.some((row) => row['close_on'] !== undefined) ? 'opportunity' : 'task';
	const events: EffectEvent[] = [];
	for await (const event of runEffects({
		source,
		settings,
		call,
		clock: virtualClock(),
		kind,
		rows,
		accounts,
	})) {
		events.push(event);
	}
	return {
		tasks,
		deals,
		results: events.flatMap(({ results }) => results),
		problems: events.flatMap(({ problems }) => problems),
		stopped: events.find(({ stopped }) => stopped !== null)?.stopped ?? null,
	};
}

const task = (more: Row = {}): Row => ({
	account_id: 'A1',
	rule: 'low',
	period: '2026-11',
	title: 'Call',
	due_on: '2026-11-27',
	...more,
});

test('a key is made of account, rule and period, unless the row has one', () => {
	expect(effectKey({ effect_key: 'mine' }, 'task', 'A1')).toBe('mine');
	expect(effectKey({ rule: 'low', period: '2026-11' }, 'task', 'A1')).toBe('cs:A1:low:2026-11');
	expect(effectKey({ playbook_id: 'pb', as_of_on: '2026-11-20' }, 'task', 'A1')).toBe('cs:A1:pb:2026-11-20');
	expect(effectKey({ close_on: '2026-12-31' }, 'opportunity', 'A1')).toBe('cs:A1:opportunity:2026-12-31');
	expect(effectKey({}, 'task', 'A1')).toBe('cs:A1:task:once');
});

test('an outbox row and a plain item give the same task', async () => {
	const payload = {
		title: 'Call',
		text: 'Why',
		due_on: '2026-11-27',
		priority: 'urgent',
		owner_id: 'airtable:u1',
	};
	const outbox = {
		effect_key: 'k1',
		account_id: 'A1',
		status: 'claimed',
		attempts: 2,
		payload_json: JSON.stringify(payload),
	};
	const { tasks, results } = await run([outbox, { ...payload, effect_key: 'k2', account_id: 'A1' }]);
	const { effectKey: first, ...one } = tasks[0] ?? { effectKey: '' };
	const { effectKey: second, ...two } = tasks[1] ?? { effectKey: '' };
	expect([first, second]).toEqual(['k1', 'k2']);
	expect(one).toEqual(two);
	expect(one).toMatchObject({
		accountExternalId: 'v1',
		ownerExternalId: 'u1',
		dueOn: '2026-11-27',
		priority: 'urgent',
	});
	expect(results.map(({ attempts, last_at: at }) => [attempts, at])).toEqual([
		[3, '2026-11-20T00:00:00.000Z'],
		[1, '2026-11-20T00:00:00.000Z'],
	]);
});

test('an opportunity keeps its amount, kind and known vendor id', async () => {
	const row = {
		account_id: 'airtable:v9',
		opportunity_kind: 'renewal',
		amount_minor: 120_000,
		currency: 'EUR',
		close_on: '2026-12-31',
		external_id: 'd7',
		title: 'Renewal',
	};
	const { deals } = await run([
		row,
		{ ...row, effect_key: 'b', amount_minor: 1.5, name: 'Named', opportunity_kind: 'odd' },
	]);
	expect(deals[0]).toMatchObject({
		accountExternalId: 'v9',
		kind: 'renewal',
		amountMinor: 120_000,
		externalId: 'd7',
		name: 'Renewal',
	});
	expect(deals[1]).toMatchObject({ amountMinor: null, name: 'Named', kind: 'expansion' });
});

test('rows with one key are one effect, and each gets its outcome', async () => {
	const { tasks, results } = await run([task(), task(), task({ period: '2026-12' })]);
	expect(tasks).toHaveLength(2);
	expect(results.map(({ index, status, external_id: id, created }) => [index, status, id, created])).toEqual([
		[0, 'confirmed', 'x1', true],
		[1, 'confirmed', 'x1', false],
		[2, 'confirmed', 'x2', true],
	]);
});

test('what is settled is not tried again, and unknown stays unknown', async () => {
	const rows = ['confirmed', 'sent', 'unknown', 'dead'].map((status) =>
		task({ status, rule: status, attempts: 1, external_id: 'e', error: 'as it was' }),
	);
	const { tasks, results } = await run(rows);
	expect(tasks).toEqual([]);
	expect(results.map(({ status, attempts, error }) => [status, attempts, error])).toEqual([
		['confirmed', 1, 'as it was'],
		['confirmed', 1, 'as it was'],
		['unknown', 1, 'as it was'],
		['failed', 1, 'as it was'],
	]);
	expect((await run([task({ status: 'failed' })])).tasks).toHaveLength(1);
});

test('a lost answer is unknown, a refusal is failed, each with a dead letter', async () => {
	const rows = [task(), task({ rule: 'b' }), task({ rule: 'c' })];
	const { results, problems } = await run(rows, [
		faultOf('transient', true),
		faultOf('poison'),
		{ state: 'unknown', fault: faultOf('transient', true) },
	]);
	expect(results.map(({ status }) => status)).toEqual(['unknown', 'failed', 'unknown']);
	expect(problems.map((one) => [one.class, one.external_id])).toEqual([
		['unknown', 'cs:A1:low:2026-11'],
		['poison', 'cs:A1:b:2026-11'],
		['unknown', 'cs:A1:c:2026-11'],
	]);
});

test('a used-up day leaves the rest planned and asks no more', async () => {
	const { tasks, results, stopped, problems } = await run(
		[task(), task({ rule: 'b' }), task({ rule: 'c' })],
		[{ state: 'confirmed', externalId: 'x', created: true }, faultOf('daily-quota')],
	);
	expect(tasks).toHaveLength(2);
	expect(results.map(({ status, attempts }) => [status, attempts])).toEqual([
		['confirmed', 1],
		['planned', 0],
		['planned', 0],
	]);
	expect(stopped?.faultClass).toBe('daily-quota');
	expect(problems).toEqual([]);
});

test('what is no task is refused with the remedy', async () => {
	const { tasks, results, problems } = await run([
		task({ account_id: '' }),
		task({ account_id: 'A2' }),
		task({ due_on: 'soon' }),
		task({ title: ' ', rule: 'x' }),
		task({ payload_json: '{"broken', rule: 'y' }),
	]);
	expect(results.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'failed', 'confirmed']);
	expect(problems.map(({ message }) => message)).toEqual([
		expect.stringContaining('account_id'),
		expect.stringContaining('second input'),
		expect.stringContaining('YYYY-MM-DD'),
		expect.stringContaining('Give it a title'),
	]);
	expect(tasks).toHaveLength(1);
});

test('a source that holds no tasks says so for each', async () => {
	const { results } = await run([task()], [], { createTask: null });
	expect(results[0]).toMatchObject({
		status: 'failed',
		error: expect.stringContaining('cannot hold a task'),
	});
	const deal = await run([{ account_id: 'A1', close_on: '2026-12-31' }], [], { upsertOpportunity: null });
	expect(deal.results[0]?.status).toBe('failed');
});

test('an error that is no fault of the vendor is thrown', async () => {
	const createTask = async () => await Promise.reject(new Error('cancelled'));
	await expect(run([task()], [], { createTask })).rejects.toThrow('cancelled');
});

const step = (name: string, more: Partial<BaseStep> = {}): BaseStep => ({
	kind: 'field',
	on: 'accounts',
	name,
	type: 'text',
	exists: false,
	note: `holds ${name}`,
	creatable: true,
	...more,
});

async function prepare(
	steps: readonly BaseStep[],
	faults: Readonly<Record<string, ConnectorFault>>,
	apply = true,
) {
	const made: string[] = [];
	const source: Source = {
		...exampleSource,
		planBase: async () => await Promise.resolve(steps),
		createStep: async (_call, _settings, { name }) => {
			const fault = faults[name];
			if (fault !== undefined) throw fault;
			made.push(name);
			await Promise.resolve();
		},
	};
	const told: string[] = [];
	for await (const one of prepareBase({ source, settings, call, apply }))
		told.push(`${one.name} ${one.status} ${one.message}`);
	return { made, told };
}

test('what is missing is shown first, then made; what fails does not stop the rest', async () => {
	const steps = [step('a', { exists: true }), step('b'), step('c', { creatable: false }), step('d')];
	expect(await prepare(steps, {}, false)).toEqual({
		made: [],
		told: ['a exists ', 'b missing holds b', 'c by-hand holds c', 'd missing holds d'],
	});
	expect(await prepare(steps, { b: faultOf('poison') })).toEqual({
		made: ['d'],
		told: ['a exists ', 'b failed Refused. Look.', 'c by-hand holds c', 'd created '],
	});
	expect((await prepare(steps, { b: faultOf('auth') })).told.at(-1)).toBe(
		'd failed Not tried: Refused. Look.',
	);
});
