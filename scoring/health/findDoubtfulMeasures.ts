import { dayNumber } from '../core/dayNumber';
import type { Issue } from '../core/issue';
import { roundHalfUp } from '../core/roundHalfUp';
import { spearman } from '../core/spearman';
import { compileScorecard, type CompiledMetric } from './compileScorecard';
import type { HealthInput } from './HealthScore';
import { normaliseAnswer } from './normaliseAnswer';
import { rawValue } from './rawValue';
import { ABSENT, readPoints } from './readPoints';
import type { Scorecard } from './Scorecard';

/** Under this many observed accounts nothing is said about a measure's values. */
const LEAST_VALUES = 20;
const MOST_ABSENT = 0.6;
const MOST_OUTSIDE = 0.2;
const SAME_MEASURE = 0.9;
/** More accounts make a correlation dearer, not clearer. */
const MOST_PAIRS = 2000;

/**
 * What a sample of inputs says against a scorecard's measures, as warnings: absent for more than 60 % of the accounts (missing, stale
 * or unreadable, whichever is most), values outside the rubric's anchors for more than 20 %, answers never given, one value for all, two
 * measures that rank accounts alike (Spearman's correlation of their points beyond 0.9), one that runs against the rest of the score (under -0.5).
 * Values are judged from 20 observed accounts on. A ready-made dimension score stands for its metrics.
 *
 * @example
 * findDoubtfulMeasures(FRAMEWORK_SCORECARD, [])
 * // => []
 */
export function findDoubtfulMeasures(scorecard: Scorecard, sample: readonly HealthInput[]): Issue[] {
	const compiled = compileScorecard(scorecard);
	if (!compiled.ok || sample.length === 0) return [];
	const measures = compiled.value.dimensions.flatMap((dimension, index) => {
		const alone = sample.filter(
			({ observations }) =>
				rawValue(observations[dimension.id]) === null && rawValue(observations[dimension.alias]) === null,
		);
		return compiled.value.metrics.slice(dimension.first, dimension.last).map((metric, at): Measure => {
			const points = sample.map((input) =>
				readPoints(metric, input.observations[metric.id], dayNumber(input.asOfOn) ?? NaN),
			);
			return { metric, path: `dimensions[${index}].metrics[${at}]`, points, asked: new Set(alone) };
		});
	});
	return [
		...measures.flatMap((measure) => absenceDoubts(measure, sample)),
		...measures.flatMap((measure) => valueDoubts(measure, sample)),
		...likenessDoubts(measures),
		...contraryDoubts(measures),
	];
}

interface Measure {
	readonly metric: CompiledMetric;
	readonly path: string;
	/** By input: 0 to 100 or a code of ABSENT. */
	readonly points: readonly number[];
	/** Inputs without a ready-made score of the dimension. */
	readonly asked: ReadonlySet<HealthInput>;
}

function absenceDoubts({ metric, path, points, asked }: Measure, sample: readonly HealthInput[]): Issue[] {
	const codes = points.filter((_, index) => asked.has(sample[index] as HealthInput));
	const absent = codes.filter((code) => code < 0);
	if (codes.length === 0 || absent.length <= MOST_ABSENT * codes.length) return [];
	const share = `${percent(absent.length, codes.length)} of ${codes.length} accounts`;
	const count = (code: number): number => absent.filter((candidate) => candidate === code).length;
	const [stale, invalid] = [count(ABSENT.stale), count(ABSENT.invalid)];
	if (stale * 2 > absent.length) {
		const message = `'${metric.id}' is stale for ${share} (older than ${metric.staleAfterDays} days)`;
		return [doubt('mostly-stale', path, message, 'Allow more days, or mend the source')];
	}
	if (invalid * 2 > absent.length) {
		const message = `'${metric.id}' cannot be read for ${share}`;
		return [
			doubt('mostly-invalid', path, message, 'Check the field, its unit and the answers of the rubric'),
		];
	}
	const message = `'${metric.id}' is unknown for ${share}`;
	return [doubt('mostly-missing', path, message, 'Map or feed the field, or take the measure out')];
}

