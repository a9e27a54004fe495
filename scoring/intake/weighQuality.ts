import type { ObjectQuality, QualityPart, SourceQuality } from './DataQuality';
import { WANTED_FIELDS } from './wantedFields';

/** A choice of this project; the parts that cannot be judged leave their weight to the others. */
const WEIGHTS = {
	validity: 0.35,
	completeness: 0.25,
	uniqueness: 0.15,
	integrity: 0.15,
	freshness: 0.1,
} as const;

interface Share {
	readonly value: number | null;
	readonly reason: string;
}

/**
 * The data-quality score, 0 to 100: a weighted mean of five shares, each 0 to 1.
 *
 * - validity (0.35): filled values that are usable, of all filled values
 * - completeness (0.25): mean coverage of the fields that scores and reports need (`WANTED_FIELDS`), objects weighted by their rows
 * - uniqueness (0.15): rows that are no duplicate of an earlier one
 * - integrity (0.15): child rows whose account is known
 * - freshness (0.10): sources that were read within their limit
 *
 * A share that cannot be judged (no rows, no accounts, no sources named) gives its weight to the others in proportion. Contributions add
 * up to the score. null without rows.
 *
 * @example
 * weighQuality([], []).score
 * // => null
 */
export function weighQuality(
	objects: readonly ObjectQuality[],
	sources: readonly SourceQuality[],
): { readonly score: number | null; readonly parts: readonly QualityPart[] } {
	const shares: Readonly<Record<QualityPart['id'], Share>> = {
		validity: validity(objects),
		completeness: completeness(objects),
		uniqueness: uniqueness(objects),
		integrity: integrity(objects),
		freshness: freshness(sources),
	};
	const rows = total(objects, (object) => object.rows);
	const ids = Object.keys(WEIGHTS) as Array<QualityPart['id']>;
	const judged = rows === 0 ? 0 : total(ids, (id) => (shares[id].value === null ? 0 : WEIGHTS[id]));
	const parts = ids.map((id): QualityPart => {
		const { value, reason } = shares[id];
		const weight = value === null || judged === 0 ? 0 : WEIGHTS[id] / judged;
		return { id, value, weight, contribution: value === null ? 0 : 100 * weight * value, reason };
	});
	return { score: judged === 0 ? null : total(parts, ({ contribution }) => contribution), parts };
}

function total<Item>(items: readonly Item[], value: (item: Item) => number): number {
	return items.reduce((sum, item) => sum + value(item), 0);
}

const share = (good: number, all: number, reason: string, none: string): Share =>
	all === 0 ? { value: null, reason: none } : { value: good / all, reason };

function validity(objects: readonly ObjectQuality[]): Share {
	const filled = total(objects, ({ fields }) => total(fields, (field) => field.filled));
	const invalid = total(objects, ({ fields }) => total(fields, (field) => field.invalid));
	return share(filled - invalid, filled, `${invalid} of ${filled} values are invalid`, 'no values');
}

function completeness(objects: readonly ObjectQuality[]): Share {
	let wanted = 0;
	let filled = 0;
	let emptiest: { readonly name: string; readonly missing: number } | null = null;
	for (const { object, fields, rows } of objects) {
		for (const field of fields) {
			if (!WANTED_FIELDS[object].includes(field.field)) continue;
			const weight = 1 / WANTED_FIELDS[object].length;
			wanted += rows * weight;
			filled += field.filled * weight;
			const missing = rows - field.filled;
			if (missing > 0 && (emptiest === null || missing > emptiest.missing)) {
				emptiest = { name: `${object}.${field.field}`, missing };
			}
		}
	}
	const reason =
		emptiest === null
			? 'every needed field is filled'
			: `${emptiest.name} is empty in ${emptiest.missing} rows`;
	return share(filled, wanted, reason, 'no rows');
}

function uniqueness(objects: readonly ObjectQuality[]): Share {
	const rows = total(objects, (object) => object.rows);
	const doubled = total(objects, ({ duplicateRows }) => duplicateRows);
	return share(rows - doubled, rows, `${doubled} of ${rows} rows are duplicates`, 'no rows');
}

function integrity(objects: readonly ObjectQuality[]): Share {
	const judged = objects.filter(({ orphans }) => orphans !== null);
	const rows = total(judged, (object) => object.rows);
	const orphans = judged.reduce((sum, object) => sum + (object.orphans as number), 0);
	return share(
		rows - orphans,
		rows,
		`${orphans} of ${rows} rows belong to no known account`,
		'no accounts to compare with',
	);
}

function freshness(sources: readonly SourceQuality[]): Share {
	const stale = sources.filter((source) => source.stale);
	const named = stale.map(({ source, object }) => `${source} ${object}`).join(', ');
	const reason =
		stale.length === 0 ? 'every source is fresh' : `${named} ${stale.length === 1 ? 'is' : 'are'} stale`;
	return share(sources.length - stale.length, sources.length, reason, 'no sources named');
}
