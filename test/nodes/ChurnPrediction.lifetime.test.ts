import type { IDataObject } from 'n8n-workflow';

import schema from '../../nodes/ChurnPrediction/__schema__/v1.0.0/account/estimateLifetime.json';
import { addDays } from '../../scoring/core/addDays';
import { createRandom } from '../../scoring/learn/createRandom';
import { expectSchema, runChurn } from '../support/churnPrediction';
import { churnPortfolio, PORTFOLIO_END } from '../support/churnPortfolio';

jest.setTimeout(60_000);

const AS_OF = '2026-01-15';

/** The first day of a month so many months before January 2026. */
const monthsBefore = (months: number): string =>
	new Date(Date.UTC(2026, -months, 1)).toISOString().slice(0, 10);

const estimate = async (
	accounts: readonly IDataObject[],
	records: readonly IDataObject[] | null,
	parameters: IDataObject = {},
	continueOnFail = false,
) =>
	await runChurn(
		'estimateLifetime',
		[accounts, null, records],
		{ asOf: AS_OF, groupBy: '', ...parameters },
		continueOnFail,
	);

const churned = (account_id: string, occurred_on: string): IDataObject => ({
	account_id,
	kind: 'churned',
	occurred_on,
});

// R: survfit(Surv(time, status) ~ 1, data = aml); summary() prints 3 significant digits. Weeks there, months here.
const TIMES = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
const CENSORED = new Set([2, 5, 8, 10, 16]);
const PRINTED = [
	'5 23 2 0.9130 0.8049 1.000',
	'8 21 2 0.8261 0.6848 0.996',
	'9 19 1 0.7826 0.6310 0.971',
	'12 18 1 0.7391 0.5798 0.942',
	'13 17 1 0.6957 0.5309 0.912',
	'18 14 1 0.6460 0.4753 0.878',
	'23 13 2 0.5466 0.3721 0.803',
	'27 11 1 0.4969 0.3240 0.762',
	'30 9 1 0.4417 0.2717 0.718',
	'31 8 1 0.3865 0.2225 0.671',
	'33 7 1 0.3313 0.1765 0.622',
	'34 6 1 0.2761 0.1338 0.569',
	'43 5 1 0.2208 0.0947 0.515',
	'45 4 1 0.1656 0.0598 0.458',
	'48 2 1 0.0828 0.0148 0.462',
];

/** Those that ended began 200 months ago; those that are still there so many months ago. */
const AML = {
	accounts: TIMES.map((months, row) => ({
		account_id: `p${row}`,
		started_on: CENSORED.has(row) ? monthsBefore(months) : monthsBefore(200),
	})),
	records: TIMES.flatMap((months, row) =>
		CENSORED.has(row) ? [] : [churned(`p${row}`, monthsBefore(200 - months))],
	),
	parameters: {
		asOf: '2026-01-01',
		lifetimeOptions: { confidence: 95, recordedSince: '2000-01-01' },
	},
};

