import { addDays } from '../core/addDays';
import { daysBetween } from '../core/daysBetween';
import { formatMinor } from './formatMinor';
import { processDays } from './processDays';
import { renewalProcess } from './renewalProcess';
import type { RenewalPlan } from './RenewalPlan';
import type { StageCrossing } from './RenewalStages';
import type { RenewalTask, TaskSettings } from './RenewalTask';
import { stageWords } from './stageWords';
import { wordDays } from './wordDays';
import { wordContinuation } from './wordContinuation';
import { wordStrategy } from './wordStrategy';

const PASSED = 'Make sure that no notice came, and enter it if one did.';
const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;

/**
 * The tasks of the stages that are said now: one for the newest stage, one for the newest of the notice deadline, and the four of the renewal
 * process when its stage is among them, also when it was late. A stage task is due after a fourteenth of its days
 * (90: 6 days later, 7: the same day; project choice), never after the end. Priority: low over 60 days, medium over 14, high over 1, then urgent; one higher for
 * a renewal at risk. A contract that renews itself and whose notice deadline passed needs no process unless something more is proposed.
 *
 * The owner is the CSM; the commercial steps are the account executive's, else the CSM's; null when neither is known.
 */
export function planTasks(plan: RenewalPlan, settings: TaskSettings): RenewalTask[] {
	const tasks = plan.crossings
		.filter(({ superseded }) => !superseded)
		.map((crossing) => stageTask(plan, crossing));
	const start = plan.crossings.find(
		({ counts, daysBefore, past }) => counts === 'end' && daysBefore === settings.processDays && !past,
	);
	return start === undefined || !needsProcess(plan) ? tasks : [...tasks, ...processTasks(plan, start)];
}

const later = (a: string, b: string): string => (a > b ? a : b);
const sooner = (a: string, b: string): string => (a < b ? a : b);

function needsProcess({ contract, noticeOn, today, due, structure }: RenewalPlan): boolean {
	if (!due) return false;
	const runsOn = contract.autoRenew === true && noticeOn !== null && noticeOn < today.day;
	return !runsOn || (structure !== null && structure.parts.some(({ kind }) => kind === 'expansion'));
}

function taskOf(
	plan: RenewalPlan,
	stage: string,
	endsOn: string,
	rest: Pick<RenewalTask, 'kind' | 'title' | 'text' | 'priority' | 'owner_id' | 'rule'> & { dueOn: string },
): RenewalTask {
	const { dueOn, kind, title, text, priority, owner_id, rule } = rest;
	const key = `renewal:${plan.contract.contractId}:${endsOn}:${stage}`;
	return {
		task_id: key,
		account_id: plan.contract.accountId,
		kind,
		title,
		text,
		priority,
		status: 'open',
		due_at: `${dueOn}T23:59:59.000Z`,
		owner_id,
		rule,
		effect_key: key,
		external_id: null,
		closed_at: null,
		outcome: null,
		rev: 1,
	};
}

function stageTask(plan: RenewalPlan, crossing: StageCrossing): RenewalTask {
	const { id, counts, daysBefore, endsOn, dueOn, late, daysLate } = crossing;
	const today = plan.today.day;
	const from = later(dueOn, today);
	const last = later(counts === 'notice' ? (plan.noticeOn ?? endsOn) : endsOn, today);
	const name = plan.account?.name ?? plan.contract.accountId;
	const passed = counts === 'notice' && plan.noticeOn !== null && plan.noticeOn < today;
	const what =
		counts === 'notice'
			? `Notice deadline of ${name} ${passed ? 'has passed: it was' : 'on'} ${plan.noticeOn ?? dueOn}`
			: `Renewal of ${name} on ${endsOn}, ${wordDays(daysBetween(today, endsOn) ?? daysBefore)}`;
	const lateWords = late ? ` This was due on ${dueOn}, ${wordDays(-daysLate)}.` : '';
	const level = (daysBefore > 60 ? 0 : daysBefore > 14 ? 1 : daysBefore > 1 ? 2 : 3) + (atRisk(plan) ? 1 : 0);
	return taskOf(plan, id, endsOn, {
		kind: 'task',
		title: what,
		text: `${passed ? PASSED : stageWords(crossing)} ${situation(plan)}${lateWords}`,
		priority: passed
			? 'medium'
			: (PRIORITIES[
					counts === 'notice' ? Math.max(2, Math.min(3, level)) : Math.min(3, level)
				] as RenewalTask['priority']),
		owner_id: plan.account?.csmId ?? plan.account?.aeId ?? null,
		rule: `renewal.${id}`,
		dueOn: sooner(addDays(from, counts === 'notice' ? 0 : Math.floor(daysBefore / 14)), last),
	});
}

const atRisk = ({ assessment }: RenewalPlan): boolean => assessment.confidence === 'at_risk';

function processTasks(plan: RenewalPlan, start: StageCrossing): RenewalTask[] {
	const name = plan.account?.name ?? plan.contract.accountId;
	const days = processDays(later(start.dueOn, plan.today.day), start.endsOn);
	return renewalProcess().flatMap((step, index) => {
		const dueOn = days[index];
		if (dueOn === undefined) return [];
		const { csmId = null, aeId = null } = plan.account ?? {};
		return [
			taskOf(plan, `process-${step.week}`, start.endsOn, {
				kind: step.week === 1 ? 'meeting' : 'task',
				title: `Renewal of ${name}, week ${step.week}: ${step.title}`,
				text: `${step.text} ${situation(plan)}`,
				priority: atRisk(plan) ? 'high' : 'medium',
				owner_id: step.owner === 'ae' ? (aeId ?? csmId) : (csmId ?? aeId),
				rule: `renewal.process.${step.week}`,
				dueOn,
			}),
		];
	});
}

/** How the contract goes on, amount, probability and strategy, as far as known. */
function situation(plan: RenewalPlan): string {
	const { amount, estimate, assessment } = plan;
	const parts: string[] = [];
	const goesOn = wordContinuation(plan);
	if (goesOn !== '') parts.push(goesOn);
	const { arrMinor, currency } = amount;
	if (arrMinor !== null)
		parts.push(`${formatMinor(arrMinor, currency)} ${currency ?? ''}`.trim() + ' a year.');
	parts.push(`Probability of renewal ${estimate.words}.`);
	if (assessment.strategy !== null) parts.push(wordStrategy(assessment.strategy));
	return parts.join(' ');
}
