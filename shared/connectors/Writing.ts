import type { Scalar } from '../../scoring/core/CanonicalModel';
import type { ConnectorFault } from './ConnectorFault';

/** A score on its way to a vendor record. */
export interface ScoreWrite {
	readonly accountId: string;
	/** Vendor record id; null: found by the key field. */
	readonly externalId: string | null;
	/** By vendor field name; null clears. */
	readonly fields: Readonly<Record<string, Scalar>>;
}

export type WriteOutcome =
	| { readonly ok: true; readonly externalId: string; readonly created: boolean }
	| { readonly ok: false; readonly fault: ConnectorFault };

export interface TaskEffect {
	readonly effectKey: string;
	readonly accountId: string;
	/** Vendor record id of the account; null: found by the key field. */
	readonly accountExternalId: string | null;
	readonly title: string;
	readonly text: string;
	/** YYYY-MM-DD. */
	readonly dueOn: string;
	readonly priority: 'high' | 'low' | 'medium' | 'urgent';
	/** Vendor id of the user; null: nobody, or the account's owner. */
	readonly ownerExternalId: string | null;
}

export interface OpportunityEffect {
	readonly effectKey: string;
	readonly accountId: string;
	readonly accountExternalId: string | null;
	readonly name: string;
	readonly kind: 'expansion' | 'new' | 'renewal';
	readonly amountMinor: number | null;
	readonly currency: string | null;
	/** Vendor's stage; null: the source's first open stage. */
	readonly stage: string | null;
	/** YYYY-MM-DD. */
	readonly closeOn: string;
	readonly ownerExternalId: string | null;
	/** Vendor id when it is known to exist: update that one. */
	readonly externalId: string | null;
}

export type EffectOutcome =
	/** It is there; `created` false: it was there before, or was updated. */
	| { readonly state: 'confirmed'; readonly externalId: string; readonly created: boolean }
	/** The answer was lost and the vendor cannot be asked by key: a person must look. */
	| { readonly state: 'unknown'; readonly fault: ConnectorFault }
	/** Surely not done; the fault's class says whether later may help. */
	| { readonly state: 'failed'; readonly fault: ConnectorFault };

/** One thing that the write-back needs at the vendor. */
export interface BaseStep {
	readonly kind: 'field' | 'group' | 'option' | 'permission' | 'table';
	/** Object or table it stands on. */
	readonly on: string;
	/** As the vendor will call it. */
	readonly name: string;
	readonly type: string;
	readonly exists: boolean;
	/** What it is for, or why it cannot be made here. */
	readonly note: string;
	/** false: the vendor's API cannot create it; the note says what to do by hand. */
	readonly creatable: boolean;
}

export interface VendorField {
	/** Stable id: what a mapping stores. */
	readonly id: string;
	readonly label: string;
	readonly type: string;
	readonly writable: boolean;
	readonly required: boolean;
	readonly options: readonly string[];
}

/** Container a user chooses before objects: an Airtable base or table. */
export interface VendorContainer {
	readonly id: string;
	readonly label: string;
}
