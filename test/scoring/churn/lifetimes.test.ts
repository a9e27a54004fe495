import { createRandom } from '../../../scoring/learn/createRandom';
import { addDays } from '../../../scoring/core/addDays';
import { ageInMonths } from '../../../scoring/churn/ageInMonths';
import { dayAtAge } from '../../../scoring/churn/dayAtAge';
import { estimateLifetimes } from '../../../scoring/churn/estimateLifetimes';
import type { LifetimeOptions, LifetimeReport } from '../../../scoring/churn/Lifetime';
import { splitLives } from '../../../scoring/churn/splitLives';
import { groupRecords } from '../../../scoring/measures/groupRecords';
import type { Row } from '../../../scoring/measures/Records';
import { finishSteps } from '../learn/finishSteps';
import { AS_OF, demoTables } from './demoPortfolio';
import { tabulateCurve } from '../../../scoring/churn/tabulateCurve';

function estimated(
	tables: { accounts: readonly Row[]; outcomes: readonly Row[]; history?: readonly Row[] },
	options: Partial<LifetimeOptions> = {},
	count?: (steps: number) => void,
): LifetimeReport {
	const { accounts, outcomes, history = [] } = tables;
	const portfolio = { accounts, outcomes, records: groupRecords(history).accounts };
	const outcome = finishSteps(estimateLifetimes(portfolio, { asOfOn: AS_OF, ...options }), count);
	if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
	return outcome.value;
}

const churn = (account_id: string, occurred_on: string): Row => ({
	account_id,
	kind: 'churned',
	occurred_on,
});

describe('ages in months', () => {
	test('go back to the day they came from', () => {
		for (const start of [0, 30, 58, 11_016, 19_782, 20_000])
			for (let days = 0; days < 1500; days += 7)
				expect(dayAtAge(start, ageInMonths(start, start + days))).toBe(start + days);
	});

	test('a leap day is a year old on the last of February', () => {
		const day = (text: string) => Date.parse(text) / 86_400_000;
		expect(ageInMonths(day('2024-02-29'), day('2025-02-28'))).toBe(12);
		expect(ageInMonths(day('2024-01-31'), day('2024-02-29'))).toBe(1);
	});
});

describe('times as a customer', () => {
	const contract = (startDay: number, endDay: number | null, stands = true) => ({ startDay, endDay, stands });

	test.each([
		['still there', [10, [], [], false], [[10, null]]],
		['churned', [10, [50], [], false], [[10, 50]]],
		['churned on its first day', [10, [10], [], false], [[10, 10]]],
		[
			'came back, as its new start says; a contract tells the earlier one',
			[60, [50], [contract(10, 50, false)], false],
			[
				[10, 50],
				[60, null],
			],
		],
		[
			'came back, as a contract says',
			[10, [50], [contract(10, 50, false), contract(70, 200)], false],
			[
				[10, 50],
				[70, null],
			],
		],
		[
			'a renewal signed and called off is no return',
			[10, [50], [contract(60, 200, false)], false],
			[[10, 50]],
		],
		[
			'came back and left again',
			[10, [50, 90], [contract(60, 400, false)], false],
			[
				[10, 50],
				[60, 90],
			],
		],
		['marked as gone', [10, [], [], true], []],
		['starts later', [110, [], [], false], []],
		['nothing tells when it began', [null, [], [], false], []],
	] as const)('%s', (_name, [start, churns, contracts, gone], lives) => {
		const split = splitLives(start, churns, contracts, gone, 100);
		expect(split.lives.map(({ startDay, churnDay }) => [startDay, churnDay])).toEqual(lives);
		expect([split.beforeStart, split.twice]).toEqual([0, 0]);
	});

	test('churns that no life explains are counted', () => {
		expect(splitLives(60, [50], [], false, 100)).toMatchObject({ beforeStart: 1, lives: [{ startDay: 60 }] });
		expect(splitLives(10, [50, 70], [], false, 100)).toMatchObject({ twice: 1, lives: [{ churnDay: 50 }] });
	});
});

/** Accounts that leave at 4 % a month, begun over eight years; only who was there when the records began is known. */
function cutOff(known: string): { accounts: Row[]; outcomes: Row[] } {
	const random = createRandom(3);
	const accounts: Row[] = [];
	const outcomes: Row[] = [];
	for (let index = 0; index < 1500; index++) {
		const started_on = addDays('2018-01-01', Math.floor(random() * 2900));
		const on = addDays(started_on, Math.floor((-Math.log(1 - random()) / 0.04) * 30.44));
		if (on < known) continue;
		accounts.push({ account_id: `a${index}`, started_on });
		if (on <= AS_OF) outcomes.push(churn(`a${index}`, on));
	}
	return { accounts, outcomes };
}

