import type { CanonicalObject, CanonicalRow, Scalar } from '../../scoring/core/CanonicalModel';
import type { Issue } from '../../scoring/core/issue';
import type { SourceObject } from '../connectors/Source';

/** What made the items: one of n8n's own nodes. */
export type ItemPresetId =
	| 'airtable'
	| 'dataTable'
	| 'googleCalendar'
	| 'googleSheets'
	| 'hubspot'
	| 'outlook'
	| 'pipedrive'
	| 'postgres'
	| 'salesforce'
	| 'stripe';

/** What the items are. A source object (`deals`) and the object it becomes (`opportunities`) mean the same. */
export type ItemObject = CanonicalObject | SourceObject;

export type Json = Readonly<Record<string, unknown>>;

export interface ItemsRequest {
	readonly preset: ItemPresetId;
	readonly object: ItemObject;
	/** `item.json` of each item. */
	readonly items: readonly Json[];
	/** Canonical field -> field of the item, over the preset; '' leaves the field out. */
	readonly mapping: Readonly<Record<string, string>>;
	/** Field of an account that holds our own account id; '' = accounts are `system:id`. */
	readonly keyField: string;
	/** ISO 4217 for amounts that come without a currency; null: unknown. */
	readonly currency: string | null;
	/** Rows of cs_aliases; may be empty. */
	readonly aliases: readonly Json[];
	/** Rows of cs_accounts and cs_contacts, for meetings and to find rows without account; may be empty. */
	readonly accounts: readonly Json[];
	readonly contacts: readonly Json[];
	/** Mail domains of our own company: those people are not the customer. */
	readonly ownDomains: readonly string[];
	/** Give accounts without an id of ours the next customer number (`CUST_0042`) instead of `system:id`. Default: no. */
	readonly newIds?: boolean;
	/** UTC ISO; meetings after it have not happened yet. */
	readonly asOf: string;
}

export interface ItemRow {
	readonly object: CanonicalObject;
	readonly row: CanonicalRow;
	/** Values that did not fit, by field. */
	readonly raw: Readonly<Record<string, Scalar>>;
	/** Position of the item it came from. */
	readonly itemIndex: number;
	/** Id of the record in its system; null: it has none. */
	readonly externalId: string | null;
}

export interface ItemProblem {
	readonly itemIndex: number;
	readonly object: CanonicalObject;
	readonly externalId: string | null;
	readonly issues: readonly Issue[];
	/** false: no row came out of it. */
	readonly usable: boolean;
}

export interface ItemsResult {
	readonly rows: readonly ItemRow[];
	/** Items with something that did not fit, in their order. */
	readonly problems: readonly ItemProblem[];
	/** About the mapping or all items, once. */
	readonly notes: readonly Issue[];
	/** Fields of the items that nothing is mapped to, sorted. */
	readonly unmapped: readonly string[];
	/** Records that are gone in their system: `interaction_id` of cancelled meetings, without the account's part. */
	readonly removed: readonly string[];
	/** By account: the next meeting after `asOf`, UTC ISO. */
	readonly nextMeetings: Readonly<Record<string, string>>;
}
