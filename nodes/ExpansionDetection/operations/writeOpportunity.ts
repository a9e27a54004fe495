import type { IDataObject } from 'n8n-workflow';

import { horizonOf } from '../../../scoring/expansion/horizonOf';
import type { FoundOpportunity } from '../../../scoring/expansion/Opportunity';
import type { OpportunityRow } from '../../../scoring/expansion/OpportunityRow';
import type { Reconciled } from '../../../scoring/expansion/reconcileOpportunity';
import type { Row } from '../../../scoring/measures/Records';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import { filledText } from '../../../shared/filledText';
import { hash12 } from '../../../shared/hash12';
import { MODEL_VERSION, type Detecting } from './readDetecting';

interface Frame {
	readonly account: Row;
	readonly untyped: readonly Row[];
	readonly detecting: Detecting;
	/** Id of the opportunity of the account that counts in its place; null: it counts itself. */
	readonly alternativeTo: string | null;
}

type Kept = Extract<Reconciled, { readonly row: OpportunityRow }>;

/** The output item of an opportunity: the columns of cs_opportunities in their order, then what a person or an IF node reads. */
export function writeOpportunity(found: FoundOpportunity, kept: Kept, frame: Frame): IDataObject {
	const { row, change } = kept;
	const { account, untyped, detecting, alternativeTo } = frame;
	if (detecting.onlyTableColumns) return { ...row };
	const name = filledText(account.name) ?? found.accountId;
	const [strongest] = found.signals;
	return {
		...row,
		name: titleOf(found, name),
		account_name: name,
		change,
		confidence: found.readiness.confidence,
		product_id: found.product?.product.productId ?? found.sizing.productId,
		product_fit: found.product?.fit ?? null,
		weighted_minor:
			row.amount_minor === null || row.probability === null
				? null
				: roundHalfUp(row.amount_minor * row.probability),
		blocked: found.blockers.length > 0,
		reason: strongest?.words ?? null,
		next_step: found.nextSteps[0]?.what ?? null,
		next_step_due_on: found.nextSteps[0]?.dueOn ?? null,
		horizon: horizonOf(detecting.day, row.close_on),
		contact_id: found.contactId,
		probability_basis: found.probability.basis,
		...stamps(found, frame),
		details: {
			signals: found.signals.map(({ rule, words, liveStrength, current, before }) => ({
				id: rule.id,
				words,
				strength: liveStrength,
				current,
				before,
			})),
			sizing: found.sizing,
			readiness: found.readiness,
			probability: found.probability,
			blockers: found.blockers,
			next_steps: found.nextSteps,
			// In no total: the customer does the one or the other.
			alternative_to: alternativeTo,
			// A seller's deal without a type: it may be the same.
			check_first: untyped.map((deal) => String(deal.external_id ?? deal.opportunity_id)),
		} as unknown as IDataObject,
	};
}

/** "Acme: upsell (seats, api calls)", "Acme: geographic (multi_region)": of what there shall be more. */
function titleOf({ type, signals, product, sizing }: FoundOpportunity, account: string): string {
	const metrics = signals.flatMap(({ metric, demand }) =>
		metric === null || demand === undefined ? [] : [metric.replace(/_/g, ' ')],
	);
	const sold = product?.product.name ?? product?.product.productId ?? sizing.productId;
	const what = type === 'upsell' ? [...new Set(metrics)].join(', ') : (sold ?? '');
	return `${account}: ${type.replace(/_/g, ' ')}${what === '' ? '' : ` (${what})`}`;
}

function stamps(found: FoundOpportunity, { detecting }: Frame): IDataObject {
	const { signals, sizing, readiness, probability } = found;
	const seen = signals.map(({ rule, value, baseline, observedOn }) => [rule.id, value, baseline, observedOn]);
	return {
		run_id: detecting.runId,
		as_of_on: detecting.day,
		model_version: MODEL_VERSION,
		config_hash: detecting.configHash,
		input_hash: hash12([found.accountId, found.type, seen, sizing.rows, readiness, probability.value]),
	};
}

/** A deal that was won or lost in the CRM: its row here says so too. */
export function writeClosed(row: OpportunityRow, detecting: Detecting): IDataObject {
	if (detecting.onlyTableColumns) return { ...row };
	return {
		...row,
		name: null,
		account_name: null,
		change: 'closed',
		confidence: null,
		product_id: null,
		product_fit: null,
		weighted_minor: null,
		blocked: false,
		reason: `The deal was ${row.status} on ${row.close_on}`,
		next_step: null,
		next_step_due_on: null,
		horizon: null,
		contact_id: null,
		probability_basis: null,
		run_id: detecting.runId,
		as_of_on: detecting.day,
		model_version: MODEL_VERSION,
		config_hash: detecting.configHash,
		input_hash: hash12(row),
		details: {},
	};
}
