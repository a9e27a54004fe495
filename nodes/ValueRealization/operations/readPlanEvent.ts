import type { IDataObject } from 'n8n-workflow';

import type { Issue, Outcome } from '../../../scoring/core/issue';
import { ENUMS } from '../../../scoring/core/enums';
import { foldEnum } from '../../../scoring/core/foldEnum';
import { isDay } from '../../../scoring/core/isDay';
import { jsonIn } from '../../../scoring/measures/jsonIn';
import { numberIn } from '../../../scoring/measures/numberIn';
import type { Criterion } from '../../../scoring/value/Checkpoint';
import { PLAN_DESIGNS } from '../../../scoring/value/planDesigns';
import type { PlanKind, PlanRisk, TeamMember } from '../../../scoring/value/SuccessPlan';
import { readDay } from '../../../shared/fields/readDay';
import { hash12 } from '../../../shared/hash12';
import { isObject } from '../../../shared/isObject';
import { textIn } from './readEntry';

type Fields = Readonly<Record<string, unknown>>;

export interface PlanEvent {
	readonly planId: string;
	readonly eventId: string;
	readonly accountId: string;
	readonly kind: PlanKind;
	readonly signedOn: string | null;
	readonly startsOn: string | null;
	/** The event with what its payload holds. */
	readonly fields: Fields;
	readonly criteria: readonly Criterion[];
	readonly risks: readonly PlanRisk[];
	readonly team: readonly TeamMember[];
}

const KINDS = ENUMS.get('customer_success_plans.plan_type') ?? [];

/** Several systems call the day of signing differently; the first that is there counts. */
const SIGNED = ['signed_on', 'closed_on', 'close_on', 'occurred_at', 'closed_at'];

const rowsIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);

function kindOfDeal(kind: string | null): PlanKind | null {
	if (kind === 'new') return 'onboarding';
	if (kind === 'renewal' || kind === 'advocacy' || kind === 'onboarding' || kind === 'expansion') return kind;
	return null;
}

/** A criterion as a parameter or an event holds it; null without a metric or a target. */
export function readCriterion(row: Fields, index: number): Criterion | null {
	const [metric, target] = [textIn(row, 'metric'), numberIn(row, 'target')];
	if (metric === null || target === null) return null;
	return {
		id: textIn(row, 'id') ?? `${metric}_${index + 1}`,
		label: textIn(row, 'label') ?? metric.replaceAll('_', ' '),
		metric,
		target,
		baseline: numberIn(row, 'baseline'),
		direction: row.direction === 'lower_is_better' ? 'lower_is_better' : 'higher_is_better',
		week: numberIn(row, 'week') ?? 12,
		unit: textIn(row, 'unit') ?? '',
	};
}

/** Criteria of a list, without those that have neither metric nor target. */
export const readCriteria = (list: unknown): Criterion[] =>
	rowsIn(list)
		.map(readCriterion)
		.filter((criterion) => criterion !== null);

/** Members as an event lists them: side (ours, customer), role, and person_id, contact_id or count. Who has no role is left out. */
const readTeam = (list: unknown): TeamMember[] =>
	rowsIn(list).flatMap((row): TeamMember[] => {
		const role = textIn(row, 'role');
		const contactId = textIn(row, 'contact_id');
		const id = textIn(row, 'person_id') ?? contactId;
		if (role === null) return [];
		const side = row.side === 'customer' || contactId !== null ? 'customer' : 'ours';
		return [{ side, role, id, count: id === null ? Math.max(1, numberIn(row, 'count') ?? 1) : 1 }];
	});

const fail = (code: string, path: string, message: string, remedy: string): Outcome<PlanEvent> => ({
	ok: false,
	issues: [{ code, path, message, remedy, severity: 'error' } satisfies Issue],
});

/**
 * An event item, or a row of cs_inbox whose payload holds the event. The id of its plan is made from the event alone, so that the same event makes the
 * same plan however often it comes.
 */
export function readPlanEvent(
	item: IDataObject,
	standardKind: PlanKind,
	standard: readonly Criterion[],
): Outcome<PlanEvent> {
	const payload = { ...jsonIn(item, 'payload_json'), ...jsonIn(item, 'payload') };
	const fields: Fields = { ...item, ...payload, account_id: item.account_id ?? payload.account_id };
	const eventId = textIn(item, 'event_id') ?? textIn(fields, 'event_id') ?? textIn(fields, 'opportunity_id');
	if (eventId === null)
		return fail(
			'plan-event-id',
			'event_id',
			'The event has no event_id and no opportunity_id.',
			'Pass on the id of the event, so that it makes its plan only once.',
		);
	const accountId = textIn(fields, 'account_id');
	if (accountId === null)
		return fail(
			'plan-account',
			'account_id',
			`Event ${eventId} names no account.`,
			'Add the field account_id.',
		);
	const given = textIn(fields, 'plan_kind');
	// A deal's own kind (new, upsell, ...) is a hint; only plan_kind is an order.
	const kind = given === null ? (kindOfDeal(textIn(fields, 'kind')) ?? standardKind) : foldEnum(given, KINDS);
	if (kind === null)
		return fail(
			'plan-kind',
			'plan_kind',
			`Event ${eventId} asks for a plan of the kind "${given ?? ''}".`,
			`Use one of: ${KINDS.join(', ')}.`,
		);
	const signed = SIGNED.map((name) => readDay(fields[name])).find((day) => day !== null) ?? null;
	if (signed !== null && !isDay(signed))
		return fail(
			'plan-signed-on',
			'signed_on',
			`Event ${eventId} was signed on "${signed}", which is no day.`,
			'Enter it as YYYY-MM-DD, or leave it empty to get a draft without dates.',
		);
	const starts = readDay(fields.starts_on);
	const target = numberIn(fields, 'target_minor');
	const own = readCriteria(fields.criteria);
	const { weeks } = PLAN_DESIGNS[kind as PlanKind];
	const value: Criterion[] =
		target === null
			? []
			: [
					{
						id: 'value',
						label: 'Value that is evidenced',
						metric: 'value_minor',
						target,
						baseline: null,
						direction: 'higher_is_better',
						week: numberIn(fields, 'target_week') ?? weeks,
						unit: `${textIn(fields, 'currency') ?? ''} minor units`.trim(),
					},
				];
	return {
		ok: true,
		warnings: [],
		value: {
			planId: `PLAN_${hash12([eventId, accountId, kind])}`,
			eventId,
			accountId,
			kind: kind as PlanKind,
			signedOn: signed,
			startsOn: isDay(starts) ? starts : null,
			fields,
			criteria: [...(own.length > 0 ? own : standard), ...value],
			team: readTeam(fields.implementation_team),
			risks: rowsIn(fields.risks).map((row, index) => ({
				id: textIn(row, 'id') ?? `risk_${index + 1}`,
				text: textIn(row, 'text') ?? '',
				mitigation: textIn(row, 'mitigation') ?? '',
			})),
		},
	};
}
