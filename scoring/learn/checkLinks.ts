import type { TrainedModel } from './Model';

/**
 * Whether the parts of a trained model fit together: every feature belongs to a field, every term and tree tests a feature of the schema, and
 * every part that has a weight is there. Says what does not fit, null when all does. The shape must have been checked.
 */
export function checkLinks(model: TrainedModel): string | null {
	const { schema, linear, boosted, forest, weights } = model;
	const width = schema.features.length;
	for (const [index, feature] of schema.features.entries()) {
		const field = schema.fields[feature.field];
		const category = field?.kind === 'category';
		if (field === undefined || category !== (feature.what === 'level')) return `schema.features[${index}]`;
	}
	if (linear !== null) {
		if (linear.coefficients.length !== linear.terms.length) return 'linear.coefficients';
		const stray = linear.terms.findIndex(({ feature }) => feature >= width);
		if (stray >= 0) return `linear.terms[${stray}].feature`;
		const bent = linear.terms.findIndex(
			({ basis, knots, index, at }) =>
				(basis === 'spline' && (knots === undefined || index === undefined || index > knots.length - 3)) ||
				(basis === 'point' && at === undefined),
		);
		if (bent >= 0) return `linear.terms[${bent}]`;
	}
	if (boosted !== null && boosted.width !== width) return 'boosted.width';
	if (forest !== null && forest.width !== width) return 'forest.width';
	if (weights.linear > 0 && linear === null) return 'weights.linear';
	if (weights.boosted > 0 && boosted === null) return 'weights.boosted';
	if (weights.forest > 0 && forest === null) return 'weights.forest';
	const sum = weights.linear + weights.boosted + weights.forest;
	if (model.kind !== 'base-rate' && Math.abs(sum - 1) > 1e-6) return 'weights';
	const uneven = model.reference.fields.findIndex(
		({ edges, levels, shares }) => shares.length !== (levels ?? edges ?? []).length + 2,
	);
	return uneven >= 0 ? `reference.fields[${uneven}].shares` : null;
}