describe('what is not known', () => {
	const true12 = Math.exp(-0.48);

	test('who had left before the records began does not make the curve look better', () => {
		const report = estimated(cutOff('2023-06-01'));
		expect(Math.abs((report.all.retention?.value as number) - true12)).toBeLessThan(0.05);
		expect(report.read.lateEntries).toBeGreaterThan(50);
		expect(report.notes.map(({ code }) => code)).toContain('watched-late');
		// As if everything had always been recorded: too many old accounts.
		const naive = estimated(cutOff('2023-06-01'), { recordedSince: '2018-01-01' });
		expect(naive.all.retention?.value as number).toBeGreaterThan(true12 + 0.08);
	});

	test('the outcome with which the watch begins is no fault; a churn before the watch is', () => {
		const tables = cutOff('2018-01-01');
		const codes = (options: Partial<LifetimeOptions>) =>
			estimated(tables, options).notes.map(({ code }) => code);
		expect(estimated(tables).read.skipped).toMatchObject({ 'first-outcome': 1, 'ended-before-records': 0 });
		expect(codes({})).not.toContain('ended-before-records');
		expect(codes({ recordedSince: '2020-01-01' })).toContain('ended-before-records');
	});

	test('a column with the day since which each is known does the same', () => {
		const tables = cutOff('2023-06-01');
		const accounts = tables.accounts.map((row) => ({ ...row, created_at: '2023-06-01T10:00:00Z' }));
		const report = estimated(
			{ ...tables, accounts },
			{ recordedSince: '2018-01-01', knownSinceColumn: 'created_at' },
		);
		expect(Math.abs((report.all.retention?.value as number) - true12)).toBeLessThan(0.05);
	});

	test('outcomes of days to come change nothing', () => {
		const tables = cutOff('2018-01-01');
		const until = (day: string) => estimated(tables, { asOfOn: day }).all;
		const now = tables.outcomes.filter(({ occurred_on: on }) => String(on) <= '2022-01-01');
		expect(until('2022-01-01')).toEqual(
			estimated({ ...tables, outcomes: now }, { asOfOn: '2022-01-01' }).all,
		);
	});

	test('nobody watched at some age: nothing from the start on, but from there', () => {
		const accounts = Array.from({ length: 40 }, (_, index) => ({
			account_id: `a${index}`,
			started_on: '2020-01-15',
		}));
		const outcomes = Array.from({ length: 10 }, (_, index) =>
			churn(`a${index}`, addDays('2024-03-01', 20 * index)),
		);
		const report = estimated({ accounts, outcomes }, { recordedSince: '2024-01-15' });
		expect(report.all).toMatchObject({ retention: null, medianText: null });
		expect(report.all.text).toContain('At some age nobody was watched');
		expect(report.curve.slice(0, 3).map(({ survival }) => survival)).toEqual([null, null, null]);
		const late = estimated({ accounts, outcomes }, { recordedSince: '2024-01-15', asOfOn: '2024-05-15' });
		expect(late.accounts).toHaveLength(36);
	});

	test('an account that came back counts twice, each time from its own start', () => {
		const tables = cutOff('2018-01-01');
		const back = { account_id: 'back', started_on: '2024-01-01' };
		const report = estimated({
			accounts: [...tables.accounts, back],
			outcomes: [...tables.outcomes, churn('back', '2022-01-01')],
			history: [
				{
					contract_id: 'c1',
					account_id: 'back',
					starts_on: '2021-01-01',
					ends_on: '2021-12-31',
					status: 'ended',
				},
			],
		});
		const lives = report.read.lives.filter(({ accountId }) => accountId === 'back');
		expect(lives.map(({ age, churned }) => [Math.floor(age), churned])).toEqual([
			[12, true],
			[24, false],
		]);
		expect(report.read.cameBack).toBe(1);
	});
});

describe('the demo portfolio', () => {
	const tables = demoTables(300);

	test('is estimated in steps, curves fall, shares lie within their limits', () => {
		let steps = 0;
		const report = estimated(tables, { groupBy: 'segment' }, (taken) => (steps = taken));
		expect(steps).toBeGreaterThan(5);
		for (const group of [null, ...report.groups.map(({ group: name }) => name)]) {
			const curve = report.curve.filter((row) => row.group === group);
			for (const [index, { survival, low, high }] of curve.entries()) {
				if (survival === null || low === null || high === null) continue;
				expect(low).toBeLessThanOrEqual(survival);
				expect(high).toBeGreaterThanOrEqual(survival);
				expect(survival).toBeLessThanOrEqual(curve[index - 1]?.survival ?? 1);
			}
		}
		for (const { ahead, medianDaysLeft, reasons } of report.accounts) {
			const shares = ahead.flatMap(({ share }) => (share === null ? [] : [share.value]));
			expect([...shares].sort((a, b) => b - a)).toEqual(shares);
			if (medianDaysLeft === null || shares.length < 3) expect(reasons.length).toBeGreaterThan(0);
		}
	});

	test('the churns of the curve are those of the outcomes', () => {
		const report = estimated(tables);
		const counted = report.curve.reduce((sum, { churned }) => sum + churned, 0);
		expect(counted).toBe(report.all.churned);
		expect(counted).toBe(report.read.lives.filter(({ churned }) => churned).length);
	});
});

test('a month nobody has left by yet is not told as certain', () => {
	const months = (people: number) => {
		const entries = new Float64Array(people).fill(-Infinity);
		const exits = new Float64Array(people).fill(6);
		const steps = [{ time: 5, atRisk: people, events: 1, survival: 1 - 1 / people, low: 0.5, high: 0.99 }];
		const curve = { steps, entries, exits, gap: null, median: null, medianLow: null, medianHigh: null };
		const index = {
			curve,
			times: Float64Array.of(5),
			variances: Float64Array.of(0),
			counts: Float64Array.of(1),
		};
		const from = { group: null, lives: people, churned: 1, months: 6 * people, curve: index };
		return tabulateCurve(from as unknown as Parameters<typeof tabulateCurve>[0], 1.645);
	};
	// All of 20 stay with a chance of 5 % where one stays with .05 ^ (1/20) = 86 %.
	expect(months(20)[0]).toMatchObject({ survival: 1, high: 1 });
	expect(months(20)[0]?.low).toBeCloseTo(0.861, 3);
	expect(months(2000)[0]?.low).toBeCloseTo(0.9985, 4);
	expect(months(20)[4]).toMatchObject({ survival: 0.95, low: 0.5, high: 0.99 });
});
