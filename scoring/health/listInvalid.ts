import { dayNumber } from '../core/dayNumber';
import type { Issue } from '../core/issue';
import type { CompiledMetric, CompiledScorecard } from './compileScorecard';
import type { HealthInput } from './HealthScore';
import type { HealthNumbers } from './prepareHealthScorer';
import { rawValue } from './rawValue';
import { ABSENT } from './readPoints';

/**
 * A warning for every observation that could not be used: what it was, what is accepted and what to do. Such a measure lowers the
 * coverage and nothing else.
 *
 * @example
 * scoreHealth({ accountId: 'a', asOfOn: '2024-01-15', observations: { product_usage: 85, business_value: 80, nps_score: 'nine' } }, FRAMEWORK_SCORECARD).warnings[0].remedy
 * // => 'Map a number, or leave it empty'
 */
export function listInvalid(card: CompiledScorecard, input: HealthInput, numbers: HealthNumbers): Issue[] {
	const issues: Issue[] = [];
	for (let slot = 0; slot < numbers.points.length; slot++) {
		if (numbers.points[slot] !== ABSENT.invalid) continue;
		const metric = card.metrics[slot];
		const dimension = card.dimensions[slot - card.metrics.length];
		if (metric) issues.push(metricIssue(metric, input));
		else if (dimension)
			issues.push(dimensionIssue(dimension.id, dimension.alias, dimension.dimension.label, input));
	}
	return issues;
}

function metricIssue({ id, metric, answers, values }: CompiledMetric, input: HealthInput): Issue {
	const dated = dayIssue(id, metric.label, input);
	if (dated) return dated;
	const value = rawValue(input.observations[id]);
	const words = [...answers.keys()].join(', ');
	const numeric = values.length > 0;
	const expected = numeric ? `a number${words ? ` or one of ${words}` : ''}` : `one of ${words}`;
	const code = numeric ? 'not-a-number' : 'unknown-category';
	return warning(
		code,
		id,
		`${metric.label} is ${show(value)}, expected ${expected}`,
		`Map ${expected}, or leave it empty`,
	);
}

function dimensionIssue(id: string, alias: string, label: string, input: HealthInput): Issue {
	const field = input.observations[id] === null || input.observations[id] === undefined ? alias : id;
	const dated = dayIssue(field, label, input);
	if (dated) return dated;
	const value = rawValue(input.observations[field]);
	const message = `The ready-made score ${label} is ${show(value)}, expected a number from 0 to 100`;
	return warning('out-of-range', field, message, 'Map a score from 0 to 100, or its metrics instead');
}

function dayIssue(field: string, label: string, input: HealthInput): Issue | null {
	const observation = input.observations[field];
	if (typeof observation !== 'object' || observation === null) return null;
	const { observedOn } = observation;
	if (observedOn === null || observedOn === undefined) return null;
	const path = `${field}.observedOn`;
	if (dayNumber(observedOn) === null) {
		return warning(
			'no-day',
			path,
			`${label} was observed on '${observedOn}'`,
			'Map a day as YYYY-MM-DD, or leave it empty',
		);
	}
	if (observedOn <= input.asOfOn) return null;
	const message = `${label} was observed on ${observedOn}, after the day of the score ${input.asOfOn}`;
	return warning('observed-later', path, message, 'Map what was known on that day');
}

function show(value: unknown): string {
	if (typeof value === 'string') return `'${value}'`;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function warning(code: string, field: string, message: string, remedy: string): Issue {
	return { code, path: `observations.${field}`, message, remedy, severity: 'warning' };
}
