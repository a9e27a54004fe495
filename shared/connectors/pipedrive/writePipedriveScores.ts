import type { Scalar } from '../../../scoring/core/CanonicalModel';
import { ConnectorFault } from '../ConnectorFault';
import type { ScoreWrite, SourceSettings, WriteOutcome } from '../Source';
import type { Call } from '../Wire';
import { findPipedriveOrganization } from './findPipedriveOrganization';
import { CUSTOM_FIELD_KEY, pipedriveRequest } from './pipedriveRequest';
import { isPipedriveKey, readPipedriveKeys } from './readPipedriveKeys';

/** Standard fields of an organization that may be written. */
const WRITABLE: ReadonlySet<string> = new Set([
	'name',
	'website',
	'linkedin',
	'industry',
	'annual_revenue',
	'employee_count',
]);
/** Faults of this one row; all others stop the batch. */
const OF_THE_ROW: ReadonlySet<string> = new Set(['not-found', 'poison']);

/**
 * Writes scores, one request a record because Pipedrive has no batch (5 tokens each). The field set is written by id, so a repeated
 * request has no second effect. Fields that still go by name are looked up first (10 tokens, which `resolvePipedriveSettings` saves).
 */
export async function writePipedriveScores(
	call: Call,
	settings: SourceSettings,
	rows: readonly ScoreWrite[],
): Promise<readonly WriteOutcome[]> {
	const outcomes: WriteOutcome[] = [];
	const isNamed = rows.some(({ fields }) => Object.keys(fields).some((field) => !isPipedriveKey(field)));
	const keys = isNamed ? await readPipedriveKeys(call, 'accounts') : new Map<string, string>();
	for (const row of rows) {
		try {
			const id = row.externalId ?? (await findPipedriveOrganization(call, settings, row.accountId));
			const path = `/v2/organizations/${encodeURIComponent(id)}`;
			await call(pipedriveRequest({ method: 'PATCH', path, body: bodyOf(row.fields, keys) }));
			outcomes.push({ ok: true, externalId: id, created: false });
		} catch (error) {
			outcomes.push({ ok: false, fault: faultOfRow(error, keys) });
		}
	}
	return outcomes;
}

/** Pipedrive names the field it refuses by its key; whoever mapped it by name must be told that name. */
function faultOfRow(error: unknown, keys: ReadonlyMap<string, string>): ConnectorFault {
	if (!(error instanceof ConnectorFault)) throw error;
	if (OF_THE_ROW.has(error.faultClass)) return error;
	const name = [...keys].find(([, key]) => key === error.field)?.[0];
	throw name === undefined ? error : new ConnectorFault({ ...error, message: error.message, field: name });
}

function bodyOf(
	fields: Readonly<Record<string, Scalar>>,
	keys: ReadonlyMap<string, string>,
): Record<string, unknown> {
	const standard: Record<string, Scalar> = {};
	const custom: Record<string, Scalar> = {};
	for (const [name, value] of Object.entries(fields)) {
		const field = keys.get(name) ?? name;
		if (CUSTOM_FIELD_KEY.test(field)) custom[field] = value;
		else if (WRITABLE.has(field)) standard[field] = value;
		else throw unknownField(field);
	}
	return { ...standard, ...(Object.keys(custom).length > 0 ? { custom_fields: custom } : {}) };
}

function unknownField(field: string): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'schema',
		code: 'pipedrive-field-missing',
		message: `Organizations in Pipedrive have no field "${field}" that can be written.`,
		remedy: 'Run Setup: Prepare Base once (it creates the fields), or choose another field for this result.',
		status: null,
		field,
	});
}
