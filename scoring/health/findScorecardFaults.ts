import type { Issue } from '../core/issue';
import { findRubricFaults } from './findRubricFaults';
import type { Band, Cap, Dimension, Metric, Scorecard } from './Scorecard';

const NORMALISATIONS = ['none', 'own_baseline', 'segment_percentile'];
const OPERATORS = ['above', 'at_least', 'below', 'at_most', 'equals'];

/**
 * Faults that make a scorecard unusable, each an `error` with its path and remedy; empty when it can be scored with. Made for
 * scorecards from outside (JSON): a missing part is reported like a wrong one. Whether a usable scorecard is also sensible is another question.
 *
 * @example
 * findScorecardFaults({ ...FRAMEWORK_SCORECARD, dimensions: [] })[0].code
 * // => 'no-dimensions'
 */
export function findScorecardFaults(scorecard: Scorecard): Issue[] {
	if (!Array.isArray(scorecard?.dimensions) || scorecard.dimensions.length === 0) {
		return [
			fault('no-dimensions', 'dimensions', 'The scorecard has no dimensions', 'Add at least one dimension'),
		];
	}
	const issues = scorecard.dimensions.flatMap(dimensionFaults);
	issues.push(...idFaults(scorecard), ...bandFaults(scorecard.bands));
	issues.push(...(scorecard.caps ?? []).flatMap(capFaults));
	if (!within(scorecard.minCoverage, 0, 1)) {
		issues.push(
			fault(
				'out-of-range',
				'minCoverage',
				`Minimum coverage is ${show(scorecard.minCoverage)}`,
				'Set a share from 0 to 1',
			),
		);
	}
	for (const [index, rule] of (scorecard.lifecycle ?? []).entries()) {
		if (within(rule?.untilDays, Number.MIN_VALUE, Number.MAX_VALUE)) continue;
		issues.push(
			fault(
				'out-of-range',
				`lifecycle[${index}].untilDays`,
				`untilDays is ${show(rule?.untilDays)}`,
				'Set days above 0',
			),
		);
	}
	return issues;
}

function dimensionFaults(dimension: Dimension, index: number): Issue[] {
	const path = `dimensions[${index}]`;
	const issues = weightFaults(dimension?.weight, path);
	const metrics = dimension?.metrics;
	if (!Array.isArray(metrics) || metrics.length === 0) {
		issues.push(
			fault(
				'no-metrics',
				`${path}.metrics`,
				`Dimension '${show(dimension?.id)}' has no metrics`,
				'Add one or remove it',
			),
		);
		return issues;
	}
	for (const [at, metric] of (metrics as readonly Metric[]).entries()) {
		issues.push(...metricFaults(metric, `${path}.metrics[${at}]`));
	}
	return issues;
}

function metricFaults(metric: Metric, path: string): Issue[] {
	const issues = [...weightFaults(metric?.weight, path), ...findRubricFaults(metric, path)];
	if (!NORMALISATIONS.includes(metric?.normalisation)) {
		const message = `Normalisation is ${show(metric?.normalisation)}`;
		issues.push(
			fault(
				'unknown-normalisation',
				`${path}.normalisation`,
				message,
				`Use one of ${NORMALISATIONS.join(', ')}`,
			),
		);
	}
	for (const name of ['staleAfterDays', 'halfLifeDays'] as const) {
		const days = metric?.[name] ?? null;
		if (days === null || within(days, Number.MIN_VALUE, Number.MAX_VALUE)) continue;
		issues.push(
			fault(
				'out-of-range',
				`${path}.${name}`,
				`${name} is ${show(days)}`,
				'Set days above 0, or null for never',
			),
		);
	}
	return issues;
}

function weightFaults(weight: unknown, path: string): Issue[] {
	if (within(weight, Number.MIN_VALUE, Number.MAX_VALUE)) return [];
	const remedy = 'Set a number above 0, or remove what should not count';
	return [fault('bad-weight', `${path}.weight`, `The weight is ${show(weight)}`, remedy)];
}

function idFaults(scorecard: Scorecard): Issue[] {
	const seen = new Set<string>();
	const issues: Issue[] = [];
	const check = (id: unknown, path: string) => {
		if (typeof id !== 'string' || id.trim() === '') {
			issues.push(fault('no-id', path, `The id is ${show(id)}`, 'Give it a name in snake_case'));
		} else if (seen.has(id)) {
			issues.push(fault('duplicate-id', path, `The id '${id}' is used twice`, 'Rename one of the two'));
		} else seen.add(id);
	};
	for (const [index, dimension] of scorecard.dimensions.entries()) {
		check(dimension?.id, `dimensions[${index}].id`);
		for (const [at, metric] of (dimension?.metrics ?? []).entries()) {
			check(metric?.id, `dimensions[${index}].metrics[${at}].id`);
		}
	}
	return issues;
}

function bandFaults(bands: readonly Band[]): Issue[] {
	if (!Array.isArray(bands) || bands.length === 0) {
		return [fault('no-bands', 'bands', 'The scorecard has no bands', 'Add bands from the best to the worst')];
	}
	const issues: Issue[] = [];
	let above = 101;
	for (const [index, band] of (bands as readonly Band[]).entries()) {
		if (!Number.isInteger(band?.from) || band.from < 0 || band.from >= above) {
			const message = `Band '${show(band?.id)}' starts at ${show(band?.from)}`;
			const remedy = `Use whole numbers from 0 to 100 that fall from band to band (here below ${above})`;
			issues.push(fault('band-order', `bands[${index}].from`, message, remedy));
		} else above = band.from;
	}
	if (issues.length === 0 && above !== 0) {
		const path = `bands[${bands.length - 1}].from`;
		issues.push(
			fault('band-gap', path, `Scores from 0 to ${above - 1} have no band`, 'Let the last band start at 0'),
		);
	}
	return issues;
}

function capFaults(cap: Cap, index: number): Issue[] {
	const path = `caps[${index}]`;
	const issues: Issue[] = [];
	if (!within(cap?.cap, 0, 100)) {
		issues.push(
			fault('out-of-range', `${path}.cap`, `The cap is ${show(cap?.cap)}`, 'Set a score from 0 to 100'),
		);
	}
	if (!OPERATORS.includes(cap?.operator)) {
		const message = `The operator is ${show(cap?.operator)}`;
		issues.push(fault('unknown-operator', `${path}.operator`, message, `Use one of ${OPERATORS.join(', ')}`));
	}
	const numeric = typeof cap?.threshold === 'number' && Number.isFinite(cap.threshold);
	if (!numeric && !(cap?.operator === 'equals' && typeof cap.threshold === 'string')) {
		issues.push(
			fault('bad-threshold', `${path}.threshold`, `The threshold is ${show(cap?.threshold)}`, 'Set a number'),
		);
	}
	return issues;
}

function within(value: unknown, least: number, most: number): boolean {
	return typeof value === 'number' && value >= least && value <= most;
}

function show(value: unknown): string {
	return typeof value === 'string' ? value : value === undefined ? 'missing' : String(value);
}

function fault(code: string, path: string, message: string, remedy: string): Issue {
	return { code, path, message, remedy, severity: 'error' };
}
