import type { Issue } from '../core/issue';
import type { Anchor, Category, Metric } from './Scorecard';

/**
 * Faults of one metric's rubric and direction; `path` is the metric's place in its scorecard. Anchors must rise in value and be strictly
 * monotone in points, in the declared direction; all points lie from 0 to 100.
 *
 * @example
 * findRubricFaults({ ...FRAMEWORK_SCORECARD.dimensions[0].metrics[0], direction: 'lower_is_better' }, 'm').map((issue) => issue.code)
 * // => ['anchors-not-monotone']
 */
export function findRubricFaults(metric: Metric, path: string): Issue[] {
	const rubric = metric?.rubric;
	if (rubric?.kind === 'categories') return categoryFaults(rubric.categories, `${path}.rubric.categories`, 1);
	if (rubric?.kind !== 'anchors') {
		return [fault('no-rubric', `${path}.rubric`, 'The metric has no rubric', 'Add anchors or categories')];
	}
	const issues = anchorFaults(rubric.anchors, metric.direction, `${path}.rubric.anchors`);
	if (rubric.words) issues.push(...categoryFaults(rubric.words, `${path}.rubric.words`, 0));
	return issues;
}

function anchorFaults(anchors: readonly Anchor[], direction: Metric['direction'], path: string): Issue[] {
	if (!Array.isArray(anchors) || anchors.length < 2) {
		return [fault('too-few-anchors', path, 'A line needs two anchors', 'Add the worst and the best value')];
	}
	if (direction !== 'higher_is_better' && direction !== 'lower_is_better') {
		const remedy = 'Use higher_is_better or lower_is_better';
		return [fault('unknown-direction', path, `The direction is ${String(direction)}`, remedy)];
	}
	const sign = direction === 'higher_is_better' ? 1 : -1;
	const issues: Issue[] = [];
	for (const [index, anchor] of (anchors as readonly Anchor[]).entries()) {
		const previous = index === 0 ? null : (anchors[index - 1] as Anchor);
		if (!Number.isFinite(anchor?.value) || !isPoints(anchor?.points)) {
			const message = `Anchor ${index + 1} is ${String(anchor?.value)} for ${String(anchor?.points)} points`;
			issues.push(fault('bad-anchor', `${path}[${index}]`, message, 'Set a number and points from 0 to 100'));
		} else if (previous && anchor.value <= previous.value) {
			const message = `Anchor ${anchor.value} does not lie above ${previous.value}`;
			issues.push(
				fault('anchors-not-sorted', `${path}[${index}]`, message, 'Sort anchors by value, each value once'),
			);
		} else if (previous && (anchor.points - previous.points) * sign <= 0) {
			const message = `From ${previous.value} to ${anchor.value} points go from ${previous.points} to ${anchor.points}`;
			const remedy = `With ${direction} they must ${sign > 0 ? 'rise' : 'fall'}: mend the points or the direction`;
			return [...issues, fault('anchors-not-monotone', `${path}[${index}]`, message, remedy)];
		}
	}
	return issues;
}

function categoryFaults(categories: readonly Category[], path: string, least: number): Issue[] {
	if (!Array.isArray(categories) || categories.length < least) {
		return [
			fault('no-categories', path, 'The metric has no answers', 'Add at least one answer with its points'),
		];
	}
	return (categories as readonly Category[]).flatMap((category, index) => {
		if (typeof category?.value === 'string' && isPoints(category.points)) return [];
		const message = `Answer '${String(category?.value)}' earns ${String(category?.points)}`;
		return [fault('bad-category', `${path}[${index}]`, message, 'Give it an id and points from 0 to 100')];
	});
}

function isPoints(points: unknown): boolean {
	return typeof points === 'number' && points >= 0 && points <= 100;
}

function fault(code: string, path: string, message: string, remedy: string): Issue {
	return { code, path, message, remedy, severity: 'error' };
}
