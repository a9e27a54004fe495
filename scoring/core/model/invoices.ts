import type { ObjectModel } from '../CanonicalModel';
import { ENUMS } from '../enums';

/** Invoices and when they were paid. */
export const INVOICES: ObjectModel = {
	object: 'invoices',
	table: 'cs_invoices',
	key: ['invoice_id'],
	fields: [
		{ name: 'invoice_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'account_id', kind: 'id', required: true, sensitivity: 'internal' },
		{ name: 'issued_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'due_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'paid_on', kind: 'day', sensitivity: 'confidential' },
		{ name: 'amount_minor', kind: 'money', sensitivity: 'confidential' },
		{ name: 'currency', kind: 'currency', sensitivity: 'internal' },
		{
			name: 'status',
			kind: 'enum',
			allowed: ENUMS.get('cs_invoices.status') ?? [],
			sensitivity: 'confidential',
		},
	],
};
