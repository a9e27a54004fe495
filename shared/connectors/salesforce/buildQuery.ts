import type { ReadRequest, SourceSettings } from '../Source';
import type { SalesforceCursor } from './readCursor';
import type { SalesforceObject } from './salesforceObjects';
import { soqlLiteral } from './soqlLiteral';
import { soqlName } from './soqlName';

/**
 * The SOQL of one run of pages. A full read goes by Id, a window by (SystemModstamp, Id), each from after the cursor's record: a run that
 * lost its locator goes on by this key and misses nothing. SystemModstamp is indexed and moves on system changes too, LastModifiedDate
 * does neither.
 */
export function buildQuery(
	object: SalesforceObject,
	settings: SourceSettings,
	request: ReadRequest,
	cursor: SalesforceCursor,
	fields: readonly string[],
): string {
	// Names are the same whatever their case, and none may be asked for twice.
	const select = new Map(
		['Id', 'SystemModstamp', ...fields].map((name) => [name.toLowerCase(), soqlName(name)]),
	);
	const where: string[] = [];
	if (object.where !== null) where.push(object.where(settings));
	if (request.removed) {
		select.set('isdeleted', 'IsDeleted');
		if (object.merges) select.set('masterrecordid', 'MasterRecordId');
		where.push('IsDeleted = true');
	}
	if (request.window !== null) {
		where.push(`SystemModstamp >= ${soqlLiteral(request.window.from, 'instant')}`);
		where.push(`SystemModstamp < ${soqlLiteral(request.window.to, 'instant')}`);
	}
	const after = cursor.id === undefined ? null : soqlLiteral(cursor.id, 'text');
	if (after !== null && request.window === null) where.push(`Id > ${after}`);
	if (after !== null && request.window !== null) {
		const at = soqlLiteral(cursor.at ?? request.window.from, 'instant');
		where.push(`(SystemModstamp > ${at} OR (SystemModstamp = ${at} AND Id > ${after}))`);
	}
	return [
		`SELECT ${[...select.values()].join(', ')} FROM ${object.name}`,
		...(where.length > 0 ? [`WHERE ${where.join(' AND ')}`] : []),
		`ORDER BY ${request.window === null ? 'Id' : 'SystemModstamp, Id'}`,
	].join(' ');
}
