import type { Scalar } from '../../../scoring/core/CanonicalModel';
import type { ScoreWrite, SourceSettings, WriteOutcome } from '../Source';
import type { Call } from '../Wire';
import { appendScoreHistory } from './appendScoreHistory';
import { requireTable } from './findTable';
import { asMapped, fitResults } from './fitResults';
import { tablePath } from './listRecords';
import { parseRecords } from './parseRecords';
import { readSchema } from './readSchema';
import { requireColumn } from './requireColumn';
import { unreadableAnswer } from './unreadableAnswer';

/** The most records that Airtable takes in one request. */
export const WRITE_BATCH = 10;

interface OutgoingRecord {
	readonly id?: string;
	readonly fields: Readonly<Record<string, Scalar>>;
}

/** The record id of a score's account: known, or the account's own id holds it. null: it must be found by its key. */
function recordIdOf(row: ScoreWrite): string | null {
	return row.externalId ?? /^airtable:(rec[A-Za-z0-9]{14})$/.exec(row.accountId)?.[1] ?? null;
}

function readOutcomes(body: unknown, expected: number): readonly WriteOutcome[] {
	const written = parseRecords(body)?.records;
	if (written?.length !== expected) throw unreadableAnswer('the records that were written');
	const created = new Set((body as { createdRecords?: readonly string[] }).createdRecords ?? []);
	return written.map(({ id }) => ({ ok: true, externalId: id, created: created.has(id) }));
}

/**
 * Writes up to 10 scores in one request: by record id where it is known, else by the key column (an upsert, which makes the record when there
 * is none). Airtable takes or refuses the whole request; a refusal is thrown as one of the whole batch.
 */
export async function writeScores(
	call: Call,
	settings: SourceSettings,
	rows: readonly ScoreWrite[],
): Promise<readonly WriteOutcome[]> {
	const schema = await readSchema(call, settings.baseId);
	const table = requireTable(schema, settings, 'accounts');
	const ids = rows.map(recordIdOf);
	const key = ids.includes(null) ? requireColumn(table, settings.keyField).name : null;
	const records = rows.map((row, index): OutgoingRecord => {
		const fields = fitResults(table, row.fields);
		const id = ids[index];
		return id || key === null ? { id: id ?? '', fields } : { fields: { ...fields, [key]: row.accountId } };
	});
	try {
		await appendScoreHistory(call, settings, schema, rows);
		const answer = await call({
			method: 'PATCH',
			path: tablePath(settings.baseId, table.id),
			body: {
				...(key === null ? {} : { performUpsert: { fieldsToMergeOn: [key] } }),
				records,
				...(settings.options.typecast === true ? { typecast: true } : {}),
			},
			idempotent: true,
		});
		return readOutcomes(answer.body, rows.length);
	} catch (error) {
		throw asMapped(error, table, Object.assign({}, ...rows.map(({ fields }) => fields)));
	}
}
