// What a person reads after the run, from a handful of rows; and the small plain functions of the launcher.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listAtRisk, type AccountRow, type ScoreRow, type SummaryInput } from '../../demo/atRisk.mts';
import { listLikelyToLeave } from '../../demo/likelyToLeave.mts';
import { faultOf } from '../../demo/dailyRun.mts';
import { needsPublishing } from '../../demo/importTemplates.mts';
import { portfolioWanted } from '../../demo/loadPortfolio.mts';
import { parseStartOptions } from '../../demo/startOptions.mts';
import { listGrowth } from '../../demo/growthAndRenewals.mts';
import { formatSummary } from '../../demo/summary.mts';
import { bar, displayWidth, fit, wrap } from '../../demo/textLayout.mts';

function account(
	account_id: string,
	name: string,
	arr_minor: number | null,
	currency: string | null,
): AccountRow {
	return { account_id, name, tier: 'enterprise', csm_id: 'CSM_1', arr_minor, currency };
}

function score(
	account_id: string,
	value: number | null,
	band: string | null,
	delta: number | null,
	words: string[],
): ScoreRow {
	const days30 = delta === null ? null : { on: '2026-02-01', value: 0, delta };
	const lost = words.map((text, index) => ['label', 9 - index, text]);
	const detail_json = JSON.stringify({ rounded: value, days30, lost });
	return { account_id, value, band, trend: value === null ? null : 'declining', reason: null, detail_json };
}

const renewal = (
	account_id: string,
	ends_on: string,
	value: number | null,
	arr_minor: number,
	currency: string,
) => ({
	account_id,
	value,
	reason: `Ends on ${ends_on}.`,
	detail_json: JSON.stringify({ ends_on, arr_minor, currency }),
});

const growth = (
	account_id: string,
	kind: string,
	status: string,
	amount_minor: number,
	probability: number,
	blockers: unknown[],
	alternative_to: string | null = null,
) => ({
	opportunity_id: `${account_id} ${kind}`,
	account_id,
	kind,
	status,
	amount_minor,
	currency: 'USD',
	probability,
	owner_id: 'CSM_1',
	evidence_json: JSON.stringify({
		signals: [{ words: 'Seats are full.' }],
		blockers,
		next_steps: [{ what: 'Offer 20 seats.' }],
		alternative_to,
	}),
});

const run = { status: 'done', skipped: 0, failed: 0, message: null };
const input: SummaryInput = {
	businessDay: '2026-03-03',
	accounts: [
		account('A', 'Acme', 1_000_000, 'USD'),
		account('B', '株式会社さくら', 90_000_000, 'JPY'),
		account('C', 'Calm AG', 9_900_000, 'USD'),
		account('D', 'Dark', null, null),
		account('E', 'Empty', 5_000_000, 'USD'),
	],
	scores: [
		score('A', 69.4, 'fair', -4, ['Active users 31 %: costs 12.4 points']),
		score('B', 40.5, 'poor', -8, ['NPS 2: costs 9.0 points', 'Response slow: costs 3.0 points']),
		score('C', 69.5, 'good', 3, []),
		score('D', 20, 'poor', null, []),
		score('E', null, null, null, []),
	],
	churn: [
		{ account_id: 'A', value: 80, low: 70, high: 88, reason: 'Invoice 40 days late: +1.2' },
		{ account_id: 'B', value: 10, low: 6, high: 15, reason: 'Active users fell 30 %' },
		{ account_id: 'D', value: 95, low: null, high: null, reason: null },
		{ account_id: 'E', value: null, low: null, high: null, reason: 'Not enough data' },
	],
	renewals: [
		renewal('A', '2026-04-30', 88.4, 1_000_000, 'USD'),
		renewal('B', '2026-03-31', null, 90_000_000, 'JPY'),
		{ account_id: 'C', value: null, reason: 'Nothing is due.', detail_json: '{}' },
	],
	opportunities: [
		growth('A', 'upsell', 'open', 500_000, 0.4, []),
		growth('C', 'cross_sell', 'open', 900_000, 0.3, []),
		growth('E', 'upgrade', 'open', 9_000_000, 0.9, [{ code: 'health' }]),
		growth('D', 'upsell', 'won', 9_000_000, 1, []),
	],
	runs: [
		{ ...run, stage: 'health', read: 6, skipped: 1 },
		{ ...run, stage: 'alert', read: 5 },
	],
	people: [{ person_id: 'CSM_1', name: 'Ana Ruiz' }],
	rates: [{ day_on: '2026-01-01', from_currency: 'USD', to_currency: 'JPY', rate: 150 }],
	reportCurrency: 'USD',
	alertBelow: 70,
	alertsOpen: 3,
	messagesPlanned: 2,
};