function valueDoubts({ metric, path, points }: Measure, sample: readonly HealthInput[]): Issue[] {
	const values = sample.flatMap((input, index) => {
		const value = rawValue(input.observations[metric.id]);
		return value === null || (points[index] as number) < 0 ? [] : [value];
	});
	if (values.length < LEAST_VALUES) return [];
	if (new Set(values).size === 1) {
		const message = `'${metric.id}' is ${String(values[0])} for all ${values.length} accounts that have it, so it tells nothing`;
		return [doubt('constant-measure', path, message, 'Check the source, or take the measure out')];
	}
	const rubric = metric.metric.rubric;
	if (rubric.kind === 'categories') {
		const given = new Set(values.map((value) => normaliseAnswer(String(value))));
		const never = rubric.categories.filter((category) => !given.has(normaliseAnswer(category.value)));
		if (never.length === 0) return [];
		const names = never.map((category) => `'${category.value}'`).join(', ');
		const message = `'${metric.id}' is never answered with ${names} (${values.length} accounts)`;
		return [
			doubt('answer-never-given', `${path}.rubric.categories`, message, 'Check the spelling in the source'),
		];
	}
	const [least, most] = [metric.values[0] as number, metric.values.at(-1) as number];
	const numbers = metric.plain ? values.filter((value) => typeof value === 'number') : [];
	const outside = numbers.filter((value) => value < least || value > most).length;
	if (outside <= MOST_OUTSIDE * numbers.length) return [];
	const message = `${percent(outside, numbers.length)} of the values of '${metric.id}' lie outside ${least} to ${most}, where the rubric cannot tell them apart`;
	return [
		doubt(
			'outside-anchors',
			`${path}.rubric.anchors`,
			message,
			'Check the unit (share or percent), or widen the anchors',
		),
	];
}

function likenessDoubts(measures: readonly Measure[]): Issue[] {
	return measures.flatMap((measure, index) =>
		measures.slice(0, index).flatMap((other) => {
			const correlation = correlationOf(measure.points, other.points);
			if (correlation === null || Math.abs(correlation) <= SAME_MEASURE) return [];
			const message = `'${other.metric.id}' and '${measure.metric.id}' rank accounts alike (rank correlation ${roundHalfUp(correlation * 100) / 100}), so one thing counts twice`;
			return [doubt('duplicate-measure', measure.path, message, 'Take one out, or lower both weights')];
		}),
	);
}

function contraryDoubts(measures: readonly Measure[]): Issue[] {
	if (measures.length < 3) return [];
	return measures.flatMap((measure) => {
		const others = measures.filter((candidate) => candidate !== measure);
		const rest = measure.points.map((_, index) => {
			const known = others.map(({ points }) => points[index] as number).filter((points) => points >= 0);
			return known.length === 0
				? ABSENT.missing
				: known.reduce((sum, points) => sum + points, 0) / known.length;
		});
		const correlation = correlationOf(measure.points, rest);
		if (correlation === null || correlation >= -0.5) return [];
		const message = `'${measure.metric.id}' falls where the other measures rise (rank correlation ${roundHalfUp(correlation * 100) / 100})`;
		return [doubt('contrary-measure', `${measure.path}.direction`, message, 'Check its direction')];
	});
}

/** Of the accounts that have both. */
function correlationOf(left: readonly number[], right: readonly number[]): number | null {
	const both = left.flatMap((points, index) => {
		const other = right[index] as number;
		return points < 0 || other < 0 ? [] : [[points, other] as const];
	});
	if (both.length < LEAST_VALUES) return null;
	const step = Math.ceil(both.length / MOST_PAIRS);
	const looked = both.filter((_, index) => index % step === 0);
	return spearman(
		looked.map(([points]) => points),
		looked.map(([, points]) => points),
	);
}

function percent(part: number, whole: number): string {
	return `${roundHalfUp((part / whole) * 100)} %`;
}

function doubt(code: string, path: string, message: string, remedy: string): Issue {
	return { code, path, message, remedy, severity: 'warning' };
}
