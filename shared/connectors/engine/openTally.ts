import type { Issue } from '../../../scoring/core/issue';
import { ConnectorFault } from '../ConnectorFault';
import type { Source } from '../Source';
import type { Clock } from '../Wire';
import type { DeadLetterRow, WriteEvent, WriteResult, WriteStatus } from './Engine';
import { outgoingFields } from './outgoingFields';
import type { ScorePlan } from './ScorePlan';
import { writeDeadLetter } from './writeDeadLetter';

/** Whole batches in a row that a vendor which is down refuses before the run is stopped. */
const DOWN_AFTER = 3;
/** Single records refused as not found before the table itself is taken to be gone. */
const GONE_AFTER = 20;

/** Keeps account of a write: what became of each row, which fields are left out, and whether to go on. */
export interface Tally {
	/** Vendor fields that are left out. */
	readonly dropped: Set<string>;
	readonly succeed: (plan: ScorePlan, externalId: string, created: boolean, version: number) => void;
	/** What would be sent of it, without the fields that are left out, is what we wrote last. */
	readonly keep: (plan: ScorePlan, rowHash: string) => void;
	readonly fail: (plan: ScorePlan, fault: ConnectorFault) => void;
	readonly defer: (plan: ScorePlan) => void;
	/** true: the fault names one of our fields, which is left out from now on (or was, since the batch was sent): send again. */
	readonly leaveOut: (fault: ConnectorFault, version: number) => boolean;
	/** A batch was answered row by row: the vendor is there. */
	readonly answered: () => void;
	/** Notes a refused batch; true: there is no use in going on. */
	readonly isAlone: (fault: ConnectorFault, size: number) => boolean;
	readonly unanswered: () => ConnectorFault;
	readonly stop: (fault: ConnectorFault) => void;
	readonly stopped: () => ConnectorFault | null;
	/** What came together since the last time; null: nothing. */
	readonly take: () => WriteEvent | null;
}

/** Begins the account of one write. */
export function openTally(source: Source, clock: Clock, fieldOf: Readonly<Record<string, string>>): Tally {
	const dropped = new Set<string>();
	let results: WriteResult[] = [];
	let problems: DeadLetterRow[] = [];
	let issues: Issue[] = [];
	let stopFault: ConnectorFault | null = null;
	let refusedInRow = 0;
	let missingAlone = 0;
	let anySuccess = false;
	const ours = new Set(Object.values(fieldOf).filter((field) => field !== ''));

	const add = (
		plan: ScorePlan,
		status: WriteStatus,
		externalId: string | null,
		rowHash: string | null,
		error: string | null,
	) => {
		for (const index of plan.indices) {
			const { accountId: account_id } = plan;
			results.push({ index, account_id, external_id: externalId, status, row_hash: rowHash, error });
		}
	};

	return {
		dropped,
		succeed: (plan, externalId, created, version) => {
			anySuccess = true;
			const left = new Set([...dropped].slice(0, version));
			const { rowHash } = outgoingFields(plan.results, fieldOf, left);
			add(plan, created ? 'created' : 'written', externalId, rowHash, null);
		},
		keep: (plan, rowHash) => add(plan, 'unchanged', plan.externalId, rowHash, null),
		fail: (plan, fault) => {
			add(plan, 'failed', plan.externalId, null, `${fault.message} ${fault.remedy}`);
			problems.push(
				writeDeadLetter({
					source: source.id,
					object: 'scores',
					externalId: plan.externalId ?? plan.accountId,
					payload: { account_id: plan.accountId, ...plan.results },
					letterClass: fault.faultClass,
					code: fault.code,
					message: fault.message,
					remedy: fault.remedy,
					attempts: Math.max(fault.attempts, plan.tries + 1),
					now: clock.now(),
				}),
			);
		},
		defer: (plan) =>
			add(
				plan,
				'deferred',
				plan.externalId,
				null,
				`Not written, because the run was stopped: ${stopFault?.message ?? ''} ${stopFault?.remedy ?? ''}`.trim(),
			),
		leaveOut: (fault, version) => {
			const { field } = fault;
			if (fault.faultClass !== 'schema' || field === null || !ours.has(field)) return false;
			const place = [...dropped].indexOf(field);
			if (place >= 0) return place >= version;
			dropped.add(field);
			issues.push({
				code: 'field-left-out',
				path: `results.${field}`,
				message: `${source.label} does not take '${field}' (${fault.message}); the scores were written without it.`,
				remedy: fault.remedy,
				severity: 'warning',
			});
			return true;
		},
		answered: () => {
			refusedInRow = 0;
		},
		isAlone: (fault, size) => {
			const isPassing = fault.faultClass === 'transient' || fault.faultClass === 'throttle';
			refusedInRow = isPassing ? refusedInRow + 1 : 0;
			if (size === 1 && fault.faultClass === 'not-found') missingAlone += 1;
			return refusedInRow >= DOWN_AFTER || (!anySuccess && missingAlone >= GONE_AFTER);
		},
		unanswered: () =>
			new ConnectorFault({
				faultClass: 'transient',
				code: `${source.id}-row-unanswered`,
				message: `${source.label} did not say what became of this record.`,
				remedy: 'It is sent again with the next run.',
				status: null,
			}),
		stop: (fault) => {
			stopFault ??= fault;
		},
		stopped: () => stopFault,
		take: () => {
			if (results.length === 0 && problems.length === 0 && issues.length === 0) return null;
			const event = { results, problems, issues, stopped: null };
			results = [];
			problems = [];
			issues = [];
			return event;
		},
	};
}
