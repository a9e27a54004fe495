import { findScorecardFaults } from '../../../scoring/health/findScorecardFaults';
import { FRAMEWORK_SCORECARD, HEALTH_PRESETS } from '../../../scoring/health/presets';
import type { Anchor, Dimension, Metric, Scorecard } from '../../../scoring/health/Scorecard';
import { scoreHealth } from '../../../scoring/health/scoreHealth';

const [usage, value] = FRAMEWORK_SCORECARD.dimensions as [Dimension, Dimension];
const [activeUsers] = usage.metrics as [Metric];
const [, , velocity] = value.metrics as [Metric, Metric, Metric];

const withMetric = (change: object, metric = activeUsers): Scorecard => ({
	...FRAMEWORK_SCORECARD,
	dimensions: [{ ...usage, metrics: [{ ...metric, ...change } as Metric] }],
});
const withAnchors = (...anchors: readonly (readonly [number, number])[]): Scorecard =>
	withMetric({
		rubric: { kind: 'anchors', anchors: anchors.map(([at, points]): Anchor => ({ value: at, points })) },
	});
const withCard = (change: object): Scorecard => ({ ...FRAMEWORK_SCORECARD, ...change });
const withBands = (...from: number[]): Scorecard =>
	withCard({
		bands: from.map((start, index) => ({ ...FRAMEWORK_SCORECARD.bands[0], id: `b${index}`, from: start })),
	});
const withCap = (change: object): Scorecard =>
	withCard({ caps: [{ ...FRAMEWORK_SCORECARD.caps[0], ...change }] });

test.each(Object.values(HEALTH_PRESETS))('preset $id is sound', (card) => {
	expect(findScorecardFaults(card)).toEqual([]);
});

const faults: [name: string, card: Scorecard, code: string, path: string][] = [
	['nothing at all', null as unknown as Scorecard, 'no-dimensions', 'dimensions'],
	['no dimensions', withCard({ dimensions: [] }), 'no-dimensions', 'dimensions'],
	[
		'no metrics',
		withCard({ dimensions: [{ ...usage, metrics: [] }] }),
		'no-metrics',
		'dimensions[0].metrics',
	],
	['weight 0', withCard({ dimensions: [{ ...usage, weight: 0 }] }), 'bad-weight', 'dimensions[0].weight'],
	['weight as text', withMetric({ weight: '1' }), 'bad-weight', 'dimensions[0].metrics[0].weight'],
	['infinite weight', withMetric({ weight: Infinity }), 'bad-weight', 'dimensions[0].metrics[0].weight'],
	['id used twice', withMetric({ id: usage.id }), 'duplicate-id', 'dimensions[0].metrics[0].id'],
	['blank id', withMetric({ id: ' ' }), 'no-id', 'dimensions[0].metrics[0].id'],
	['no rubric', withMetric({ rubric: undefined }), 'no-rubric', 'dimensions[0].metrics[0].rubric'],
	['one anchor', withAnchors([0, 0]), 'too-few-anchors', 'dimensions[0].metrics[0].rubric.anchors'],
	[
		'unsorted anchors',
		withAnchors([50, 0], [0, 100]),
		'anchors-not-sorted',
		'dimensions[0].metrics[0].rubric.anchors[1]',
	],
	[
		'a step back',
		withAnchors([0, 0], [1, 60], [2, 50]),
		'anchors-not-monotone',
		'dimensions[0].metrics[0].rubric.anchors[2]',
	],
	[
		'a flat stretch',
		withAnchors([0, 0], [1, 60], [2, 60]),
		'anchors-not-monotone',
		'dimensions[0].metrics[0].rubric.anchors[2]',
	],
	[
		'points over 100',
		withAnchors([0, 0], [1, 101]),
		'bad-anchor',
		'dimensions[0].metrics[0].rubric.anchors[1]',
	],
	[
		'wrong direction',
		withMetric({ direction: 'lower_is_better' }),
		'anchors-not-monotone',
		'dimensions[0].metrics[0].rubric.anchors[1]',
	],
	[
		'no direction',
		withMetric({ direction: 'up' }),
		'unknown-direction',
		'dimensions[0].metrics[0].rubric.anchors',
	],
	[
		'no answers',
		withMetric({ rubric: { kind: 'categories', categories: [] } }, velocity),
		'no-categories',
		'dimensions[0].metrics[0].rubric.categories',
	],
	[
		'answer without points',
		withMetric({ rubric: { kind: 'categories', categories: [{ value: 'a', label: 'A' }] } }),
		'bad-category',
		'dimensions[0].metrics[0].rubric.categories[0]',
	],
	[
		'word out of range',
		withMetric({ rubric: { ...activeUsers.rubric, words: [{ value: 'a', label: 'A', points: -1 }] } }),
		'bad-category',
		'dimensions[0].metrics[0].rubric.words[0]',
	],
	[
		'unknown normalisation',
		withMetric({ normalisation: 'z' }),
		'unknown-normalisation',
		'dimensions[0].metrics[0].normalisation',
	],
	[
		'stale after 0',
		withMetric({ staleAfterDays: 0 }),
		'out-of-range',
		'dimensions[0].metrics[0].staleAfterDays',
	],
	[
		'negative half-life',
		withMetric({ halfLifeDays: -1 }),
		'out-of-range',
		'dimensions[0].metrics[0].halfLifeDays',
	],
	['no bands', withCard({ bands: [] }), 'no-bands', 'bands'],
	['band gap', withBands(85, 70, 50), 'band-gap', 'bands[2].from'],
	['overlapping bands', withBands(85, 85, 0), 'band-order', 'bands[1].from'],
	['band at a decimal', withBands(84.5, 0), 'band-order', 'bands[0].from'],
	['coverage as percent', withCard({ minCoverage: 40 }), 'out-of-range', 'minCoverage'],
	['cap over 100', withCap({ cap: 101 }), 'out-of-range', 'caps[0].cap'],
	['unknown operator', withCap({ operator: '>' }), 'unknown-operator', 'caps[0].operator'],
	['text compared by size', withCap({ threshold: 'two days' }), 'bad-threshold', 'caps[0].threshold'],
	[
		'lifecycle of 0 days',
		withCard({ lifecycle: [{ untilDays: 0, scorecardId: 'x' }] }),
		'out-of-range',
		'lifecycle[0].untilDays',
	],
];

test.each(faults)('%s', (_name, card, code, path) => {
	const found = findScorecardFaults(card);
	expect(found.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
	expect(found[0]?.severity).toBe('error');
	expect(found[0]?.remedy).not.toBe('');
});

test('a faulty scorecard scores nobody, and says so each time', () => {
	const card = withBands(85, 70, 50);
	const input = { accountId: 'a', asOfOn: '2024-01-15', observations: { active_users: 90 } };
	for (const outcome of [scoreHealth(input, card), scoreHealth(input, card)]) {
		expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'band-gap' }] });
	}
});
