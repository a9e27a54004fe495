import type { Issue } from '../core/issue';
import { attainableRange } from './attainableRange';
import { capApplies } from './capApplies';
import { findMetric } from './findMetric';
import type { HealthInput } from './HealthScore';
import { rawValue } from './rawValue';
import type { Cap, Scorecard } from './Scorecard';

/** Under this many accounts "never" and "always" may be chance. */
const LEAST_INPUTS = 20;

/**
 * Caps that do nothing or too much, as warnings: a cap that no score exceeds, two of one id, one on a field that no account has, one
 * that applies to no account or to every account of the sample (of 20 inputs or more). Expects a scorecard without faults.
 *
 * @example
 * findDoubtfulCaps({ ...FRAMEWORK_SCORECARD, caps: [{ ...FRAMEWORK_SCORECARD.caps[0], cap: 100 }] }, []).map((issue) => issue.code)
 * // => ['cap-without-effect']
 */
export function findDoubtfulCaps(scorecard: Scorecard, sample: readonly HealthInput[]): Issue[] {
	const { highest } = attainableRange(scorecard);
	return scorecard.caps.flatMap((cap, index) => {
		const path = `caps[${index}]`;
		const issues: Issue[] = [];
		if (scorecard.caps.findIndex((other) => other.id === cap.id) !== index) {
			const message = `The id '${cap.id}' is used by two caps`;
			issues.push(doubt('duplicate-cap', `${path}.id`, message, 'Rename one of the two'));
		}
		if (cap.cap >= highest - 1e-9) {
			const message = `Cap '${cap.id}' holds scores at ${cap.cap}, which no score exceeds`;
			issues.push(doubt('cap-without-effect', `${path}.cap`, message, 'Lower it, or remove the cap'));
		}
		if (sample.length >= LEAST_INPUTS) issues.push(...sampleDoubts(scorecard, cap, path, sample));
		return issues;
	});
}

function sampleDoubts(scorecard: Scorecard, cap: Cap, path: string, sample: readonly HealthInput[]): Issue[] {
	const seen = sample.filter((input) => rawValue(input.observations[cap.field]) !== null).length;
	const applied = sample.filter((input) => capApplies(cap, input.observations[cap.field])).length;
	const rule = `${cap.field} ${cap.operator.replace(/_/g, ' ')} ${cap.threshold}`;
	if (seen === 0) {
		const known = findMetric(scorecard, cap.field) === null ? '' : ', though a measure has this name';
		const message = `None of ${sample.length} accounts has a value of '${cap.field}'${known}, so cap '${cap.id}' never applies`;
		return [doubt('cap-field-missing', `${path}.field`, message, 'Check the field name, or feed the field')];
	}
	if (applied === 0) {
		const message = `Cap '${cap.id}' (${rule}) applies to none of ${sample.length} accounts`;
		return [
			doubt(
				'cap-never',
				path,
				message,
				'Check operator and threshold; keep it if it is meant for rare cases',
			),
		];
	}
	if (applied < sample.length) return [];
	const message = `Cap '${cap.id}' (${rule}) applies to all ${sample.length} accounts`;
	return [doubt('cap-always', path, message, 'Check operator, threshold and unit')];
}

function doubt(code: string, path: string, message: string, remedy: string): Issue {
	return { code, path, message, remedy, severity: 'warning' };
}