describe('summary', () => {
	test('at risk is a rounded score under the threshold, most converted revenue first, unknown revenue last', () => {
		const listed = listAtRisk(input).map(({ accountId, arrMinor, rounded }) => [
			accountId,
			arrMinor,
			rounded,
		]);
		assert.deepEqual(listed, [
			['B', 60_000_000, 41],
			['A', 1_000_000, 69],
			['D', null, 20],
		]);
	});

	test('tells counts, bands, mean, movement, and whom to call with the reasons', () => {
		const text = formatSummary(input);
		assert.match(text, /Accounts read +6\n +scored +4\n +without enough data +1 .*\n +left out as broken +1/);
		assert.match(text, /Good \(70-84\) +1 +25 %/);
		assert.match(text, /Portfolio mean 49\.9, falling: -3\.0 in 30 days over 3 accounts/);
		assert.match(
			text,
			/3 accounts are under 70: USD 610,000 of ARR at risk \(and 1 whose ARR cannot be told\)/,
		);
		assert.match(
			text,
			/1\. +株式会社さくら +USD 600,000 +41 poor -8\.0 in 30 d +Ana Ruiz\n +- NPS 2: costs 9\.0 points\n +- Response slow/,
		);
		assert.match(text, /3\. +Dark +ARR unknown +20 poor/);
		assert.match(text, /Open alerts: 3 +messages written: 2/);
	});

	test('likely to leave is ordered by probability times converted revenue, unknown revenue last, the unpredicted left out', () => {
		const listed = listLikelyToLeave(input).map(({ name, lossMinor }) => [name, lossMinor]);
		assert.deepEqual(listed, [
			['株式会社さくら', 6_000_000],
			['Acme', 800_000],
			['Dark', null],
		]);
		const runs = [...input.runs, { ...run, stage: 'churn', read: 5, message: '4 predicted by the model m.' }];
		const text = formatSummary({ ...input, runs });
		assert.match(text, /WHO IS MOST LIKELY TO LEAVE, by expected ARR loss\n4 predicted by the model m\.\n/);
		assert.match(text, /2\. +Acme +USD 8,000 of USD 10,000 +80\.0 % +Ana Ruiz\n +- Invoice 40 days late/);
		assert.match(text, /3\. +Dark +ARR unknown +95\.0 %/);
		assert.doesNotMatch(formatSummary({ ...input, churn: [] }), /MOST LIKELY TO LEAVE/);
	});

	test('renewals come by day, expansions by expected amount; what is blocked, won or not due is left out', () => {
		const text = formatSummary(input);
		assert.match(
			text,
			/1\. +株式会社さくら +2026-03-31 +USD 600,000 +Ana Ruiz\n +- Ends on 2026-03-31\.\n2\. +Acme +2026-04-30 +USD 10,000 +88 % +Ana Ruiz/,
		);
		assert.match(
			text,
			/1\. +Calm AG +cross sell +USD 9,000 +30 % +Ana Ruiz\n +- Seats are full\. Next: Offer 20 seats\.\n2\. +Acme +upsell/,
		);
		assert.doesNotMatch(text, /upgrade|Nothing is due/);
		assert.doesNotMatch(formatSummary({ ...input, renewals: [], opportunities: [] }), /RENEWS|GROW/);
	});

	test('of two alternatives at one account the one that counts is listed, until it is closed', () => {
		const listed = (status: string) =>
			listGrowth({
				...input,
				opportunities: [
					growth('A', 'upgrade', status, 700_000, 0.4, []),
					growth('A', 'upsell', 'open', 500_000, 0.9, [], 'A upgrade'),
				],
			}).map(({ what }) => what);
		assert.deepEqual(listed('open'), ['upgrade']);
		assert.deepEqual(listed('lost'), ['upsell']);
	});

	test('one account is one', () => {
		const [one] = input.accounts;
		const scores = [score('A', 40, 'poor', -4, [])];
		const text = formatSummary({ ...input, accounts: one === undefined ? [] : [one], scores });
		assert.match(text, /1 account is under 70/);
		assert.match(text, /in 30 days over 1 account\n/);
	});

	test('no line is wider than 100 columns, however long names and reasons are', () => {
		const long = { ...input, accounts: input.accounts.map((each) => ({ ...each, name: '長'.repeat(60) })) };
		const words = [score('A', 12, 'poor', -40, ['many words '.repeat(40)])];
		const churn = input.churn.map((row) => ({ ...row, reason: 'many words '.repeat(40) }));
		for (const line of formatSummary({ ...long, scores: words, churn }).split('\n'))
			assert.ok(displayWidth(line) <= 100, line);
	});

	test('a stage that failed stands on top; a portfolio without any score says so', () => {
		const runs = [{ ...run, stage: 'health', status: 'failed', read: 0, message: 'cs_usage is stale' }];
		const text = formatSummary({ ...input, runs, scores: [] });
		assert.match(text, /! Stage health: failed\. cs_usage is stale/);
		assert.match(text, /No account could be scored\./);
	});
});

