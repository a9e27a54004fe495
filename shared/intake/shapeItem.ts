import type { CanonicalObject } from '../../scoring/core/CanonicalModel';
import { modelOf } from '../../scoring/core/modelOf';
import type { Issue } from '../../scoring/core/issue';
import type { RawRecord, SourceId } from '../connectors/Source';
import { itemFaults } from './itemFaults';
import type { ItemPresetId, Json } from './ItemPreset';
import type { OwnShaper } from './ownRows';
import type { VendorShaper } from './vendorRows';

export interface ShapedItem {
	readonly object: CanonicalObject;
	readonly values: Json;
	readonly amounts: 'major' | 'minor';
	/** Vendor id of the account it belongs to; null: it is an account, or names none. */
	readonly accountExternalId: string | null;
	/** The record it came from and its system; null: a row of a table. */
	readonly record: RawRecord | null;
	readonly system: SourceId | null;
	/** 12 hex that we wrote to the record last; null: none. */
	readonly writtenHash: string | null;
}

/**
 * One item as values by canonical field, one set for each row it becomes; or why it becomes none. A vendor's record has the key
 * `system:id` unless its reader gives another.
 */
export function shapeItem(
	item: Json,
	object: CanonicalObject,
	preset: ItemPresetId,
	vendor: VendorShaper | null,
	own: OwnShaper | null,
): { readonly rows: readonly ShapedItem[] } | { readonly issue: Issue } {
	if (vendor === null) {
		const read = own?.shape(item) ?? { values: item, amounts: 'minor' };
		return {
			rows: [{ object, ...read, accountExternalId: null, record: null, system: null, writtenHash: null }],
		};
	}
	try {
		const read = vendor.shape(item);
		if (read === null) return { issue: itemFaults.noId(preset, item) };
		const { record } = read;
		const written = vendor.hashField === null ? null : record.fields[vendor.hashField];
		const writtenHash = /^[0-9a-f]{12}$/.test(String(written)) ? String(written) : null;
		const rows = read.shaped.map((shaped): ShapedItem => {
			const { key } = modelOf(shaped.object);
			const [ownKey = ''] = key;
			const values = {
				...(key.length === 1 && { [ownKey]: `${vendor.system}:${record.id}` }),
				...shaped.values,
			};
			return { ...shaped, values, record, system: vendor.system, writtenHash };
		});
		return { rows };
	} catch {
		return { issue: itemFaults.unreadable(preset) };
	}
}
