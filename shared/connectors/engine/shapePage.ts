import { modelOf } from '../../../scoring/core/modelOf';
import { normaliseRow } from '../../../scoring/intake/normaliseRow';
import type { RawRecord, ShapedRow } from '../Source';
import { findSplitUsage } from './findSplitUsage';
import { finishAccount } from './finishAccount';
import type { PageInput, ReadContext, ShapedPage } from './ReadContext';
import { settleAccounts } from './settleAccounts';
import { writeDeadLetter } from './writeDeadLetter';
import { filledText } from '../../filledText';

interface Pending {
	readonly record: RawRecord;
	readonly accountId: string | null;
	readonly shaped: ShapedRow;
}

function letter(context: ReadContext, record: RawRecord, letterClass: string, code: string, words: string[]) {
	const [message = '', remedy = ''] = words;
	const { source, object, clock } = context.options;
	const now = clock.now();
	const { id: externalId } = record;
	return writeDeadLetter({
		source: source.id,
		object,
		externalId,
		payload: record,
		letterClass,
		code,
		message,
		remedy,
		attempts: 1,
		now,
	});
}

/** Values by canonical field, as the mapping picks them. Inherited names such as `constructor` are no fields. */
function pick(record: RawRecord, mapping: Readonly<Record<string, string>>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(mapping)
			.filter(([, field]) => Object.hasOwn(record.fields, field))
			.map(([name, field]) => [name, record.fields[field]]),
	);
}

async function shapeAll(context: ReadContext, input: PageInput, page: ShapedPage): Promise<Pending[]> {
	const { source, settings } = context.options;
	const pending: Pending[] = [];
	for (const { record, accountId } of await settleAccounts(context, input, page)) {
		try {
			const mapped = pick(record, input.choice.mapping);
			for (const shaped of context.reader.shape(record, mapped, settings)) {
				pending.push({ record, accountId, shaped });
			}
		} catch (error) {
			const reason = error instanceof Error ? error.name : 'an error';
			const words = [
				`The ${source.label} record ${record.id} could not be read (${reason}).`,
				'Look at its fields there; a field of an unusual type may be mapped.',
			];
			page.problems.push(letter(context, record, 'poison', 'record-unreadable', words));
		}
	}
	return pending;
}

function addRow(context: ReadContext, input: PageInput, page: ShapedPage, pending: Pending): void {
	const { source, settings, object } = context.options;
	const { record, shaped } = pending;
	const model = modelOf(shaped.object);
	const isAccount = shaped.object === 'accounts';
	const accountId = isAccount
		? pending.accountId
		: shaped.accountExternalId === null
			? filledText(shaped.values['account_id'])
			: context.finder.idOf(shaped.accountExternalId);
	if (shaped.accountExternalId !== null && accountId === null) {
		const words = [
			`The ${source.label} record ${record.id} (${object}) belongs to account ${shaped.accountExternalId}, which is not there.`,
			'It may be deleted, or the credential may not see it.',
		];
		page.problems.push(letter(context, record, 'not-found', 'account-unknown', words));
		return;
	}
	const parent = filledText(shaped.values['parent_external_id']);
	const [ownKey = ''] = model.key;
	const normalised = normaliseRow(
		shaped.object,
		{
			...(model.key.length === 1 ? { [ownKey]: `${source.id}:${record.id}` } : {}),
			...shaped.values,
			...(accountId === null ? {} : { account_id: accountId }),
			...(parent === null ? {} : { parent_id: context.finder.idOf(parent) }),
		},
		{ origin: 'vendor', amounts: shaped.amounts, currency: settings.currency },
	);
	for (const issue of normalised.issues) {
		const key = `${issue.code} ${issue.path}`;
		if (context.told.has(key) || issue.severity === 'error') continue;
		context.told.add(key);
		page.issues.push(issue);
	}
	if (!normalised.usable) {
		const faults = normalised.issues.filter(({ severity }) => severity === 'error');
		if (!isAccount && accountId === null && faults.every(({ path }) => path.endsWith('.account_id'))) {
			page.unattached += 1;
			return;
		}
		const words = [
			`The ${source.label} record ${record.id} (${object}) cannot be used: ${faults.map(({ message }) => message).join(' ')}`,
			faults[0]?.remedy ?? '',
		];
		page.problems.push(letter(context, record, 'invalid', faults[0]?.code ?? 'invalid', words));
		return;
	}
	const { row, raw } = normalised;
	const written = input.choice.hashField === null ? null : record.fields[input.choice.hashField];
	const writtenHash = isAccount && /^[0-9a-f]{12}$/.test(String(written)) ? String(written) : null;
	if (!isAccount) {
		page.rows.push({ object: shaped.object, row, externalId: record.id, writtenHash, raw });
		return;
	}
	const ownFields = new Set(source.ownFields(settings));
	const own = Object.entries(input.choice.mapping).filter(([, field]) => ownFields.has(field));
	const finished = finishAccount(source.id, record, row, new Set(own.map(([name]) => name)), writtenHash);
	const known = context.isChange ? context.options.accounts.known(record.id) : null;
	const isOwn = known !== null && known.rowHash === finished['row_hash'] && known.accountId === accountId;
	if (isOwn) page.own += 1;
	// What we wrote ourselves is no change of the customer; only a new hash of it is passed on, so that it is not written again.
	if (isOwn && known.writtenHash === writtenHash) return;
	const account = { object: shaped.object, row: finished, externalId: record.id, writtenHash, raw };
	page.rows.push(isOwn ? { ...account, own: true } : account);
	if (known === null && accountId !== `${source.id}:${record.id}`) {
		const alias = { system: source.id, external_id: record.id, account_id: accountId, merged_at: null };
		page.rows.push({ object: 'aliases', row: alias, externalId: record.id, writtenHash: null, raw: {} });
	}
}

/**
 * Rows of our tables out of a page of vendor records: mapped, shaped, given their account, normalised. A record that cannot be used becomes a dead
 * letter and never stops the page. Accounts whose only change is what we wrote ourselves are counted as `own`.
 */
export async function shapePage(context: ReadContext, input: PageInput): Promise<ShapedPage> {
	const page: ShapedPage = { rows: [], problems: [], issues: [], own: 0, unattached: 0 };
	const pending = await shapeAll(context, input, page);
	const pointed = pending.flatMap(({ shaped }) => {
		const parent = filledText(shaped.values['parent_external_id']);
		return [shaped.accountExternalId, parent].filter((id): id is string => id !== null);
	});
	await context.finder.find(pointed);
	for (const one of pending) addRow(context, input, page, one);
	const split = context.told.has('usage-split') ? null : findSplitUsage(context.options.source, page.rows);
	if (split !== null) {
		context.told.add(split.code);
		page.issues.push(split);
	}
	return page;
}