describe('is the day done', () => {
	const done = (stage: string) => ({ ...run, stage, read: 1 });
	test('only with a done row for health and alert and none that failed', () => {
		assert.equal(faultOf([done('health'), done('alert')], 'd'), null);
		assert.match(faultOf([done('health')], 'd') ?? '', /alert/);
		assert.match(
			faultOf([done('health'), done('alert'), { ...done('x'), status: 'failed' }], 'd') ?? '',
			/x failed/,
		);
		assert.match(faultOf([{ ...done('health'), status: 'running' }, done('alert')], 'd') ?? '', /health/);
	});
});

describe('command line', () => {
	test('options are read; what makes no sense is refused with the usage', () => {
		const options = parseStartOptions(['--once', '--port', '5999', '--as-of', '2026-02-28']);
		assert.deepEqual(
			[options.once, options.port, options.asOfOn, options.accounts],
			[true, 5999, '2026-02-28', null],
		);
		for (const args of [
			['--port', '80'],
			['--as-of', '2026-02-30'],
			['--accounts', '1.5'],
			['--prot', '5'],
			['x'],
		]) {
			assert.throws(() => parseStartOptions(args), /npm start -- \[options\]/, args.join(' '));
		}
	});

	test('the portfolio is loaded once, and again only for other options; its day does not move by itself', () => {
		const none = { accounts: null, seed: null, asOfOn: null };
		const first = portfolioWanted(none, undefined, '2026-03-03');
		assert.deepEqual(first, { accounts: 1250, seed: 42, asOfOn: '2026-03-03' });
		assert.equal(portfolioWanted(none, first ?? undefined, '2026-03-04'), null);
		assert.equal(portfolioWanted({ ...none, accounts: 9 }, first ?? undefined, '2026-03-04')?.accounts, 9);
	});
});

describe('templates', () => {
	const node = (type: string) => ({ name: 'n', type: `n8n-nodes-base.${type}` });
	test('what something else starts is published, what only a person starts is not', () => {
		assert.equal(needsPublishing({ nodes: [node('manualTrigger'), node('stickyNote')] }), false);
		for (const type of ['scheduleTrigger', 'executeWorkflowTrigger', 'errorTrigger', 'webhook']) {
			assert.equal(needsPublishing({ nodes: [node('manualTrigger'), node(type)] }), true, type);
		}
		const meta = { templateCredsSetupCompleted: false };
		assert.equal(
			needsPublishing({ nodes: [node('scheduleTrigger')], meta }),
			false,
			'it lacks its credential',
		);
	});
});

describe('text layout', () => {
	test('wide letters count two columns, marks none', () => {
		assert.equal(displayWidth('株式'), 4);
		assert.equal(displayWidth('é'), 1);
		assert.equal(fit('株式会社', 5), '株式…');
		assert.equal(fit('ab', 4, 'right'), '  ab');
		assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
	});

	test('a bar shows a sliver for little and nothing for nothing', () => {
		assert.equal(bar(0, 10), '');
		assert.equal(bar(0.0001, 10), '▏');
		assert.equal(bar(1, 10), '█'.repeat(10));
	});
});
