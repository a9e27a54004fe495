import { assessPlan, type PlanState } from '../../../scoring/value/assessPlan';
import type { MilestoneState } from '../../../scoring/value/SuccessPlan';

const milestone = (id: string, over: Partial<MilestoneState> = {}): MilestoneState => ({
	milestoneId: id,
	name: id,
	weight: 10,
	dueOn: '2026-01-12',
	doneOn: null,
	status: 'open',
	...over,
});
const done = (id: string, doneOn: string | null, over: Partial<MilestoneState> = {}): MilestoneState =>
	milestone(id, { doneOn, status: 'done', ...over });
const state = (milestones: MilestoneState[], over: Partial<PlanState> = {}): PlanState => ({
	status: 'active',
	csmId: 'p',
	startsOn: '2026-01-05',
	endsOn: '2026-03-30',
	milestones,
	criteria: [],
	alarms: [],
	...over,
});
const RULES = { graceDays: 7, onTimeTarget: 0.9, leastDecided: 3 };
const statusOf = (plan: PlanState, asOfOn = '2026-01-14') => assessPlan(plan, RULES, asOfOn).status;

describe('how a plan stands', () => {
	const open = milestone('later', { dueOn: '2026-03-01' });

	test('follows the order of the rules', () => {
		expect(statusOf(state([milestone('m')], { status: 'cancelled' }))).toBe('cancelled');
		expect(
			statusOf(state([done('m', '2026-01-12'), milestone('n', { status: 'cancelled' })], { csmId: null })),
		).toBe('completed');
		expect(statusOf(state([open], { csmId: null }))).toBe('draft');
		expect(statusOf(state([open], { startsOn: null }))).toBe('draft');
		expect(statusOf(state([]))).toBe('draft');
		expect(statusOf(state([open]))).toBe('active');
		expect(statusOf(state([done('m', '2026-01-12'), open]))).toBe('on_track');
		expect(statusOf(state([open], { alarms: ['the sponsor left'] }))).toBe('at_risk');
		expect(statusOf(state([milestone('m', { dueOn: null })], { endsOn: '2026-01-13' }))).toBe('at_risk');
	});

	test('a milestone may be late within the grace days, and is not late on its day', () => {
		expect(statusOf(state([milestone('m'), open]), '2026-01-12')).toBe('active');
		expect(statusOf(state([milestone('m'), open]), '2026-01-19')).toBe('active');
		const late = assessPlan(state([milestone('m'), open]), RULES, '2026-01-20');
		expect(late).toMatchObject({ status: 'at_risk', reasons: ['"m" is 8 days late'], onTimeShare: 0 });
	});

	test('90 % on time is the target, once enough is decided', () => {
		const list = (onTime: number, tooLate: number): MilestoneState[] => [
			...Array.from({ length: onTime }, (_, index) => done(`on${index}`, '2026-01-12')),
			...Array.from({ length: tooLate }, (_, index) => done(`late${index}`, '2026-01-13')),
			open,
		];
		expect(assessPlan(state(list(9, 1)), RULES, '2026-01-14')).toMatchObject({
			status: 'on_track',
			onTimeShare: 0.9,
		});
		expect(assessPlan(state(list(8, 1)), RULES, '2026-01-14')).toMatchObject({
			status: 'at_risk',
			reasons: ['8 of 9 milestones were on time'],
		});
		expect(statusOf(state(list(1, 1)))).toBe('on_track');
		expect(assessPlan(state([done('m', null), open]), RULES, '2026-01-14')).toMatchObject({
			onTimeShare: null,
			decided: 0,
		});
	});

	test('progress is by weight, without what was cancelled', () => {
		const plan = state([
			done('a', '2026-01-10', { weight: 30 }),
			milestone('b', { weight: 50, dueOn: '2026-01-14' }),
			milestone('c', { weight: 40, status: 'cancelled' }),
			milestone('d', { weight: 20, dueOn: null }),
		]);
		expect(assessPlan(plan, RULES, '2026-01-14')).toMatchObject({
			progressShare: 0.3,
			plannedShare: 0.8,
			overdue: [],
		});
		expect(
			assessPlan(state([done('a', '2026-02-01'), done('b', '2026-01-02')]), RULES, '2026-03-01'),
		).toMatchObject({
			status: 'completed',
			completedOn: '2026-02-01',
		});
	});
});