describe('the curve', () => {
	test('equals what R prints for the aml data, month by month', async () => {
		const { rows } = await estimate(AML.accounts, AML.records, AML.parameters);
		const [accounts = [], curve = [], [summary] = []] = rows;
		expect(
			curve
				.filter((row) => Number(row.churned) > 0)
				.map(({ month, at_risk, churned: ended, survival, survival_low, survival_high }) =>
					[
						month,
						at_risk,
						ended,
						Number(survival).toFixed(4),
						Number(survival_low).toFixed(4),
						Number(survival_high).toFixed(3),
					].join(' '),
				),
		).toEqual(PRINTED);
		expect(curve.map(({ month }) => month)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
		expect(summary).toMatchObject({
			lives: 23,
			churned: 18,
			median_months: 27,
			median_months_low: 18,
			median_months_high: 45,
			median_text: '27 months',
			basis: 'kaplan_meier',
		});
		expect(Number(summary?.retention).toFixed(4)).toBe('0.7391');
		expect(summary?.text).toBe(
			'18 of 23 accounts churned. After 12 months 74 % are still there (95 % interval 58 % to 94 %). Half of them leave within 27 months.',
		);
		expect(accounts).toHaveLength(5);
	});

	test('by hand: what it says of an account that is 13 months old', async () => {
		const { rows } = await estimate(AML.accounts, AML.records, AML.parameters);
		// Of 17 at 13 months one left at once; 18: 13/14, 23: 11/13 and so on. It ended at 13 or was 13 old, so S(13) = 0.6957.
		const told = rows[0]?.find(({ account_id }) => account_id === 'p2');
		expect(told).toMatchObject({
			started_on: '2024-12-01',
			age_months: 13,
			basis: 'kaplan_meier',
			basis_text: 'Kaplan-Meier curve of all (23 accounts, 18 churned)',
			// Up to month 16 nobody leaves: 15 are watched until then, and 0.025 ^ (1 / 15) is the limit.
			survival_90d: 1,
			survival_90d_high: 1,
			reason: null,
		});
		expect(Number(told?.survival_90d_low)).toBeCloseTo(0.025 ** (1 / 15), 6);
		expect(Number(told?.survival_180d)).toBeCloseTo(13 / 14, 12);
		expect(Number(told?.survival_365d)).toBeCloseTo((13 / 14) * (11 / 13), 12);
		// Half of 0.6957 is 0.348: fallen below at 33 months, 20 from now.
		expect(told?.median_days_left).toBe(608);
		expect(told?.text).toBe(
			'Of 100 such accounts about so many are still there: 100 in 90 days, 93 in 180 days, 79 in 365 days. Half of them leave within 20 months.',
		);
	});

	test('yearly contracts that end fall into the month of the renewal, in leap years too', async () => {
		const starts = ['2022-03-01', '2023-03-01', '2023-02-28', '2022-05-31', '2022-12-15', '2023-07-07'];
		const accounts = starts.map((started_on, row) => ({ account_id: `a${row}`, started_on }));
		const outcomes = starts.map((day, row) =>
			churned(`a${row}`, `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`),
		);
		const { rows } = await estimate(accounts, outcomes, {
			lifetimeOptions: { recordedSince: '2022-01-01' },
		});
		expect(rows[1]?.filter((row) => row.churned !== 0).map(({ month }) => month)).toEqual([12]);
	});
});

describe('accounts', () => {
	const { accounts, records } = churnPortfolio(60);

	test('that are there get a row, linked to their item; the rest is counted', async () => {
		const { rows, outputs, hints } = await estimate(accounts, records, {
			asOf: PORTFOLIO_END,
			groupBy: 'tier',
		});
		const left = new Set(
			records.filter(({ kind }) => kind === 'churned').map(({ account_id }) => account_id),
		);
		expect(rows[0]).toHaveLength(60 - left.size);
		for (const [index, row] of (rows[0] ?? []).entries()) {
			expect(left.has(row.account_id as string)).toBe(false);
			const item = accounts.findIndex(({ account_id }) => account_id === row.account_id);
			expect(outputs[0]?.[index]?.pairedItem).toEqual({ item });
		}
		expectSchema(rows[0] ?? [], schema);
		expect(hints.join('\n')).toContain(`Accounts read 60, there today ${60 - left.size}`);
		const [summary] = rows[2] ?? [];
		const { groups } = summary?.details as { groups: IDataObject[] };
		expect(groups.map(({ group }) => group).sort()).toEqual(['enterprise', 'starter']);
		expect(new Set(rows[1]?.map(({ group }) => group))).toEqual(
			new Set(['All accounts', 'enterprise', 'starter']),
		);
	});

	test('the same on every run, also from one item with a list', async () => {
		const parameters = { asOf: PORTFOLIO_END, groupBy: 'tier' };
		const first = await estimate(accounts, records, parameters);
		expect((await estimate(accounts, records, parameters)).rows).toEqual(first.rows);
		expect((await estimate(accounts, [{ records }], parameters)).rows).toEqual(first.rows);
	});

	test('a contract that ends is told by the day after, from its row or renewal_on', async () => {
		const two = AML.accounts.map((row) =>
			row.account_id === 'p2' ? { ...row, renewal_on: '2026-06-01' } : row,
		);
		const contract = { contract_id: 'c', account_id: 'p5', starts_on: '2024-12-01', ends_on: '2026-01-30' };
		const { rows } = await estimate(two, [...AML.records, contract], AML.parameters);
		const [p2, p5] = ['p2', 'p5'].map((id) => rows[0]?.find(({ account_id }) => account_id === id));
		expect(p2?.contract_ends_on).toBe('2026-05-31');
		expect(Number(p2?.survival_contract_end)).toBeCloseTo(13 / 14, 12);
		expect(p5?.contract_ends_on).toBe('2026-01-30');
		expect(Number(p5?.survival_contract_end)).toBe(1);
	});

	test('where nobody was seen for long enough there is no figure, but a reason', async () => {
		const { rows } = await estimate(AML.accounts, AML.records, AML.parameters);
		const oldest = rows[0]?.find(({ account_id }) => account_id === 'p10');
		expect(oldest).toMatchObject({ survival_90d: null, median_days_left: null, seen_days_left: null });
		expect(oldest?.reason).toBe('No account was seen to stay longer than this one has.');
	});

	test('announced to leave, begun nobody knows when: a row with the reason', async () => {
		const { rows } = await estimate(
			[...AML.accounts, { account_id: 'x' }],
			[...AML.records, { ...churned('p2', '2026-03-01'), known_at: '2025-12-24T08:00:00Z' }],
			AML.parameters,
		);
		const [p2, x] = ['p2', 'x'].map((id) => rows[0]?.find(({ account_id }) => account_id === id));
		expect(p2).toMatchObject({ leaves_on: '2026-03-01', basis: null, survival_90d: null });
		expect(p2?.reason).toContain('known to leave in 59 days');
		expect(x?.reason).toContain('tells when the account began');
		// It is there until today all the same: 18 churns as before.
		expect(rows[2]?.[0]).toMatchObject({ lives: 23, churned: 18 });
	});
});

describe('few churns', () => {
	test('four give no curve, only the base rate with its interval', async () => {
		const accounts = AML.accounts.slice(0, 12);
		const { rows } = await estimate(
			accounts,
			[...AML.records.slice(0, 4), { account_id: 'p0', kind: 'renewed', occurred_on: '2010-01-01' }],
			AML.parameters,
		);
		const [told = [], curve = [], [summary] = []] = rows;
		expect(curve).toEqual([]);
		expect(summary).toMatchObject({ churned: 4, basis: null, retention: null, median_months: null });
		expect(summary?.text).toMatch(
			/^Only 4 of 12 accounts churned, too few for a curve\. As a base rate .* leave in a year \(95 % interval/,
		);
		const [low, rate, high] = ['_low', '', '_high'].map((end) => Number(summary?.[`churn_rate_year${end}`]));
		expect(low).toBeGreaterThan(0);
		expect(low).toBeLessThan(rate as number);
		expect(rate).toBeLessThan(high as number);
		for (const row of told)
			expect(row).toMatchObject({ basis: null, survival_365d: null, reason: summary?.text });
	});

	test('a group with few has none of its own, and its accounts say so', async () => {
		const grouped = AML.accounts.map((row, index) => ({ ...row, segment: index < 6 ? 'small' : 'large' }));
		const { rows } = await estimate(grouped, AML.records, { ...AML.parameters, groupBy: 'segment' });
		const small = rows[0]?.find(({ account_id }) => account_id === 'p2');
		expect(small?.basis_text).toBe(
			'Kaplan-Meier curve of all (23 accounts, 18 churned); segment small has too few churns (4) for its own',
		);
		expect(rows[1]?.some(({ group }) => group === 'small')).toBe(false);
		const { groups } = rows[2]?.[0]?.details as { groups: IDataObject[] };
		expect(groups.find(({ group }) => group === 'small')?.text).toContain('too few for a curve');
	});
});

describe('the model of time to churn', () => {
	/** Two groups that leave at the given rates a month, and a column that says nothing of it. */
	function world(rates: readonly number[], accounts: number) {
		const random = createRandom(5);
		const rows: IDataObject[] = [];
		const outcomes: IDataObject[] = [churned('nobody', '2015-01-01')];
		for (let index = 0; index < accounts; index++) {
			const started_on = addDays('2016-01-01', Math.floor(random() * 3300));
			const kind = index % rates.length;
			const days = Math.floor((-Math.log(1 - random()) / (rates[kind] ?? 1)) * 30.4);
			rows.push({ account_id: `a${index}`, started_on, industry: `i${kind}` });
			const on = addDays(started_on, days);
			if (on <= AS_OF) outcomes.push(churned(`a${index}`, on));
		}
		return { rows, outcomes };
	}

	test('is used where it is better on accounts it has not seen, and says so', async () => {
		const { rows, outcomes } = world([0.05, 0.005], 500);
		const { rows: out, hints } = await estimate(rows, outcomes, {
			lifetimeOptions: { staticColumns: 'industry' },
		});
		const [summary] = out[2] ?? [];
		expect(summary).toMatchObject({ basis: 'hazard' });
		const { model } = summary?.details as { model: { gain: number; standard_error: number } };
		expect(model.gain).toBeGreaterThan(2 * model.standard_error);
		expect(hints.join('\n')).toContain('rest on a model of time to churn from industry');
		const mean = (kind: string): number => {
			const told = (out[0] ?? []).filter(
				({ account_id, survival_365d }) =>
					survival_365d !== null && rows.find((row) => row.account_id === account_id)?.industry === kind,
			);
			for (const row of told) expect(row).toMatchObject({ basis: 'hazard', survival_365d_low: null });
			return told.reduce((sum, row) => sum + Number(row.survival_365d) / told.length, 0);
		};
		expect(Math.abs(mean('i0') - Math.exp(-0.6))).toBeLessThan(0.08);
		expect(Math.abs(mean('i1') - Math.exp(-0.06))).toBeLessThan(0.04);
	});

	test('is not used where the column tells nothing', async () => {
		const { rows, outcomes } = world([0.02, 0.02], 400);
		const { rows: out } = await estimate(rows, outcomes, { lifetimeOptions: { staticColumns: 'industry' } });
		expect(out[2]?.[0]).toMatchObject({ basis: 'kaplan_meier' });
		expect(out[2]?.[0]?.basis_text).toMatch(/which may be chance|is worse than/);
	});
});

describe('bad input', () => {
	test('no outcomes, no accounts: stops and says what to connect, or is an error item', async () => {
		await expect(estimate(AML.accounts, null)).rejects.toThrow('There is no outcome');
		await expect(estimate([{}], AML.records)).rejects.toThrow('There is no account');
		const { rows } = await estimate(AML.accounts, [], {}, true);
		expect(rows[0]?.[0]?.error).toContain('There is no outcome');
	});

	test('all churned, or none', async () => {
		const all = await estimate(
			AML.accounts.filter((_, row) => !CENSORED.has(row)),
			AML.records,
			AML.parameters,
		);
		expect(all.rows[0]).toEqual([]);
		expect(all.rows[2]?.[0]).toMatchObject({ lives: 18, churned: 18 });
		const renewed = AML.records.map((row) => ({ ...row, kind: 'renewed' }));
		const none = await estimate(AML.accounts, renewed, AML.parameters);
		expect(none.rows[2]?.[0]).toMatchObject({ churned: 0, churn_rate_year: 0, basis: null });
	});

	test('days in the future: not started yet, churns not known yet', async () => {
		const { rows, warnings } = await estimate(
			[...AML.accounts, { account_id: 'later', started_on: '2027-01-01' }],
			[...AML.records, churned('p2', '2027-02-01')],
			AML.parameters,
		);
		expect(rows[2]?.[0]).toMatchObject({
			lives: 23,
			churned: 18,
			details: { left_out: { 'not-started': 1 } },
		});
		expect(warnings.join()).toContain('1 outcome was not known on the day of the run');
	});

	test('duplicates: an account twice stops, an outcome twice counts once, a second churn is said', async () => {
		await expect(estimate([...AML.accounts, AML.accounts[3] as IDataObject], AML.records)).rejects.toThrow(
			'came before in this run',
		);
		const twice = await estimate(AML.accounts, [...AML.records, ...AML.records], AML.parameters);
		expect(twice.rows[2]?.[0]).toMatchObject({ churned: 18 });
		const again = await estimate(AML.accounts, [...AML.records, churned('p0', '2025-06-01')], AML.parameters);
		expect(again.rows[2]?.[0]).toMatchObject({ churned: 18 });
		expect(again.warnings.join()).toContain('nothing tells that it came back: 1');
	});

	test('gone without an outcome is left out and said', async () => {
		const gone = AML.accounts.map((row) =>
			row.account_id === 'p2' ? { ...row, lifecycle_stage: 'churned' } : row,
		);
		const { rows, warnings } = await estimate(gone, AML.records, AML.parameters);
		expect(rows[2]?.[0]).toMatchObject({ lives: 22 });
		expect(warnings.join()).toContain('no outcome says when they left');
	});

	test('infinities and odd values in the columns of the model', async () => {
		const odd = AML.accounts.map((row, index) => ({
			...row,
			seats: index === 0 ? Infinity : index === 1 ? NaN : index * 7,
			note: { nested: true },
		}));
		const { rows } = await runChurnUnchanged(odd);
		expect(rows[2]?.[0]).toMatchObject({ churned: 18 });
	});

	/** JSON has no infinities, so the check that the input stays as it was cannot hold here. */
	const runChurnUnchanged = async (odd: readonly IDataObject[]) =>
		await estimate(odd, AML.records, {
			...AML.parameters,
			lifetimeOptions: { ...AML.parameters.lifetimeOptions, staticColumns: 'seats, note' },
		});

	test.each([
		[{ horizonMonths: 0 }, 'The horizon is 0 months'],
		[{ horizonMonths: Infinity }, 'The horizon is Infinity months'],
		[{ asOf: 'soon' }, 'neither a day nor a time'],
		[{ lifetimeOptions: { recordedSince: 'always' } }, 'which is no day'],
		[{ lifetimeOptions: { recordedSince: '2030-01-01' } }, 'which lies after'],
		[{ lifetimeOptions: { confidence: 42 } }, 'is not offered'],
	])('%j stops with the reason', async (parameters, message) => {
		await expect(estimate(AML.accounts, AML.records, parameters as IDataObject)).rejects.toThrow(message);
	});

	test('a column that no account has groups nothing, and says so', async () => {
		const { rows, warnings } = await estimate(AML.accounts, AML.records, {
			...AML.parameters,
			groupBy: 'segmnet',
		});
		expect(warnings.join()).toContain('No account has a value in segmnet');
		expect(rows[0]?.[0]).toMatchObject({ group: null });
	});
});
