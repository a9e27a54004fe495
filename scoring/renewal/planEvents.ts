import { addDays } from '../core/addDays';
import type { CalendarEvent } from './CalendarEvent';
import { formatMinor } from './formatMinor';
import { processDays } from './processDays';
import { renewalProcess } from './renewalProcess';
import type { RenewalPlan } from './RenewalPlan';
import type { EmittedStage } from './RenewalStages';

export interface EventSettings {
	/** Contracts that end at most so many days ahead. */
	readonly horizonDays: number;
	/** The stage that starts the renewal process; null: none. */
	readonly processDays: number | null;
	/** Right part of every UID; it must not change. */
	readonly domain: string;
}

/**
 * The events of the renewal calendar: the last day, the notice deadline and the four steps of the process of every contract that is due within
 * the horizon. A contract that was in it (a stage of its present end was said) and has since been renewed, ended or terminated has its events cancelled. A UID is made
 * of contract, term and kind, so that an event whose day moves stays the same one; its sequence counts the other ends of the
 * contract for which stages were said before. Order: day, then UID.
 *
 * @example
 * planEvents([], [], { horizonDays: 120, processDays: 30, domain: 'example.com' })
 * // => []
 */
export function planEvents(
	plans: readonly RenewalPlan[],
	emitted: readonly EmittedStage[],
	settings: EventSettings,
): CalendarEvent[] {
	const ends = new Map<string, Set<string>>();
	for (const { contractId, endsOn } of emitted) {
		if (endsOn === null) continue;
		const known = ends.get(contractId);
		if (known === undefined) ends.set(contractId, new Set([endsOn]));
		else known.add(endsOn);
	}
	const events: CalendarEvent[] = [];
	for (const plan of plans) {
		const { endsOn } = plan.term;
		if (endsOn === null) continue;
		const said = ends.get(plan.contract.contractId);
		const near = plan.daysToEnd !== null && plan.daysToEnd <= settings.horizonDays;
		const dropped =
			!plan.due && plan.state !== 'lapsed' && said?.has(endsOn) === true && endsOn >= plan.today.day;
		if (!(plan.due && near) && !dropped) continue;
		const moved = said === undefined ? 0 : said.size - (said.has(endsOn) ? 1 : 0);
		addEvents(events, plan, endsOn, { cancelled: dropped, sequence: moved + (dropped ? 1 : 0) }, settings);
	}
	return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.uid < b.uid ? -1 : 1));
}

function addEvents(
	events: CalendarEvent[],
	plan: RenewalPlan,
	endsOn: string,
	state: Pick<CalendarEvent, 'cancelled' | 'sequence'>,
	settings: EventSettings,
): void {
	const { contract, account, term, amount, estimate, noticeOn } = plan;
	const name = account?.name ?? contract.accountId;
	const sum =
		amount.arrMinor === null
			? ''
			: `, ${formatMinor(amount.arrMinor, amount.currency)} ${amount.currency ?? ''}`.trimEnd();
	const add = (kind: string, on: string, summary: string, description: string): void => {
		const uid = `${contract.contractId}-${term.number}-${kind}@${settings.domain}`;
		events.push({ uid, on, summary, description, ...state });
	};
	const about = `Contract ${contract.contractId}${sum}.\nProbability ${estimate.words}.`;
	const strategy = plan.assessment.strategy === null ? '' : `\n${plan.assessment.strategy.words}`;
	add('end', endsOn, `${name}: contract ends`, about + strategy);
	if (noticeOn !== null) add('notice', noticeOn, `${name}: notice deadline`, about);
	if (settings.processDays === null) return;
	const start = addDays(endsOn, -settings.processDays);
	if (term.startsOn !== null && start < term.startsOn) return;
	const days = processDays(start, endsOn);
	for (const [index, step] of renewalProcess().entries()) {
		add(`process-${step.week}`, days[index] as string, `${name}: ${step.title}`, step.text);
	}
}
