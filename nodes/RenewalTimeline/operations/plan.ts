import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { measurePortfolioRate } from '../../../scoring/renewal/measurePortfolioRate';
import { planEvents } from '../../../scoring/renewal/planEvents';
import { planRenewals } from '../../../scoring/renewal/planRenewals';
import { planTasks } from '../../../scoring/renewal/planTasks';
import { readPortfolio } from '../../../scoring/renewal/readPortfolio';
import type { RenewalPlan } from '../../../scoring/renewal/RenewalPlan';
import { sortRenewalRecords } from '../../../scoring/renewal/sortRenewalRecords';
import { writeCalendar } from '../../../scoring/renewal/writeCalendar';
import { writeDocument } from '../../../scoring/renewal/writeDocument';
import { hash12 } from '../../../shared/hash12';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { readMoment } from '../readMoment';
import { readRows } from '../readRows';
import { addPlanHints } from './addPlanHints';
import { indexPrevious } from './indexPrevious';
import { readContracts } from './readContracts';
import { readPlanSettings, type PlanChoice } from './readPlanSettings';
import { writePlanSummary } from './writePlanSummary';
import { writeRenewal } from './writeRenewal';
import { writeStage } from './writeStage';

const [RENEWALS, STAGES, TASKS, CALENDAR, SUMMARY] = [0, 1, 2, 3, 4];
const [CONTRACTS, RECORDS, SCORES, SAID] = [0, 1, 2, 3];
/** Right part of the UID of every event; a new one would double the events of every calendar. */
const DOMAIN = 'renewals.n8n-nodes-customer-success';

const rowsOf = (context: IExecuteFunctions, input: number): IDataObject[] =>
	readRows(context, input).map(({ row }) => row);

/** Contracts, records, scores and stages in; renewals, new stages, tasks, the calendar and a summary out. */
export function* planRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const moment = readMoment(context);
	const choice = readPlanSettings(context);
	const read = readContracts(readRows(context, CONTRACTS));
	yield* read.faults;
	const records = sortRenewalRecords([...read.accounts, ...rowsOf(context, RECORDS)]);
	const scores = rowsOf(context, SCORES);
	const portfolio = readPortfolio(
		read.contracts,
		{ records, scores, stages: rowsOf(context, SAID) },
		moment.until,
	);
	const portfolioRate = measurePortfolioRate(records.outcomes, moment.day);
	const plans = planRenewals(portfolio, {
		...choice.settings,
		asOf: moment.until,
		estimate: { ...choice.settings.estimate, portfolioRate },
	});

	const frame = { runId: moment.runId, asOfOn: moment.day, onlyTableColumns: choice.onlyTableColumns };
	const emittedAt = moment.until.length === 10 ? `${moment.until}T00:00:00.000Z` : moment.until;
	const configHash = hash12({ ...choice.settings, holidays: [...choice.settings.stages.holidays].sort() });
	const names = nameScores(plans);
	const previous = indexPrevious(scores, moment.day);
	let tasks = 0;
	for (const [index, plan] of plans.entries()) {
		const from = read.from[index] as number;
		const id = plan.contract.contractId;
		if (plan.due || !choice.onlyTableColumns) {
			const json = writeRenewal(plan, {
				...frame,
				configHash,
				score: names.get(id) ?? `renewal.${id}`,
				previous: previous.get(id) ?? null,
				document: wantsDocument(plan, choice) ? writeDocument(plan, choice) : null,
			});
			yield { json, from, output: RENEWALS };
		}
		for (const crossing of plan.crossings) {
			yield { json: writeStage(plan, crossing, { ...frame, emittedAt }), from, output: STAGES };
		}
		for (const task of planTasks(plan, choice)) {
			tasks++;
			yield { json: { ...task }, from, output: TASKS };
		}
	}
	const events = planEvents(plans, portfolio.emitted, {
		horizonDays: choice.calendarDays,
		processDays: choice.processDays,
		domain: DOMAIN,
	});
	const ics = writeCalendar(events, { name: choice.calendarName, asOf: moment.until });
	yield {
		json: {
			as_of_on: moment.day,
			file_name: 'renewals.ics',
			mime_type: 'text/calendar',
			events: events.length,
			ics,
		},
		from: null,
		output: CALENDAR,
	};
	const counts = {
		read: items.length,
		faulty: read.faults.length,
		skipped: read.skipped,
		tasks,
		events: events.length,
	};
	yield { json: writePlanSummary(plans, counts, frame), from: null, output: SUMMARY };
	addPlanHints(context, plans, { ...counts, unknown: records.unknown, warnings: read.warnings });
}

const wantsDocument = ({ state }: RenewalPlan, { documents, onlyTableColumns }: PlanChoice): boolean =>
	!onlyTableColumns && documents !== 'none' && (documents === 'due' || state !== 'upcoming');

/** The contract of each account that ends next is its `renewal`; cs_scores holds one row per account and score. */
function nameScores(plans: readonly RenewalPlan[]): ReadonlyMap<string, string> {
	const first = new Map<string, RenewalPlan>();
	for (const plan of plans) {
		if (!plan.due) continue;
		const { accountId } = plan.contract;
		const known = first.get(accountId);
		if (known === undefined || (plan.term.endsOn ?? '') < (known.term.endsOn ?? ''))
			first.set(accountId, plan);
	}
	return new Map([...first.values()].map(({ contract }) => [contract.contractId, 'renewal']));
}
