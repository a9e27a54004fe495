import type { Source, SourceSettings } from '../Source';
import type { AccountDirectory } from './Engine';
import type { PlannedScores, RefusedScore, ScorePlan } from './ScorePlan';
import { scoreResults } from './scoreResults';

type Row = Readonly<Record<string, unknown>>;

interface Group {
	readonly accountId: string;
	readonly externalId: string | null;
	/** Kind of score -> its last row. */
	readonly kinds: Map<string, { readonly index: number; readonly row: Row }>;
}

const WRITTEN_KINDS = ['health', 'churn'];

function kindOf(row: Row): string {
	return typeof row['score'] === 'string' ? row['score'] : 'health';
}

/** Why a row cannot be sent; null: it can. */
function refuse(row: Row, accountId: string, externalId: string | null, source: Source, keyField: string) {
	const kind = kindOf(row);
	if (accountId === '') {
		return {
			code: 'score-without-account',
			message: 'A score row has no account_id.',
			remedy: 'Connect the output Scores of Health Score, or map the account id.',
		};
	}
	if (!WRITTEN_KINDS.includes(kind)) {
		return {
			code: 'score-kind-not-written',
			message: `The score '${kind}' of account ${accountId} is not written back.`,
			remedy: `Only ${WRITTEN_KINDS.join(' and ')} are; filter the others out.`,
		};
	}
	const value = row['value'];
	if (value !== null && value !== undefined && (typeof value !== 'number' || !(value >= 0 && value <= 100))) {
		return {
			code: 'score-out-of-range',
			message: `The score of account ${accountId} is no number from 0 to 100.`,
			remedy: 'Connect the output of Health Score as it is; an account without a score has null.',
		};
	}
	if (externalId !== null || keyField !== '') return null;
	return {
		code: 'account-without-record',
		message: `For account ${accountId} no ${source.label} record is known.`,
		remedy: `Connect the accounts of this source to the second input, or set the field in ${source.label} that holds the account id.`,
	};
}

/**
 * Sorts score rows by the vendor record they go to: of several rows of one kind for one record the last one counts, a health and a churn row go
 * together. Linear in the number of rows.
 */
export function planScores(
	source: Source,
	settings: SourceSettings,
	scores: Iterable<Row>,
	accounts: AccountDirectory,
): PlannedScores {
	const groups = new Map<string, Group>();
	const duplicates = new Map<number, { readonly by: number; readonly accountId: string }>();
	const refused: RefusedScore[] = [];
	let index = -1;
	for (const row of scores) {
		index += 1;
		const given = row['account_id'];
		const accountId = typeof given === 'string' ? given : typeof given === 'number' ? String(given) : '';
		const prefix = `${source.id}:`;
		const derived = accountId.startsWith(prefix) ? accountId.slice(prefix.length) : '';
		const externalId = accounts.externalIdOf(accountId) ?? (derived === '' ? null : derived);
		const fault = refuse(row, accountId, externalId, source, settings.keyField);
		if (fault !== null) {
			refused.push({ index, row, accountId, ...fault });
			continue;
		}
		const target = externalId === null ? `key ${accountId}` : `id ${externalId}`;
		const group = groups.get(target) ?? { accountId, externalId, kinds: new Map() };
		groups.set(target, group);
		const last = group.kinds.get(kindOf(row));
		if (last !== undefined) duplicates.set(last.index, { by: index, accountId });
		group.kinds.set(kindOf(row), { index, row });
	}
	const plans = [...groups.values()].map(({ accountId, externalId, kinds }): ScorePlan => {
		const rows = [...kinds.values()];
		return {
			indices: rows.map((entry) => entry.index),
			accountId,
			externalId,
			results: Object.assign({}, ...rows.map((entry) => scoreResults(entry.row))),
			writtenHash: externalId === null ? null : (accounts.known(externalId)?.writtenHash ?? null),
			tries: 0,
		};
	});
	return { plans, duplicates, refused };
}
