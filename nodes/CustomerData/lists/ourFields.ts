import type { INodePropertyOptions } from 'n8n-workflow';

import type { CanonicalObject } from '../../../scoring/core/CanonicalModel';
import { modelOf } from '../../../scoring/core/modelOf';
import type { Source, SourceObject } from '../../../shared/connectors/Source';

/** What a record of a system becomes. */
export const BECOMES: Readonly<Record<SourceObject, readonly CanonicalObject[]>> = {
	accounts: ['accounts'],
	contacts: ['contacts'],
	deals: ['opportunities'],
	interactions: ['interactions'],
	invoices: ['invoices'],
	people: ['people'],
	subscriptions: ['contracts', 'contractLines'],
	tasks: ['tasks'],
	tickets: ['tickets'],
	usage: ['usage'],
};
/** Set by the engine; a mapping would be overwritten. */
const OURS = new Set(['account_id', 'custom_json', 'deleted', 'row_hash', 'source', 'source_updated_at']);
const WORDS: Readonly<Record<string, string>> = {
	arr: 'ARR',
	mrr: 'MRR',
	csm: 'CSM',
	ae: 'AE',
	nps: 'NPS',
	id: 'ID',
};

function labelOf(field: string): string {
	const words = field
		.replace(/_(minor|id|json)$/, '')
		.replace(/_on$/, '_day')
		.split('_');
	return words.map((word) => WORDS[word] ?? word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** Our fields of one kind of record; each says which field of the system it is read from when nothing is mapped. Sorted by label. */
export function ourFields(source: Source, object: SourceObject): INodePropertyOptions[] {
	const preset = source.readers[object]?.fields ?? {};
	const names = BECOMES[object].flatMap((canonical) => modelOf(canonical).fields.map(({ name }) => name));
	const all = [...new Set([...names, ...Object.keys(preset)])].filter((name) => !OURS.has(name));
	return all
		.map((value) => {
			const from = preset[value] ?? '';
			return { name: `${labelOf(value)} (now: ${from === '' ? 'not read' : from})`, value };
		})
		.sort((a, b) => a.name.localeCompare(b.name));
}

/** The fields of one kind of item, by its name in the node: a source object or one of our own. */
export function itemFields(object: string): INodePropertyOptions[] {
	const becomes = BECOMES[object as SourceObject] ?? [object as CanonicalObject];
	return becomes
		.flatMap((canonical) => modelOf(canonical).fields.map(({ name }) => name))
		.filter((name) => name === 'account_id' || !OURS.has(name))
		.map((value) => ({ name: labelOf(value), value }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
