import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Issue, Outcome } from '../../../scoring/core/issue';
import { numberIn } from '../../../scoring/measures/numberIn';
import { jsonIn } from '../../../scoring/measures/jsonIn';
import type { Assumption, InactionComponent } from '../../../scoring/value/Inaction';
import { INACTION_ASSUMPTIONS, INACTION_COMPONENTS } from '../../../scoring/value/inactionModel';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { isObject } from '../../../shared/isObject';
import { textIn } from './readEntry';

/** The components of the model: the standard ones, or those a user wrote as JSON. */
export function readComponents(context: IExecuteFunctions): readonly InactionComponent[] {
	const given = context.getNodeParameter('ownModel', 0, '') as unknown;
	const components = componentsIn(given);
	if (!components.ok) throw toNodeError(context.getNode(), components.issues, null);
	return components.value;
}

function componentsIn(given: unknown): Outcome<readonly InactionComponent[]> {
	if (given === '' || given === null || given === undefined)
		return { ok: true, value: INACTION_COMPONENTS, warnings: [] };
	const issue: Issue = {
		code: 'own-model',
		path: 'ownModel',
		message: "'Own Model' is no list of components.",
		remedy:
			'Write [{ "name": "fines", "label": "Fines", "formula": "fine * chance / 12" }], or leave it empty.',
		severity: 'error',
	};
	let list: unknown = given;
	if (typeof given === 'string') {
		try {
			list = JSON.parse(given);
		} catch {
			return { ok: false, issues: [issue] };
		}
	}
	if (!Array.isArray(list) || list.length === 0) return { ok: false, issues: [issue] };
	const read = list.map((one: unknown) => {
		const row = isObject(one) ? one : {};
		const [id, formula] = [textIn(row, 'id') ?? textIn(row, 'name'), textIn(row, 'formula')];
		return id === null || formula === null ? null : { id, formula, label: textIn(row, 'label') ?? id };
	});
	const value = read.filter((component) => component !== null);
	if (value.length < read.length || new Set(value.map(({ id }) => id)).size < value.length)
		return {
			ok: false,
			issues: [{ ...issue, message: "A component of 'Own Model' lacks a name of its own or a formula." }],
		};
	return { ok: true, value, warnings: [] };
}

/** The assumptions as they stand in the parameters, for all accounts. */
export function readAssumptions(context: IExecuteFunctions): ReadonlyMap<string, Assumption> {
	const { assumption = [] } = context.getNodeParameter('assumptions', 0, {}) as {
		assumption?: IDataObject[];
	};
	const byName = new Map<string, Assumption>(
		INACTION_ASSUMPTIONS.map(({ name, label, base }) => [
			name,
			{ name, label, base, low: null, high: null, source: null },
		]),
	);
	for (const row of assumption) {
		const name = String(row.name);
		byName.set(name, assumptionIn(name, row, byName.get(name)));
	}
	return byName;
}

function assumptionIn(
	name: string,
	row: Readonly<Record<string, unknown>>,
	known: Assumption | undefined,
): Assumption {
	return {
		name,
		label: known?.label ?? name.replaceAll('_', ' '),
		base: numberIn(row, 'base') ?? known?.base ?? null,
		low: numberIn(row, 'low'),
		high: numberIn(row, 'high'),
		source: textIn(row, 'source') ?? known?.source ?? null,
	};
}

/** The assumptions of one account: its own object `assumptions` over those of the parameters. */
export function assumptionsOf(account: IDataObject, standard: ReadonlyMap<string, Assumption>): Assumption[] {
	const byName = new Map(standard);
	for (const [name, value] of Object.entries(jsonIn(account, 'assumptions'))) {
		const known = byName.get(name);
		byName.set(
			name,
			isObject(value)
				? assumptionIn(name, value, known)
				: assumptionIn(name, { base: value, source: 'the account' }, known),
		);
	}
	return [...byName.values()];
}
