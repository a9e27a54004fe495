import type { IExecuteFunctions } from 'n8n-workflow';

import type { Scorecard } from '../../../scoring/health/Scorecard';
import { fieldNames, type FieldNames, type FieldPreset } from '../../../shared/fields/fieldNames';
import { readAsOf, type AsOf } from '../../../shared/fields/readAsOf';
import { hash12 } from '../../../shared/hash12';
import { unwrap } from '../../../shared/n8n/unwrap';
import { resolveScorecard, type ResolvedScorecard } from '../../../shared/scorecard/resolveScorecard';
import { readScorecardChoice } from './readScorecardChoice';

/** Everything that is the same for all accounts of a run. */
export interface Scoring extends ResolvedScorecard {
	readonly names: FieldNames;
	readonly asOf: AsOf;
	/** Fingerprint of the scorecard and of those its lifecycle rules may choose. */
	readonly configHash: string;
	/** What is read from an account item. */
	readonly measures: readonly MeasureField[];
}

export interface MeasureField {
	readonly id: string;
	readonly field: string;
	/** Field with the day of the observation. */
	readonly dayField: string;
}

interface EnteredFields {
	field?: Array<{ meaning: string; name: string }>;
}

/** Reads names and "as of", which every operation has, once per run. */
export function readNaming(context: IExecuteFunctions): { names: FieldNames; asOf: AsOf } {
	const preset = context.getNodeParameter('fieldPreset', 0) as FieldPreset;
	const entered = context.getNodeParameter('fieldOverrides', 0, {}) as EnteredFields;
	const overrides = Object.fromEntries((entered.field ?? []).map(({ meaning, name }) => [meaning, name]));
	const asOf = readAsOf(context.getNodeParameter('asOf', 0, ''), new Date().toISOString());
	return { names: fieldNames(preset, overrides), asOf: unwrap(context.getNode(), asOf, null) };
}

/** Reads the configuration of scoring, once per run. Throws what the panel got wrong, with the remedy. */
export function readScoring(context: IExecuteFunctions, minCoverage: number | null): Scoring {
	const choice = readScorecardChoice(context, minCoverage);
	const resolved = unwrap(context.getNode(), resolveScorecard(choice), null);
	return prepareScoring(resolved, readNaming(context), []);
}

/** Completes a scorecard to what scoring needs; `others` are scorecards whose measures are read from the items as well. */
export function prepareScoring(
	resolved: ResolvedScorecard,
	{ names, asOf }: { names: FieldNames; asOf: AsOf },
	others: readonly Scorecard[],
): Scoring {
	const cards = reachable(resolved);
	const measures = measureFields([...cards, ...others], resolved.fields, names);
	return { ...resolved, names, asOf, configHash: hash12(cards), measures };
}

/** The cards that can score an account: the chosen one and those its lifecycle rules name. */
function reachable({ scorecard, alternatives }: ResolvedScorecard): Scorecard[] {
	const named = scorecard.lifecycle.map((rule) => alternatives[rule.scorecardId]);
	return [scorecard, ...named.filter((card) => card !== undefined)];
}

function measureFields(
	cards: readonly Scorecard[],
	fields: Readonly<Record<string, string>>,
	names: FieldNames,
): MeasureField[] {
	const ids = new Set<string>();
	for (const card of cards) {
		for (const dimension of card.dimensions) {
			ids.add(dimension.id).add(`${dimension.id}_health_score`);
			for (const metric of dimension.metrics) ids.add(metric.id);
		}
		for (const cap of card.caps) ids.add(cap.field);
	}
	return [...ids].map((id) => {
		const field = fields[id] ?? names.of(id);
		return { id, field, dayField: fields[id] === undefined ? names.of(`${id}_on`) : `${field}_on` };
	});
}
