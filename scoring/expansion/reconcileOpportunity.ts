import { addDays } from '../core/addDays';
import { daysBetween } from '../core/daysBetween';
import { jsonIn } from '../measures/jsonIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { ExpansionDeal } from './ExpansionDeal';
import type { FoundOpportunity } from './Opportunity';
import type { OpportunityChange, OpportunityRow } from './OpportunityRow';
import { writeEvidence } from './writeEvidence';

export interface ReconcileOptions {
	/** YYYY-MM-DD */
	readonly day: string;
	/** Person who sells to the account; null: not known. */
	readonly ownerId: string | null;
	/** Days from finding it to the expected decision; the seed's sales cycle is 90. */
	readonly cycleDays: number;
	/** Days after a deal of the type was won or lost in which no new one is opened. */
	readonly restDays: number;
}

export type Reconciled =
	| { readonly change: Exclude<OpportunityChange, 'closed'>; readonly row: OpportunityRow }
	/** Won or lost a short while ago. */
	| { readonly change: 'resting'; readonly until: string };

const OURS = ['identified', 'qualified'];
const MOVED_SHARE = 0.05;

/**
 * Turns what was found into the one row an account has for a type. An open deal of the type is updated, never doubled: it keeps its id, effect key,
 * day of discovery and expected day; what a seller set (the CRM's copy, or a stage after qualified) stays as it is. Without one there is a new
 * row, whose effect key `expansion:account:type:n` counts the closed deals of the type, so that the same finding has the same key on every run.
 *
 * @param deals of the account, see `joinDeals`
 * @param alternativeTo id of the opportunity that counts in its place; null: none
 *
 * @example
 * reconcileOpportunity({ accountId: 'a', type: 'upsell' }, [{ type: 'upsell', status: 'won', closedOn: '2026-01-01' }], { day: '2026-01-15', ownerId: null, cycleDays: 90, restDays: 90 })
 * // => { change: 'resting', until: '2026-04-01' }
 */
export function reconcileOpportunity(
	found: FoundOpportunity,
	deals: readonly ExpansionDeal[],
	{ day, ownerId, cycleDays, restDays }: ReconcileOptions,
	alternativeTo: string | null = null,
): Reconciled {
	const { accountId, type, sizing } = found;
	const same = deals.filter((deal) => deal.type === type);
	const open = same
		.filter(({ status }) => status === 'open')
		.sort((a, b) => (String(a.row.opportunity_id) < String(b.row.opportunity_id) ? -1 : 1))[0];
	const closed = same.filter(({ status }) => status !== 'open');
	if (open === undefined) {
		const last =
			closed
				.map(({ closedOn }) => closedOn ?? '')
				.sort()
				.at(-1) ?? '';
		const age = daysBetween(last, day);
		if (age !== null && age < restDays) return { change: 'resting', until: addDays(last, restDays) };
	}
	const key = freeKey(`expansion:${accountId}:${type}`, closed.length + 1, deals);
	const discovered = open?.discoveredOn ?? day;
	const row: OpportunityRow = {
		opportunity_id: key,
		account_id: accountId,
		kind: type,
		source: found.source,
		stage: found.stage,
		amount_minor: sizing.amountMinor,
		currency: sizing.currency,
		probability: Math.round(found.probability.value * 1e4) / 1e4,
		close_on: addDays(discovered, cycleDays),
		owner_id: ownerId,
		evidence_json: writeEvidence(found, discovered, alternativeTo),
		effect_key: key,
		external_id: null,
		status: 'open',
	};
	if (open === undefined) return { change: 'new', row };
	const kept = keepKnown(row, open);
	return { change: hasMoved(open.row, kept) ? 'changed' : 'unchanged', row: kept };
}

function freeKey(stem: string, from: number, deals: readonly ExpansionDeal[]): string {
	const used = new Set(deals.flatMap(({ keys, row }) => [...keys, String(row.opportunity_id)]));
	let episode = from;
	while (used.has(`${stem}:${episode}`)) episode++;
	return `${stem}:${episode}`;
}

function keepKnown(row: OpportunityRow, { row: known, copy }: ExpansionDeal): OpportunityRow {
	const text = (column: string): string | null => textOf(copy?.[column]) ?? textOf(known[column]);
	const stage = text('stage');
	const sold =
		copy !== null || (stage !== null && !OURS.includes(stage)) || textOf(known.effect_key) === null;
	const amount = numberIn(copy ?? known, 'amount_minor');
	const identity = {
		opportunity_id: String(known.opportunity_id),
		effect_key: textOf(known.effect_key),
		external_id: text('external_id'),
		owner_id: text('owner_id') ?? row.owner_id,
		close_on: text('close_on') ?? row.close_on,
	};
	if (!sold) return { ...row, ...identity };
	return {
		...row,
		...identity,
		stage: stage ?? row.stage,
		// A seller's amount of nothing is one that was not entered yet.
		...(amount === null || text('currency') === null
			? {}
			: { amount_minor: amount, currency: text('currency') }),
		probability: numberIn(copy ?? known, 'probability') ?? row.probability,
	};
}

/** Worth telling somebody: another stage, signals, blockers, an alternative, or an amount or probability that moved by more than 5 %. */
function hasMoved(known: Row, row: OpportunityRow): boolean {
	const [before, now] = [jsonIn(known, 'evidence_json'), jsonIn({ ...row }, 'evidence_json')];
	const ids = (evidence: Row, field: string, id: string): string => {
		const list = Array.isArray(evidence[field]) ? (evidence[field] as Row[]) : [];
		return list
			.map((one) => String(one[id]))
			.sort()
			.join();
	};
	if (String(known.stage ?? '') !== row.stage || (known.currency ?? null) !== row.currency) return true;
	if ((before.alternative_to ?? null) !== now.alternative_to) return true;
	if (ids(before, 'signals', 'id') !== ids(now, 'signals', 'id')) return true;
	if (ids(before, 'blockers', 'code') !== ids(now, 'blockers', 'code')) return true;
	return (['amount_minor', 'probability'] as const).some((column) => {
		const [then, value] = [numberIn(known, column), row[column]];
		if (then === null || value === null) return then !== value;
		return Math.abs(value - then) > MOVED_SHARE * Math.abs(then);
	});
}

const textOf = (value: unknown): string | null =>
	typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
