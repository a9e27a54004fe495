import { seedDefinitions, type Definition } from './hubspotDefinitions';

export type Properties = Record<string, string | null>;

export interface StoredRecord {
	id: string;
	readonly type: string;
	properties: Properties;
	readonly createdMs: number;
	updatedMs: number;
	archivedMs: number | null;
	/** Company it belongs to, the primary one first. */
	companies: string[];
	/** What the search still sees: the state before the changes that are not indexed yet; null: it does not see the record. */
	before: { properties: Properties; updatedMs: number } | null;
}

const FIRST_ID: Readonly<Record<string, number>> = {
	companies: 9_000_000_001,
	contacts: 101,
	deals: 5_000_001,
	meetings: 300_001,
	tasks: 700_001,
	tickets: 40_001,
};

/** Records of a portal with HubSpot's own rules: ascending ids, modification times, an index that lags, merges that make a new record. */
export class HubspotStore {
	readonly definitions: Map<string, Map<string, Definition>>;
	readonly groups = new Map<string, Set<string>>();
	private readonly records = new Map<string, Map<string, StoredRecord>>();
	private readonly order = new Map<string, StoredRecord[]>();
	private readonly merged = new Map<string, string>();
	private readonly children = new Map<string, Set<string>>();
	private readonly keys = new Map<string, string>();

	constructor(
		readonly now: () => number,
		private readonly lagMs: number,
		prepared: boolean,
	) {
		this.definitions = seedDefinitions(prepared);
		for (const type of Object.keys(FIRST_ID)) {
			this.records.set(type, new Map());
			this.order.set(type, []);
			this.groups.set(type, new Set(['companyinformation', ...(prepared ? ['customer_success'] : [])]));
		}
	}

	/** Records of a type in the order of their ids. */
	listed(type: string): readonly StoredRecord[] {
		return this.order.get(type) ?? [];
	}

	/** A record by its id, or by an id that was merged into it. */
	find(type: string, id: string): StoredRecord | null {
		return this.records.get(type)?.get(this.merged.get(`${type}:${id}`) ?? id) ?? null;
	}

	findByKey(type: string, property: string, value: string): StoredRecord | null {
		const id = this.keys.get(`${type}:${property}:${value}`);
		const record = id === undefined ? null : this.find(type, id);
		return record === null || record.archivedMs !== null ? null : record;
	}

	create(
		type: string,
		properties: Properties,
		companies: readonly string[] = [],
		at = this.now(),
	): StoredRecord {
		const order = this.order.get(type) ?? [];
		const last = order.at(-1);
		const id = String(last === undefined ? (FIRST_ID[type] ?? 1) : Number(last.id) + 1);
		const record: StoredRecord = {
			id,
			type,
			properties: { ...properties, hs_object_id: id, createdate: new Date(at).toISOString() },
			createdMs: at,
			updatedMs: at,
			archivedMs: null,
			companies: [],
			before: null,
		};
		order.push(record);
		this.records.get(type)?.set(id, record);
		for (const company of companies) this.associate(record, company);
		this.settle(record, at);
		return record;
	}

	update(record: StoredRecord, changes: Properties, at = this.now()): void {
		if (at - record.updatedMs >= this.lagMs) {
			record.before = { properties: record.properties, updatedMs: record.updatedMs };
		}
		for (const [name, value] of Object.entries(changes)) {
			const old = record.properties[name];
			if (this.definitions.get(record.type)?.get(name)?.unique === true && typeof old === 'string') {
				this.keys.delete(`${record.type}:${name}:${old}`);
			}
			if (value === undefined) throw new Error(`no value for ${name}`);
		}
		record.properties = { ...record.properties, ...changes };
		this.settle(record, at);
	}

	archive(record: StoredRecord): void {
		record.archivedMs = this.now();
		for (const [name, value] of Object.entries(record.properties))
			this.keys.delete(`${record.type}:${name}:${value}`);
	}

	/** HubSpot makes a new record of the two; their ids lead to it from now on. */
	merge(winner: StoredRecord, loser: StoredRecord): StoredRecord {
		const { type } = winner;
		const ids = [winner, loser].flatMap((one) => [
			one.id,
			...(one.properties.hs_merged_object_ids ?? '').split(';'),
		]);
		const filled = Object.fromEntries(
			Object.entries(winner.properties).filter(([, value]) => value !== null && value !== ''),
		);
		const properties = {
			...loser.properties,
			...filled,
			hs_merged_object_ids: ids.filter((id) => id !== '').join(';'),
		};
		for (const one of [winner, loser]) {
			this.records.get(type)?.delete(one.id);
			this.order.set(
				type,
				this.listed(type).filter((kept) => kept !== one),
			);
		}
		const survivor = this.create(type, properties);
		for (const id of ids) this.merged.set(`${type}:${id}`, survivor.id);
		for (const one of [winner, loser]) {
			for (const [key, kept] of [...this.children]) {
				if (!key.startsWith(`${one.id}:`)) continue;
				for (const child of kept) {
					const record = this.find(key.slice(one.id.length + 1), child);
					if (record !== null)
						record.companies = record.companies.map((id) => (id === one.id ? survivor.id : id));
					if (record !== null) this.tie(record, survivor.id);
				}
			}
		}
		return survivor;
	}

	associate(record: StoredRecord, companyId: string): void {
		const company = this.find('companies', companyId);
		if (company === null || record.companies.includes(company.id)) return;
		record.companies.push(company.id);
		this.tie(record, company.id);
	}

	/** Ids of the records of a type that belong to a company. */
	belonging(companyId: string, type: string): readonly string[] {
		return [...(this.children.get(`${companyId}:${type}`) ?? [])];
	}

	/** A record as the search sees it; null: not yet, or no more. */
	indexed(record: StoredRecord): { readonly properties: Properties; readonly updatedMs: number } | null {
		if (record.archivedMs !== null) return null;
		return this.now() - record.updatedMs >= this.lagMs ? record : record.before;
	}

	private tie(record: StoredRecord, companyId: string): void {
		const key = `${companyId}:${record.type}`;
		const kept = this.children.get(key) ?? new Set<string>();
		kept.add(record.id);
		this.children.set(key, kept);
	}

	private settle(record: StoredRecord, at: number): void {
		record.updatedMs = at;
		const iso = new Date(at).toISOString();
		record.properties[record.type === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate'] = iso;
		computeProperties(record);
		for (const [name, definition] of this.definitions.get(record.type) ?? []) {
			const value = record.properties[name];
			if (definition.unique && typeof value === 'string' && value !== '') {
				this.keys.set(`${record.type}:${name}:${value}`, record.id);
			}
		}
	}
}

function computeProperties({ type, properties }: StoredRecord): void {
	if (type === 'deals') {
		const won = properties.dealstage === 'closedwon' || properties.dealstage === 'renewed';
		const closed = won || properties.dealstage === 'closedlost' || properties.dealstage === 'churned';
		properties.hs_is_closed = String(closed);
		properties.hs_is_closed_won = String(won);
		properties.hs_deal_stage_probability = won ? '1.0' : closed ? '0.0' : '0.4';
	}
	if (type === 'tasks') {
		properties.hs_task_status ??= 'NOT_STARTED';
		properties.hs_body_preview = (properties.hs_task_body ?? '')
			.replace(/<br>/g, '\n')
			.replace(/<[^>]*>/g, '');
	}
}
