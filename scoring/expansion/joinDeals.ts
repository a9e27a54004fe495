import { isDay } from '../core/isDay';
import { jsonIn } from '../measures/jsonIn';
import type { Row } from '../measures/Records';
import type { ExpansionDeal } from './ExpansionDeal';
import { EXPANSION_TYPES } from './expansionTypes';
import type { ExpansionType } from './Signal';

export interface JoinedDeals {
	readonly deals: readonly ExpansionDeal[];
	/** Open deals of kind expansion that somebody made by hand: their type is not known, one of them may be ours. */
	readonly untyped: readonly Row[];
}

/**
 * The expansion deals among an account's rows of cs_opportunities. After a deal of ours was written to a CRM, the sync brings it back as a row
 * of its own with the CRM's words: both have the same effect_key or external_id and are one deal, whose status is the CRM's. The type is the
 * row's kind, or stands in the effect_key. The day it was found is `discovered_on` in evidence_json, else the row's creation.
 *
 * @example
 * joinDeals([{ opportunity_id: 1, kind: 'upsell', status: 'open', effect_key: 'k', external_id: '7' }, { opportunity_id: 'crm:7', kind: 'expansion', status: 'won', external_id: '7', close_on: '2026-01-09' }]).deals.map((deal) => deal.status)
 * // => ['won']
 */
export function joinDeals(rows: readonly Row[]): JoinedDeals {
	const own: Row[] = [];
	const copies: Row[] = [];
	for (const row of rows) {
		if (row.status !== 'open' && row.status !== 'won' && row.status !== 'lost') continue;
		if (EXPANSION_TYPES.some((type) => type === row.kind)) own.push(row);
		else if (row.kind === 'expansion') copies.push(row);
	}
	const groups: Group[] = [];
	// A key names one deal of one type; two types under one key are two deals.
	for (const row of own) join(groups, row, typeOf(row)).own.push(row);
	for (const row of copies) join(groups, row, typeOf(row)).copies.push(row);
	const untyped: Row[] = [];
	const deals: ExpansionDeal[] = [];
	for (const { keys, type, ...group } of groups) {
		// Of two copies under one key the open one is where somebody works.
		const copy = group.copies.find(({ status }) => status === 'open') ?? group.copies[0] ?? null;
		// Two open rows of ours under one key: the older one is the deal.
		const row =
			[...group.own].sort((a, b) => (String(a.opportunity_id) < String(b.opportunity_id) ? -1 : 1))[0] ??
			copy;
		if (row === null || type === null) {
			if (copy?.status === 'open') untyped.push(copy);
			continue;
		}
		const { status, close_on: closeOn } = copy ?? row;
		const day = String(closeOn).slice(0, 10);
		deals.push({
			type,
			status: status as ExpansionDeal['status'],
			row,
			copy: copy === row ? null : copy,
			keys: [...keys],
			discoveredOn: discoveryOf(row),
			closedOn: status === 'open' || !isDay(day) ? null : day,
		});
	}
	return { deals, untyped };
}

interface Group {
	readonly keys: Set<string>;
	readonly type: ExpansionType | null;
	readonly own: Row[];
	readonly copies: Row[];
}

/** The group of the deal that a row belongs to; a row whose type is not known goes by its keys alone. */
function join(groups: Group[], row: Row, type: ExpansionType | null): Group {
	const id = textOf(row.external_id);
	const keys = [textOf(row.effect_key), id === null ? null : `id ${id}`].filter((key) => key !== null);
	const known = groups.find(
		(group) => (type === null || group.type === type) && keys.some((key) => group.keys.has(key)),
	);
	const group = known ?? { keys: new Set<string>(), type, own: [], copies: [] };
	if (known === undefined) groups.push(group);
	for (const key of keys) group.keys.add(key);
	return group;
}

function typeOf(row: Row): ExpansionType | null {
	const words = [String(row.kind), ...String(row.effect_key ?? '').split(':')];
	return EXPANSION_TYPES.find((type) => words.includes(type)) ?? null;
}

function discoveryOf(row: Row): string | null {
	const created: unknown = row.createdAt;
	const at = created instanceof Date ? created.toISOString() : created;
	for (const value of [jsonIn(row, 'evidence_json').discovered_on, at]) {
		const day = typeof value === 'string' ? value.slice(0, 10) : null;
		if (isDay(day)) return day;
	}
	return null;
}

const textOf = (value: unknown): string | null =>
	typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
