import { planTasks } from '../../../scoring/renewal/planTasks';
import { account, contract, facts, planFirst } from './planFixtures';

const tasksOn = (asOf: string, of: Parameters<typeof planFirst>[0] = {}, processDays: number | null = 30) =>
	planTasks(planFirst(of, { asOf }), { processDays });
const brief = (asOf: string, of: Parameters<typeof planFirst>[0] = {}) =>
	tasksOn(asOf, of).map(({ rule, due_at, owner_id, priority }) => [
		rule,
		due_at.slice(0, 10),
		owner_id,
		priority,
	]);
const saidBefore = (...stages: string[]) =>
	stages.map((stage) => ({ contractId: 'C-1', stage, endsOn: '2025-03-31' }));

describe('tasks', () => {
	test('the stage of 30 days asks for its task and starts the process by weeks', () => {
		expect(brief('2025-03-01', { emitted: saidBefore('90', '60') })).toEqual([
			['renewal.30', '2025-03-03', 'csm', 'medium'],
			['renewal.process.1', '2025-03-08', 'csm', 'medium'],
			['renewal.process.2', '2025-03-15', 'csm', 'medium'],
			['renewal.process.3', '2025-03-22', 'ae', 'medium'],
			['renewal.process.4', '2025-03-29', 'ae', 'medium'],
		]);
	});

	test('after an outage the newest stage asks for one task, and the process shares out the days that are left', () => {
		expect(brief('2025-03-23')).toEqual([
			['renewal.14', '2025-03-24', 'csm', 'high'],
			['renewal.process.1', '2025-03-25', 'csm', 'medium'],
			['renewal.process.2', '2025-03-27', 'csm', 'medium'],
			['renewal.process.3', '2025-03-29', 'ae', 'medium'],
			['renewal.process.4', '2025-03-31', 'ae', 'medium'],
		]);
		const late = tasksOn('2025-04-02');
		expect(late.map(({ rule, due_at }) => [rule, due_at])).toEqual([
			['renewal.1', '2025-04-02T23:59:59.000Z'],
		]);
	});

	test('keys are those of contract, end and stage, so a retry writes nothing twice', () => {
		const keys = (asOf: string) => tasksOn(asOf).map(({ effect_key, task_id }) => [effect_key, task_id]);
		expect(keys('2025-03-01')[0]).toEqual(['renewal:C-1:2025-03-31:30', 'renewal:C-1:2025-03-31:30']);
		expect(keys('2025-03-02')).toEqual(keys('2025-03-01'));
		expect(new Set(keys('2025-03-01').map(String)).size).toBe(5);
	});

	test('without an account executive the CSM leads all steps; without both nobody is made up', () => {
		const owners = (columns: Parameters<typeof account>[0]) =>
			tasksOn('2025-03-01', { accounts: new Map([['techcorp', account(columns)]]) }).map(
				({ owner_id }) => owner_id,
			);
		expect(new Set(owners({ aeId: null }))).toEqual(new Set(['csm']));
		expect(new Set(owners({ aeId: null, csmId: null }))).toEqual(new Set([null]));
		expect(tasksOn('2025-03-01', { accounts: new Map() })[0]).toMatchObject({
			owner_id: null,
			account_id: 'techcorp',
		});
	});

	test('a contract that renews itself needs no process once its notice deadline passed', () => {
		const contracts = [contract({ autoRenew: true, noticeDays: 60 })];
		expect(tasksOn('2025-03-01', { contracts }).map(({ rule }) => rule)).toEqual([
			'renewal.notice',
			'renewal.30',
		]);
		const [passed] = tasksOn('2025-03-01', { contracts });
		expect(passed?.title).toBe('Notice deadline of TechCorp has passed: it was 2025-01-30');
		expect(passed?.text).toMatch(/^Make sure that no notice came, and enter it if one did\./);
		expect(passed?.text).toContain('unless notice came by then, it renews by itself on 2025-04-01.');
		expect(passed?.text).not.toContain('unless notice is given by');
		const soon = [contract({ autoRenew: true, noticeDays: 10 })];
		expect(tasksOn('2025-03-01', { contracts: soon })).toHaveLength(5);
	});

	test('a renewal at risk is one level more urgent, and the text says where it stands', () => {
		const accounts = new Map([['techcorp', account({ facts: facts({ health: 40 }) })]]);
		const [task] = tasksOn('2025-01-30', {
			accounts,
			contracts: [contract({ autoRenew: true, noticeDays: 10 })],
		});
		expect(task?.priority).toBe('high');
		expect(task?.text).toContain('875,000.00 USD a year.');
		expect(task?.text).toContain('It renews by itself unless notice is given by 2025-03-21.');
	});

	test('no process is started when none is wanted', () => {
		expect(tasksOn('2025-03-01', {}, null)).toHaveLength(1);
	});
});
