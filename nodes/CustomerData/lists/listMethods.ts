import type { ILoadOptionsFunctions, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { SourceId, SourceObject } from '../../../shared/connectors/Source';
import { SOURCES } from '../../../shared/connectors/sources';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { connectForList } from '../connect';
import { itemFields, ourFields } from './ourFields';
import { vendorFields } from './vendorFields';

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const OBJECTS: readonly SourceObject[] = [
	'accounts',
	'contacts',
	'deals',
	'interactions',
	'invoices',
	'people',
	'subscriptions',
	'tasks',
	'tickets',
	'usage',
];

/** What went wrong is shown in the list, with what to do: of an error the editor's lists show the message alone. */
async function told<Result>(context: ILoadOptionsFunctions, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (caught) {
		const { message, description } = toNodeError(context.getNode(), caught, null);
		throw new NodeOperationError(context.getNode(), [message, description].filter(Boolean).join(' '));
	}
}

const theirs = (object: SourceObject, writable: boolean): Load =>
	async function list() {
		return await told(this, async () => await vendorFields(this, object, writable));
	};

const ours = (object: SourceObject): Load =>
	async function list() {
		const source = SOURCES[(this.getCurrentNodeParameter('source') ?? 'hubspot') as SourceId];
		return ourFields(source, object);
	};

const found = (options: readonly INodePropertyOptions[], filter = ''): INodeListSearchResult => ({
	results: options
		.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
		.map(({ name, value }) => ({ name, value: String(value) })),
});

/** Bases, or the tables of the chosen base. */
async function containers(context: ILoadOptionsFunctions, inBase: boolean): Promise<INodePropertyOptions[]> {
	return await told(context, async () => {
		const { source, settings, call } = await connectForList(context);
		if (inBase && settings.baseId === '') return [];
		const all = (await source.listContainers?.(call, inBase ? settings.baseId : null)) ?? [];
		return all
			.map(({ id, label }) => ({ name: label, value: id }))
			.sort((a, b) => a.name.localeCompare(b.name));
	});
}

/** Lists of the panel: `our_<kind>` and `their_<kind>` for the mapping of each kind of record, and those for results, tables, bases and keys. */
export const loadOptions: Readonly<Record<string, Load>> = {
	...Object.fromEntries(
		OBJECTS.flatMap((object) => [
			[`our_${object}`, ours(object)],
			[`their_${object}`, theirs(object, false)],
		]),
	),
	async itemFields() {
		return itemFields(String(this.getCurrentNodeParameter('itemObject') ?? 'accounts'));
	},
	resultTargets: theirs('accounts', true),
	async listTables() {
		return await containers(this, true);
	},
};

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

export const listSearch: Readonly<Record<string, Search>> = {
	async searchBases(filter) {
		return found(await containers(this, false), filter);
	},
	async searchTables(filter) {
		return found(await containers(this, true), filter);
	},
	async searchKeyFields(filter) {
		const [, ...fields] = await told(this, async () => await vendorFields(this, 'accounts', false));
		return found(fields, filter);
	},
};
