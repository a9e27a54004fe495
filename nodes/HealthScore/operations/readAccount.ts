import type { Override } from '../../../scoring/health/HealthScore';
import type { FieldNames } from '../../../shared/fields/fieldNames';
import { readAmountMinor } from '../../../shared/fields/readAmountMinor';
import { readDay } from '../../../shared/fields/readDay';
import { readField } from '../../../shared/fields/readField';

type Fields = Readonly<Record<string, unknown>>;

/** What is known of an account apart from its measures; null: not known. */
export interface Account {
	readonly accountId: string | null;
	readonly name: string | null;
	readonly tier: string | null;
	readonly csmId: string | null;
	readonly arrMinor: number | null;
	readonly currency: string | null;
	/** As given; what is no day is reported by scoring. */
	readonly startedOn: string | null;
	readonly override: Override | null;
	/** Row for measuring: seats, renewal_on, custom_json and source_updated_at under their table names. */
	readonly row: Fields;
}

const text = (value: unknown): string | null =>
	value === null || typeof value === 'object' ? null : String(value);

/** Reads an account from an item by its field names. */
export function readAccount(fields: Fields, names: FieldNames): Account {
	const get = (meaning: string): unknown => readField(fields, names.of(meaning));
	const currency = text(get('currency'));
	return {
		accountId: text(get('account_id')),
		name: text(get('name')),
		tier: text(get('tier')),
		csmId: text(get('csm_id')),
		arrMinor: readAmountMinor(get('arr_minor'), names.amounts, currency),
		currency,
		startedOn: readDay(get('started_on')),
		override: readOverride(get),
		row: {
			seats: get('seats'),
			renewal_on: get('renewal_on'),
			custom_json: get('custom_json'),
			source_updated_at: get('source_updated_at'),
			deleted: get('deleted'),
		},
	};
}

/** A value alone makes an override; scoring then insists on its reason and expiry. */
function readOverride(get: (meaning: string) => unknown): Override | null {
	const value = get('override_value');
	if (value === null) return null;
	return {
		value: Number(value),
		reason: text(get('override_reason')) ?? '',
		by: text(get('override_by')),
		expiresOn: readDay(get('override_expires_on')) ?? '',
	};
}
