import type { Issue } from '../core/issue';
import { roundHalfUp } from '../core/roundHalfUp';
import { attainableRange } from './attainableRange';
import { normaliseAnswer } from './normaliseAnswer';
import type { Metric, Scorecard } from './Scorecard';

/** Names of measures of which less is better; only a hint, hence only a warning. */
const LESS_IS_BETTER =
	/(^|_)(days_since|time_to|response_time|resolution_time|overdue|churn|errors?|defects?|escalations?|open_tickets|backlog|downtime)(_|$)/;
/** A judgement of the thing, or its absence: more is better again. */
const MORE_IS_BETTER = /(satisfaction|score|rating|reduction|reduced|avoided|saved|improvement|free)/;
/** Under this age a weekly feed is stale before it is renewed. */
const LEAST_STALE_DAYS = 7;

/**
 * What is allowed in a scorecard and probably not meant, as warnings: weights that add up to neither 1 nor 100, bands nobody can reach,
 * bands with one id, a direction against the measure's name, a rubric that gives every answer the same points, staleness and half-life
 * that contradict each other, a minimum coverage of 0 or 1, a lifecycle rule that leads back. Expects a scorecard without faults.
 *
 * @example
 * findDoubtfulSettings({ ...FRAMEWORK_SCORECARD, minCoverage: 0 }).map((issue) => issue.code)
 * // => ['no-minimum-coverage']
 */
export function findDoubtfulSettings(scorecard: Scorecard): Issue[] {
	return [
		...weightDoubts(scorecard),
		...bandDoubts(scorecard),
		...scorecard.dimensions.flatMap((dimension, index) =>
			dimension.metrics.flatMap((metric, at) => metricDoubts(metric, `dimensions[${index}].metrics[${at}]`)),
		),
		...coverageDoubts(scorecard),
		...lifecycleDoubts(scorecard),
	];
}

function weightDoubts({ dimensions }: Scorecard): Issue[] {
	const sum = dimensions.reduce((total, dimension) => total + dimension.weight, 0);
	if (Math.abs(sum - 1) < 1e-6 || Math.abs(sum - 100) < 1e-4) return [];
	const shares = dimensions.map(({ id, weight }) => `${id} ${roundHalfUp((weight / sum) * 1000) / 10} %`);
	const message = `The weights of the dimensions add up to ${roundHalfUp(sum * 1e4) / 1e4}, not to 1 (or 100); their ratios count: ${shares.join(', ')}`;
	return [
		doubt(
			'weights-sum',
			'dimensions',
			message,
			'Check whether a weight was forgotten, or let them add up to 1',
		),
	];
}

function bandDoubts(scorecard: Scorecard): Issue[] {
	const { lowest, highest } = attainableRange(scorecard);
	const issues: Issue[] = [];
	const ids = new Set<string>();
	for (const [index, band] of scorecard.bands.entries()) {
		const path = `bands[${index}]`;
		const above = scorecard.bands[index - 1]?.from ?? 101;
		if (ids.has(band.id)) {
			const message = `Two bands have the id '${band.id}', so rows cannot tell them apart`;
			issues.push(doubt('duplicate-band', `${path}.id`, message, 'Rename one of the two'));
		}
		ids.add(band.id);
		if (roundHalfUp(highest) >= band.from && roundHalfUp(lowest) < above) continue;
		const message = `Band '${band.id}' (${band.from} to ${above - 1}) cannot be reached: scores lie from ${roundHalfUp(lowest)} to ${roundHalfUp(highest)}`;
		const remedy = 'Move the band, or let the best and worst answers earn more extreme points';
		issues.push(doubt('unreachable-band', path, message, remedy));
	}
	return issues;
}

function metricDoubts(metric: Metric, path: string): Issue[] {
	const issues: Issue[] = [];
	const { rubric, direction, staleAfterDays: stale, halfLifeDays: halfLife } = metric;
	const lessIsBetter = LESS_IS_BETTER.test(metric.id) && !MORE_IS_BETTER.test(metric.id);
	if (rubric.kind === 'anchors' && direction === 'higher_is_better' && lessIsBetter) {
		const message = `'${metric.id}' earns more points the higher it is, but its name says that less is better`;
		const remedy = 'Set the direction to lower_is_better and turn the points round, or rename it';
		issues.push(doubt('doubtful-direction', `${path}.direction`, message, remedy));
	}
	if (rubric.kind === 'categories') issues.push(...categoryDoubts(metric, `${path}.rubric.categories`));
	if (stale !== null && stale < LEAST_STALE_DAYS) {
		const message = `'${metric.id}' counts as unknown after ${stale} days, so a source that is read weekly drops out between two readings`;
		issues.push(doubt('stale-too-soon', `${path}.staleAfterDays`, message, 'Allow at least 7 days'));
	}
	if (stale !== null && halfLife !== null && halfLife > stale * 3) {
		const message = `With a half-life of ${halfLife} days '${metric.id}' loses hardly any weight before it is stale after ${stale} days`;
		issues.push(doubt('half-life-without-effect', `${path}.halfLifeDays`, message, 'Shorten it or set null'));
	}
	if (halfLife !== null && stale !== null && stale / halfLife > 7) {
		const message = `With a half-life of ${halfLife} days less than 1 % of the weight of '${metric.id}' is left when it is stale after ${stale} days`;
		issues.push(doubt('stale-without-effect', `${path}.staleAfterDays`, message, 'Choose one of the two'));
	}
	if (metric.fixed === true && (stale !== null || halfLife !== null)) {
		const message = `'${metric.id}' is a fact of the past that cannot change, yet it ages`;
		issues.push(doubt('fixed-ages', path, message, 'Set staleAfterDays and halfLifeDays to null'));
	}
	return issues;
}

function categoryDoubts({ id, rubric }: Metric, path: string): Issue[] {
	if (rubric.kind !== 'categories') return [];
	const issues: Issue[] = [];
	const answers = rubric.categories.map((category) => normaliseAnswer(category.value));
	const twice = answers.find((answer, index) => answers.indexOf(answer) !== index);
	if (twice !== undefined) {
		const message = `'${id}' knows the answer '${twice}' twice, the last one counts`;
		issues.push(doubt('duplicate-answer', path, message, 'Remove one of the two'));
	}
	if (new Set(rubric.categories.map((category) => category.points)).size < 2) {
		const message = `Every answer of '${id}' earns ${rubric.categories[0]?.points} points, so it tells nothing`;
		issues.push(doubt('flat-rubric', path, message, 'Give different points, or remove the measure'));
	}
	return issues;
}

function coverageDoubts({ minCoverage }: Scorecard): Issue[] {
	if (minCoverage === 0) {
		const message = 'With a minimum coverage of 0 a single measure makes a score';
		return [doubt('no-minimum-coverage', 'minCoverage', message, 'Ask for about half of the weight (0.5)')];
	}
	if (minCoverage < 1) return [];
	const message = 'With a minimum coverage of 1 one missing measure leaves an account without a score';
	return [doubt('full-coverage-needed', 'minCoverage', message, 'Ask for about half of the weight (0.5)')];
}

function lifecycleDoubts({ id, lifecycle }: Scorecard): Issue[] {
	return lifecycle.flatMap((rule, index) => {
		if (rule.scorecardId !== id) return [];
		const message = `Accounts younger than ${rule.untilDays} days are sent to '${id}', which is this scorecard`;
		return [doubt('lifecycle-loop', `lifecycle[${index}].scorecardId`, message, 'Name another scorecard')];
	});
}

function doubt(code: string, path: string, message: string, remedy: string): Issue {
	return { code, path, message, remedy, severity: 'warning' };
}
