import fc from 'fast-check';

import type { HealthInput } from '../../../scoring/health/HealthScore';
import type { Metric, Scorecard } from '../../../scoring/health/Scorecard';

export const AS_OF = '2024-01-15';

/** Any usable raw value of a metric, a little beyond both ends of its rubric too. */
export function arbitraryValue({ rubric }: Metric): fc.Arbitrary<number | string> {
	if (rubric.kind === 'categories') return fc.constantFrom(...rubric.categories.map(({ value }) => value));
	const values = rubric.anchors.map(({ value }) => value);
	const least = Math.min(...values);
	const most = Math.max(...values);
	const margin = (most - least) / 5;
	return fc.double({ min: least - margin, max: most + margin, noNaN: true });
}

/** Observations of a scorecard's metrics, each absent with the given odds in ten; caps now and then. */
export function arbitraryInput(scorecard: Scorecard, absentInTen = 3): fc.Arbitrary<HealthInput> {
	const values: Record<string, fc.Arbitrary<number | string | null>> = {
		urgent_ticket_hours: fc.oneof(
			{ weight: 9, arbitrary: fc.constant(null) },
			fc.double({ min: 0, max: 96, noNaN: true }),
		),
	};
	for (const metric of scorecard.dimensions.flatMap((dimension) => dimension.metrics)) {
		values[metric.id] = fc.oneof(
			{ weight: absentInTen, arbitrary: fc.constant(null) },
			{ weight: 10 - absentInTen, arbitrary: arbitraryValue(metric) },
		);
	}
	return fc.record(values).map((observations) => ({
		accountId: 'a',
		asOfOn: AS_OF,
		observations: observations as HealthInput['observations'],
	}));
}
