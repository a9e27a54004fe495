import type { CanonicalObject } from '../core/CanonicalModel';
import { modelOf } from '../core/modelOf';
import { classifyFields } from './classifyFields';
import type { FieldQuality, ObjectQuality } from './DataQuality';
import { findDuplicates } from './findDuplicates';
import type { NormaliseOptions } from './NormalisedRow';
import { normaliseRow } from './normaliseRow';
import { rowKey } from './rowKey';
import { showValue } from './showValue';
import { toRaw } from './toRaw';
import { wordOf } from './wordOf';

type Row = Readonly<Record<string, unknown>>;

const MOST_EXAMPLES = 3;
/** Objects whose rows belong to no account. */
const WITHOUT_ACCOUNT = new Set<CanonicalObject>(['accounts', 'people']);

const blank = (value: unknown): boolean =>
	value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/**
 * What the rows of one object are worth: per field how often it is filled and how often with something unusable (with examples that show
 * no personal data), duplicates, and rows whose account is not among `accountIds` (null: not known, so not judged).
 *
 * @example
 * assessObject('accounts', [{ account_id: 'a', seats: -5 }], null, { origin: 'own', amounts: 'minor', currency: null }).fields.filter((field) => field.invalid > 0).map(({ field }) => field)
 * // => ['seats']
 */
export function assessObject(
	object: CanonicalObject,
	rows: readonly Row[],
	accountIds: ReadonlySet<string> | null,
	options: NormaliseOptions,
): ObjectQuality {
	const model = modelOf(object);
	const tallies = new Map(
		model.fields.map(({ name }) => [name, { filled: 0, invalid: 0, examples: [] as Example[] }]),
	);
	const duplicates = findDuplicates(object, rows);
	const doubled = countDoubled(rows, object);
	const orphanKeys: string[] = [];
	const judgesOrphans = accountIds !== null && !WITHOUT_ACCOUNT.has(object);
	let unusable = 0;
	let sound = 0;
	rows.forEach((row, index) => {
		const { raw, issues, usable } = normaliseRow(object, row, options);
		if (!usable) unusable++;
		for (const { name, sensitivity } of model.fields) {
			const value = Object.hasOwn(row, name) ? row[name] : null;
			const tally = tallies.get(name);
			if (tally === undefined || blank(value)) continue;
			tally.filled++;
			if (!Object.hasOwn(raw, name)) continue;
			tally.invalid++;
			const issue = issues.find(({ path }) => path === `${object}.${name}`);
			if (tally.examples.length < MOST_EXAMPLES && issue !== undefined) {
				const shown = showValue(toRaw(value), sensitivity);
				tally.examples.push({ key: rowKey(object, row), value: shown, reason: issue.code });
			}
		}
		if (usable && Object.keys(raw).length === 0 && !doubled.has(index)) sound++;
		if (judgesOrphans && (blank(row.account_id) || !accountIds.has(wordOf(row.account_id)))) {
			orphanKeys.push(rowKey(object, row));
		}
	});
	const classes = new Map(classifyFields(object, rows).map(({ field, sensitivity }) => [field, sensitivity]));
	const fields = model.fields.map(({ name, sensitivity }): FieldQuality => {
		const { filled, invalid, examples } = tallies.get(name) ?? { filled: 0, invalid: 0, examples: [] };
		const coverage = rows.length === 0 ? null : filled / rows.length;
		return {
			field: name,
			filled,
			coverage,
			invalid,
			examples,
			sensitivity: classes.get(name) ?? sensitivity,
		};
	});
	return {
		object,
		rows: rows.length,
		sound,
		unusable,
		fields,
		duplicates,
		duplicateRows: countRowsBeyondFirst(duplicates),
		orphans: judgesOrphans ? orphanKeys.length : null,
		orphanKeys: orphanKeys.slice(0, MOST_EXAMPLES),
	};
}

type Example = FieldQuality['examples'][number];

/** Positions of rows whose key stood in an earlier row. */
function countDoubled(rows: readonly Row[], object: CanonicalObject): ReadonlySet<number> {
	const seen = new Set<string>();
	const doubled = new Set<number>();
	rows.forEach((row, index) => {
		const key = rowKey(object, row);
		if (seen.has(key)) doubled.add(index);
		seen.add(key);
	});
	return doubled;
}

/** Each row once, though it may be in several groups. */
function countRowsBeyondFirst(groups: ObjectQuality['duplicates']): number {
	let sameKey = 0;
	const others = new Set<string>();
	for (const { by, keys } of groups) {
		if (by === 'key') sameKey += keys.length - 1;
		else for (const key of [...new Set(keys)].slice(1)) others.add(key);
	}
	return sameKey + others.size;
}
