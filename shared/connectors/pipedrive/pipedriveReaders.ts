import type { Scalar } from '../../../scoring/core/CanonicalModel';
import type { RawRecord, ShapedRow, SourceObject, SourceReader, SourceSettings } from '../Source';
import { readEffectMark } from './effectMark';

/** Name of the deal field that holds the key of the effect that made the deal; `prepare base` creates it. */
export const DEAL_KEY_FIELD = 'CS Effect Key';

/** Kinds of activity that are a contact with the customer, by Pipedrive's type; other types of a company come as they are. */
const INTERACTION_KIND: Readonly<Record<string, string>> = { lunch: 'meeting' };
const NOT_AN_INTERACTION: ReadonlySet<unknown> = new Set(['task', 'deadline', undefined]);

const idOf = (id: unknown): string | null =>
	typeof id === 'number' || (typeof id === 'string' && /^\d+$/.test(id)) ? `pipedrive:${id}` : null;
/** Ids of people get their prefix; what a mapping takes from elsewhere (an e-mail address) stays. */
const personOf = (value: unknown): unknown => idOf(value) ?? value;
const organizationOf = (record: RawRecord): string | null =>
	record.fields.org_id === undefined ? null : String(record.fields.org_id);

function instantOf(day: unknown, time: unknown): unknown {
	if (typeof day !== 'string') return null;
	return typeof time === 'string' ? `${day}T${time.length === 5 ? `${time}:00` : time}Z` : `${day}T00:00:00Z`;
}

function minutesOf(duration: unknown): unknown {
	const parts = typeof duration === 'string' ? /^(\d+):(\d\d)/.exec(duration) : null;
	return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

/** Which kind of deal: by the pipeline the user named for it, else unknown. */
function dealKindOf(record: RawRecord, options: Readonly<Record<string, Scalar>>): string | null {
	const pipeline = String(record.fields.pipeline_id);
	for (const kind of ['renewal', 'expansion', 'new']) {
		if (String(options[`${kind}Pipeline`]) === pipeline) return kind;
	}
	return null;
}

function shapeDeal(
	record: RawRecord,
	mapped: Readonly<Record<string, unknown>>,
	settings: SourceSettings,
): ShapedRow[] {
	const { status, won_time: won, lost_time: lost, stage_id: stage } = record.fields;
	const closed = status === 'won' ? won : status === 'lost' ? lost : null;
	const percent =
		typeof mapped.probability === 'number' ? mapped.probability : record.fields.stage_probability;
	return [
		{
			object: 'opportunities',
			accountExternalId: organizationOf(record),
			values: {
				source: 'pipedrive',
				kind: dealKindOf(record, settings.options),
				...mapped,
				opportunity_id: idOf(record.id),
				external_id: record.id,
				stage: record.fields.stage_name ?? stage,
				close_on: typeof closed === 'string' ? closed.slice(0, 10) : mapped.close_on,
				probability: typeof percent === 'number' ? percent / 100 : null,
				owner_id: personOf(mapped.owner_id),
			},
			amounts: 'major',
		},
	];
}

function shapeInteraction(record: RawRecord, mapped: Readonly<Record<string, unknown>>): ShapedRow[] {
	const { type, done, due_date: day, due_time: time, duration, person_id: person, note } = record.fields;
	if (NOT_AN_INTERACTION.has(type) || readEffectMark(note) !== null) return [];
	return [
		{
			object: 'interactions',
			accountExternalId: organizationOf(record),
			values: {
				...mapped,
				interaction_id: idOf(record.id),
				contact_id: idOf(person),
				kind: INTERACTION_KIND[String(mapped.kind)] ?? mapped.kind,
				occurred_at: instantOf(day ?? record.fields.add_time, time),
				attended: done === true ? true : null,
				minutes: minutesOf(duration),
			},
			amounts: 'major',
		},
	];
}

/** Only what we made ourselves; a company's other to-dos are no business of ours. */
function shapeTask(record: RawRecord, mapped: Readonly<Record<string, unknown>>): ShapedRow[] {
	const effectKey = readEffectMark(record.fields.note);
	if (effectKey === null) return [];
	const { done, due_date: day, due_time: time } = record.fields;
	return [
		{
			object: 'tasks',
			accountExternalId: organizationOf(record),
			values: {
				...mapped,
				task_id: idOf(record.id),
				external_id: record.id,
				effect_key: effectKey,
				status: record.removed === true ? 'cancelled' : done === true ? 'done' : 'open',
				due_at: instantOf(day, time),
				owner_id: personOf(mapped.owner_id),
			},
			amounts: 'major',
		},
	];
}

/**
 * What is read from Pipedrive and how it becomes our rows. The traps: an organization's `annual_revenue` is what the customer earns, not
 * what it pays us, and is never taken for ARR; `industry` is a number of an option list; an organization has no renewal day, which is the
 * `expected_close_date` of its renewal deal. Subscriptions, invoices, tickets and usage do not exist in Pipedrive.
 */
export const PIPEDRIVE_READERS: Readonly<Partial<Record<SourceObject, SourceReader>>> = {
	accounts: {
		fields: {
			name: 'name',
			domain: 'website',
			country: 'address.country',
			company_size: 'employee_count',
			csm_id: 'owner_id',
			created_at: 'add_time',
			source_updated_at: 'update_time',
		},
		needed: [],
		shape: (_record, mapped) => [
			{
				object: 'accounts',
				accountExternalId: null,
				values: { ...mapped, csm_id: personOf(mapped.csm_id), ae_id: personOf(mapped.ae_id) },
				amounts: 'major',
			},
		],
	},
	contacts: {
		fields: { name: 'name', email: 'email', title: 'job_title' },
		needed: ['org_id'],
		shape: (record, mapped) => [
			{
				object: 'contacts',
				accountExternalId: organizationOf(record),
				values: { ...mapped, contact_id: idOf(record.id) },
				amounts: 'major',
			},
		],
	},
	deals: {
		fields: {
			amount_minor: 'value',
			currency: 'currency',
			probability: 'probability',
			close_on: 'expected_close_date',
			owner_id: 'owner_id',
			status: 'status',
			effect_key: DEAL_KEY_FIELD,
		},
		needed: ['org_id', 'stage_id', 'pipeline_id', 'won_time', 'lost_time'],
		shape: shapeDeal,
	},
	interactions: {
		fields: { kind: 'type', text: 'subject' },
		needed: ['org_id', 'person_id', 'done', 'due_date', 'due_time', 'duration', 'note', 'add_time'],
		shape: shapeInteraction,
	},
	people: {
		fields: { name: 'name', email: 'email', time_zone: 'timezone_name' },
		needed: [],
		shape: (record, mapped) => [
			{
				object: 'people',
				accountExternalId: null,
				values: { ...mapped, person_id: idOf(record.id) },
				amounts: 'major',
			},
		],
	},
	tasks: {
		fields: { title: 'subject', kind: 'type', owner_id: 'owner_id', closed_at: 'marked_as_done_time' },
		needed: ['org_id', 'done', 'due_date', 'due_time', 'note'],
		shape: shapeTask,
	},
};
