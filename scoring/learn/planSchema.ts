import type { FieldPlan } from './encodeField';
import type { Schema } from './Schema';

/** Where the features of each field stand in the matrix, by field. */
export function planSchema({ fields, features }: Schema): readonly FieldPlan[] {
	const plans = fields.map((field) => ({
		field,
		value: null as number | null,
		levels: new Map<string | null, number>(),
	}));
	for (const [column, feature] of features.entries()) {
		const plan = plans[feature.field];
		if (plan === undefined) continue;
		if (feature.what === 'value') plan.value = column;
		else plan.levels.set(feature.level ?? null, column);
	}
	return plans;
}
