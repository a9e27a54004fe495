import { property, assert, integer } from 'fast-check';

import { faultOf } from '../../demo/portfolio/breakRecords';
import { addMonths } from '../../demo/portfolio/addMonths';
import { createRandom } from '../../demo/portfolio/createRandom';
import { formatDay } from '../../demo/portfolio/formatDay';
import { formatInstant } from '../../demo/portfolio/formatInstant';
import { generateAccount } from '../../demo/portfolio/generateAccount';
import { generateWorld } from '../../demo/portfolio/generateWorld';
import type { GeneratedAccount, PortfolioRow } from '../../demo/portfolio/PortfolioRows';
import { rankAuc } from '../../demo/portfolio/rankAuc';
import { renewalCases } from '../../demo/portfolio/renewalCases';
import { scoreHistory } from '../../demo/portfolio/scoreHistory';
import { scorePast } from '../../demo/portfolio/scorePast';
import { sigmoid } from '../../demo/portfolio/sigmoid';
import { dayNumber } from '../../scoring/core/dayNumber';
import { FRAMEWORK_SCORECARD, ONBOARDING_SCORECARD } from '../../scoring/health/presets';
import { scoreHealth } from '../../scoring/health/scoreHealth';
import { groupRecords } from '../../scoring/measures/groupRecords';
import { measureAccount } from '../../scoring/measures/measureAccount';
import { hash12 } from '../../shared/hash12';
import { evaluateFormula } from '../../scoring/measures/ledger/evaluateFormula';
import { REVENUE_TABLES, TABLES as RUN_TABLES } from '../../shared/tables';

const TABLES = [...RUN_TABLES, ...REVENUE_TABLES];
const SEED = 42;
const asOfOn = '2026-11-20';
const asOf = dayNumber(asOfOn) as number;
const SIZE = 1250;

const accounts: GeneratedAccount[] = [];
for (let index = 0; index < SIZE; index++) accounts.push(generateAccount(SEED, index, { asOfOn }));
const world = generateWorld(SEED, { asOfOn });

type TableName = keyof GeneratedAccount['rows'];
const all = (table: TableName): PortfolioRow[] => accounts.flatMap(({ rows }) => rows[table]);
const accountRow = ({ rows }: GeneratedAccount): PortfolioRow => rows.cs_accounts[0] as PortfolioRow;
const faulty = new Set(accounts.flatMap((_, index) => (faultOf(SEED, index) === null ? [] : [index])));
const active = accounts.filter((account) => accountRow(account).deleted === false);

describe('reproducibility', () => {
	test('the same seed gives the same bytes, on any machine', () => {
		expect(hash12(accounts.slice(0, 50))).toBe('de39bd4cf4a6');
		const { cs_people, cs_rates } = world;
		expect(hash12({ cs_people, cs_rates })).toBe('66b842b96c2c');
	});

	test('an account is the same whatever was generated before it, and another one with another seed', () => {
		const alone = generateAccount(SEED, 777, { asOfOn });
		expect(alone).toEqual(accounts[777]);
		expect(hash12(generateAccount(43, 777, { asOfOn }))).not.toBe(hash12(alone));
	});

	test('a day that is none is refused', () => {
		expect(() => generateAccount(SEED, 0, { asOfOn: '2026-02-30' })).toThrow('2026-02-30');
		expect(() => generateWorld(SEED, { asOfOn: 'today' })).toThrow('today');
	});
});

describe('rows', () => {
	const tables: [string, PortfolioRow[]][] = [
		...(Object.keys(accounts[0]?.rows ?? {}) as TableName[]).map((name): [string, PortfolioRow[]] => [
			name,
			all(name),
		]),
		...Object.entries(world).map(([name, rows]): [string, PortfolioRow[]] => [name, rows as PortfolioRow[]]),
		['cs_score_history', accounts.slice(0, 40).flatMap((account) => scoreHistory(account, { asOfOn }))],
	];

	test.each(tables)('%s: only columns of the table, of their type, faulty records too', (name, rows) => {
		const table = TABLES.find((candidate) => candidate.name === name);
		const types = new Map(table?.columns.map((column) => [column.name, column.type]));
		expect(rows.length).toBeGreaterThan(0);
		const wrong = new Set<string>();
		for (const row of rows) {
			for (const [column, value] of Object.entries(row)) {
				const type = types.get(column);
				const isDate = type === 'date' && new Date(String(value)).toJSON() === value;
				if (value === null) continue;
				if (type === 'date' ? !isDate : typeof value !== type || Number.isNaN(value))
					wrong.add(`${column}: ${value}`);
			}
		}
		expect([...wrong]).toEqual([]);
	});

	test('keys are unique, but for the account that comes twice', () => {
		for (const [name, rows] of tables) {
			const key = TABLES.find((candidate) => candidate.name === name)?.key ?? [];
			const keys = rows.map((row) => key.map((column) => row[column]).join('|'));
			const doubles = keys.length - new Set(keys).size;
			expect([name, doubles]).toEqual([name, name === 'cs_accounts' ? 1 : 0]);
		}
	});

	test('references lead somewhere', () => {
		const people = new Set(world.cs_people.map(({ person_id }) => person_id));
		const ids = new Set(all('cs_accounts').map(({ account_id }) => account_id));
		for (const row of all('cs_accounts')) {
			for (const person of [row.csm_id, row.ae_id]) if (person !== null) expect(people).toContain(person);
			if (row.parent_id !== null) {
				expect(ids).toContain(row.parent_id);
				expect(row.parent_id).not.toBe(row.account_id);
			}
		}
		const contracts = new Set(all('cs_contracts').map(({ contract_id }) => contract_id));
		for (const { contract_id } of all('cs_contract_lines')) expect(contracts).toContain(contract_id);
		const contacts = new Set(all('cs_contacts').map(({ contact_id }) => contact_id));
		for (const { contact_id } of all('cs_interactions'))
			if (contact_id !== null) expect(contacts).toContain(contact_id);
	});

	test('nothing lies after the day of the portfolio, and weeks are full weeks from Monday', () => {
		const last = {
			cs_tickets: 'opened_at',
			cs_interactions: 'occurred_at',
			cs_invoices: 'issued_on',
			cs_outcomes: 'known_at',
		} as const;
		for (const [table, column] of Object.entries(last)) {
			const late = all(table as TableName).filter((row) => String(row[column]) >= formatDay(asOf + 1));
			expect([table, late]).toEqual([table, []]);
		}
		for (const { past } of accounts) {
			const days = [...past.usageArrivedOn, ...past.reviews.map(({ day }) => day)];
			expect(Math.max(0, ...days)).toBeLessThanOrEqual(asOf);
		}
		for (const { starts_on } of all('cs_usage')) {
			const monday = dayNumber(String(starts_on)) as number;
			if ((monday + 3) % 7 !== 0 || monday + 7 > asOf) throw new Error(`week from ${starts_on}`);
		}
	});

	test('usage makes sense: no more users than seats, features than there are', () => {
		for (const row of all('cs_usage')) {
			const fits =
				Number(row.active_users) <= Number(row.licensed_users) &&
				Number(row.features_used) <= Number(row.features_available) &&
				Number(row.workflows_completed) <= Number(row.workflows_started);
			if (!fits) throw new Error(JSON.stringify(row));
		}
	});
});

describe('what a portfolio holds', () => {
	test('tiers, currencies without and with three decimals, families, newcomers, names that break columns', () => {
		const rows = all('cs_accounts');
		expect(new Set(rows.map(({ tier }) => tier))).toEqual(
			new Set(['community', 'starter', 'professional', 'enterprise', 'platinum']),
		);
		const currencies = new Set(rows.map(({ currency }) => currency));
		for (const currency of ['USD', 'EUR', 'JPY', 'KWD']) expect(currencies).toContain(currency);
		expect(rows.every(({ arr_minor }) => Number.isInteger(arr_minor))).toBe(true);
		expect(rows.filter(({ parent_id }) => parent_id !== null).length).toBeGreaterThan(20);
		expect(rows.filter(({ started_on }) => String(started_on) > formatDay(asOf - 90)).length).toBeGreaterThan(
			30,
		);
		const names = rows.map(({ name }) => String(name));
		for (const sign of [/"/, /,/, /'/, /&/, /[àâéèêëïôùü]/i, /[぀-ヿ一-鿿]/, /[\u0600-\u06ff]/, /[α-ω]/i]) {
			expect([sign, names.some((name) => sign.test(name))]).toEqual([sign, true]);
		}
		expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(80);
	});

	test('one person is absent on the day, with a deputy who is there; every currency has a rate', () => {
		const absent = world.cs_people.filter(({ absent_from_on }) => absent_from_on !== null);
		expect(absent).toHaveLength(1);
		const deputy = world.cs_people.find(({ person_id }) => person_id === absent[0]?.deputy_id);
		expect(deputy?.absent_from_on).toBeNull();
		const rated = new Set(world.cs_rates.map(({ from_currency }) => from_currency));
		for (const { currency } of all('cs_accounts')) if (currency !== 'USD') expect(rated).toContain(currency);
		const people = new Set(world.cs_people.map(({ person_id }) => person_id));
		const named = world.cs_settings.filter(({ key }) => String(key).endsWith('.person_id'));
		expect(named.map(({ value_json }) => people.has(JSON.parse(String(value_json)) as string))).toEqual([
			true,
			true,
		]);
		expect(world.cs_settings.every(({ value_json }) => JSON.parse(String(value_json)) !== undefined)).toBe(
			true,
		);
	});

	test('six accounts carry a fault, each another one', () => {
		expect(faulty.size).toBe(6);
		const faults = [...faulty].map((index) => faultOf(SEED, index));
		expect(new Set(faults).size).toBe(6);
		expect(all('cs_accounts').filter(({ seats }) => Number(seats) < 0)).toHaveLength(1);
		expect(all('cs_tickets').filter(({ account_id }) => account_id === null)).toHaveLength(1);
	});

	test('every kind of outcome, each with its sign; who churned is gone and uses nothing more', () => {
		const outcomes = all('cs_outcomes');
		const ofKind = (kind: string): PortfolioRow[] => outcomes.filter((row) => row.kind === kind);
		for (const kind of ['renewed', 'churned', 'expanded', 'contracted'])
			expect(ofKind(kind).length).toBeGreaterThan(20);
		expect(ofKind('expanded').every(({ arr_change_minor }) => Number(arr_change_minor) > 0)).toBe(true);
		expect(ofKind('contracted').every(({ arr_change_minor }) => Number(arr_change_minor) < 0)).toBe(true);
		expect(new Set(ofKind('churned').map(({ voluntary }) => voluntary))).toEqual(new Set([true, false]));
		expect(
			outcomes.some(({ known_at, occurred_on }) => String(known_at).slice(0, 10) > String(occurred_on)),
		).toBe(true);
		for (const account of accounts) {
			const churn = account.rows.cs_outcomes.find(({ kind }) => kind === 'churned');
			if (churn === undefined) continue;
			expect(accountRow(account)).toMatchObject({ deleted: true, lifecycle_stage: 'churned' });
			expect(String(account.rows.cs_usage.at(-1)?.starts_on ?? '') <= String(churn.occurred_on)).toBe(true);
		}
	});

	test('champions leave and are replaced, data are missing, usage arrives late', () => {
		const left = accounts.filter(({ rows }) => rows.cs_contacts.some((row) => row.left_on !== null));
		expect(left.length / SIZE).toBeGreaterThan(0.05);
		expect(
			left.some(({ rows }) =>
				rows.cs_contacts.some((row) => row.role === 'champion' && row.left_on === null),
			),
		).toBe(true);
		expect(all('cs_accounts').some(({ industry }) => industry === null)).toBe(true);
		const lags = accounts.flatMap(({ rows, past }) =>
			rows.cs_usage.map(
				(row, index) => (past.usageArrivedOn[index] ?? 0) - (dayNumber(String(row.starts_on)) ?? 0) - 7,
			),
		);
		expect(Math.min(...lags)).toBe(0);
		expect(lags.filter((lag) => lag > 5).length).toBeGreaterThan(100);
	});

	test('the week before New Year is quiet', () => {
		const share = (monday: string): number => {
			const rows = all('cs_usage').filter(({ starts_on }) => starts_on === monday);
			const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);
			return sum('active_users') / sum('licensed_users');
		};
		expect(share('2025-12-22') / share('2025-12-08')).toBeLessThan(0.7);
	});
});

describe('what renewals, expansion and value live on', () => {
	const running = (row: PortfolioRow): boolean =>
		String(row.starts_on) <= asOfOn && String(row.ends_on) >= asOfOn;

	test('the lines that run add up to the ARR of the account', () => {
		for (const { rows } of accounts) {
			const sum = rows.cs_contract_lines
				.filter(running)
				.reduce((total, { arr_minor }) => total + Number(arr_minor), 0);
			expect([rows.cs_accounts[0]?.account_id, sum]).toEqual([
				rows.cs_accounts[0]?.account_id,
				rows.cs_accounts[0]?.arr_minor,
			]);
		}
	});

	test('some have a second product: bought with a contract or in between, dropped, exchanged', () => {
		const lines = all('cs_contract_lines');
		const modules = lines.filter(({ product_id }) => String(product_id).startsWith('module_'));
		const owners = new Set(modules.map(({ account_id }) => account_id));
		expect(owners.size / SIZE).toBeGreaterThan(0.08);
		expect(owners.size / SIZE).toBeLessThan(0.35);
		const byId = new Map(lines.map((line) => [line.line_id, line]));
		const starts = new Map(all('cs_contracts').map((row) => [row.contract_id, row.starts_on]));
		expect(modules.some((line) => line.starts_on !== starts.get(line.contract_id ?? ''))).toBe(true);
		expect(
			modules.some((line) => {
				const before = byId.get(line.replaces_line_id ?? '');
				return before !== undefined && before.product_id !== line.product_id;
			}),
		).toBe(true);
		for (const { replaces_line_id: before } of modules)
			if (before !== null) expect(byId.has(before)).toBe(true);
	});

	test('the price book has today one price for every product, tier and currency sold', () => {
		const valid = world.cs_prices.filter(
			(row) => String(row.valid_from_on) <= asOfOn && String(row.valid_to_on ?? asOfOn) >= asOfOn,
		);
		const keyOf = ({ product_id, currency }: PortfolioRow): string => `${product_id} ${currency}`;
		const listed = new Map(valid.map((row) => [keyOf(row), row]));
		for (const line of all('cs_contract_lines').filter(running)) expect(listed.has(keyOf(line))).toBe(true);
		expect(valid.every(({ unit_price_minor: price }) => Number.isInteger(price) && Number(price) > 0)).toBe(
			true,
		);
	});

	test('the API calls of some come near their limit, those of others do not', () => {
		const monthly = (rows: readonly PortfolioRow[]): number =>
			(rows.slice(-8).reduce((sum, row) => sum + Number(row.api_calls), 0) / Math.min(8, rows.length)) *
			(365.25 / 84);
		const shares = active.flatMap(({ rows }) =>
			rows.cs_entitlements
				.filter(({ metric }) => metric === 'api_calls')
				.map(({ limit_value }) => monthly(rows.cs_usage) / Number(limit_value)),
		);
		expect(shares.filter((share) => share >= 0.85).length).toBeGreaterThan(30);
		expect(shares.filter((share) => share < 0.8).length).toBeGreaterThan(100);
	});

	test('value entries are what their formula says; some are claims without evidence', () => {
		const entries = all('cs_value_ledger');
		expect(entries.length).toBeGreaterThan(500);
		const contacts = new Set(all('cs_contacts').map(({ contact_id }) => contact_id));
		let claims = 0;
		for (const entry of entries) {
			const { inputs } = JSON.parse(String(entry.evidence_json)) as { inputs?: Record<string, number> };
			if (inputs === undefined) {
				claims += 1;
				expect([entry.formula, entry.acknowledged_at]).toEqual([null, null]);
				continue;
			}
			const { [String(entry.currency)]: minorPerMajor = 100 } = { JPY: 1, KWD: 1000 } as Record<
				string,
				number
			>;
			const value = evaluateFormula(String(entry.formula), inputs, 'formula');
			expect(value.ok && Math.round(value.value * minorPerMajor)).toBe(entry.base_minor);
			expect(entry.acknowledged_at === null).toBe(entry.acknowledged_by === null);
			if (entry.acknowledged_by !== null) expect(contacts).toContain(entry.acknowledged_by);
			expect(String(entry.acknowledged_at ?? '') < formatDay(asOf + 1)).toBe(true);
		}
		expect(claims).toBeGreaterThan(50);
	});
});

describe('against the scorecard', () => {
	const scores = active.map((account) => scorePast(account, [asOf], FRAMEWORK_SCORECARD));
	const share = (band: string | null): number =>
		scores.filter(({ bands }) => bands[0] === band).length / scores.length;

	test('health is spread as in a real portfolio', () => {
		const values = scores.flatMap(({ numbers }) => numbers[0]?.value ?? []);
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		expect(mean).toBeGreaterThan(70);
		expect(mean).toBeLessThan(78);
		const within = (band: string | null, low: number, high: number): void => {
			expect([band, share(band) >= low && share(band) <= high, share(band)]).toEqual([
				band,
				true,
				share(band),
			]);
		};
		within('excellent', 0.2, 0.35);
		within('good', 0.35, 0.48);
		within('fair', 0.2, 0.27);
		within('poor', 0.03, 0.1);
		within(null, 0.02, 0.05);
	});

	test('a handful of accounts drops below 70 in a week', () => {
		const dropped = active.filter((account) => {
			const [before, after] = scorePast(account, [asOf - 7, asOf], FRAMEWORK_SCORECARD).numbers;
			return (before?.rounded ?? 0) >= 70 && (after?.rounded ?? 100) < 70;
		});
		expect(dropped.length).toBeGreaterThan(5);
		expect(dropped.length).toBeLessThan(60);
	});

	test('the score 90 days before the end of a term tells something about the outcome, and far from all', () => {
		const auc = rankAuc(accounts.flatMap((account) => renewalCases(account)));
		expect(auc?.positives).toBeGreaterThan(40);
		expect(auc?.value).toBeGreaterThan(0.7);
		expect(auc?.value).toBeLessThan(0.9);
	});
});

describe('scoreHistory', () => {
	const account = active.find(({ past }) => asOf - past.startedOn > 400) as GeneratedAccount;
	const rows = scoreHistory(account, { asOfOn });

	test('every Monday of the year before, without the day itself', () => {
		const days = rows.map(({ as_of_on }) => String(as_of_on));
		const numbers = days.map((day) => dayNumber(day) ?? 0);
		expect(numbers.every((day) => (day + 3) % 7 === 0)).toBe(true);
		expect(numbers.slice(1).every((day, index) => day - (numbers[index] ?? 0) === 7)).toBe(true);
		expect(asOf - (numbers.at(-1) ?? 0)).toBeGreaterThanOrEqual(1);
		expect(asOf - (numbers.at(-1) ?? 0)).toBeLessThanOrEqual(7);
		expect(days).toHaveLength(52);
	});

	test('values are those of the engine over the rows as the tables hold them', () => {
		const row = accountRow(account);
		const records = groupRecords(
			Object.entries(account.rows).flatMap(([table, list]) =>
				table === 'cs_accounts' ? [] : (list as PortfolioRow[]),
			),
		).accounts.get(String(row.account_id));
		if (records === undefined) throw new Error('no records');
		const day = formatDay(asOf);
		const input = {
			accountId: String(row.account_id),
			asOfOn: day,
			startedOn: String(row.started_on),
			observations: measureAccount(row, records, day),
		};
		const score = scoreHealth(input, FRAMEWORK_SCORECARD);
		if (!score.ok) throw new Error('not scored');
		const [again] = scorePast(account, [asOf], FRAMEWORK_SCORECARD).numbers;
		expect([again?.value, again?.coverage]).toEqual([score.value.value, score.value.coverage]);
		expect(rows.at(-1)).toMatchObject({
			score: 'health',
			model_version: 'health-1',
			config_hash: hash12([FRAMEWORK_SCORECARD, ONBOARDING_SCORECARD]),
		});
	});

	test('a delta is the change since the last value', () => {
		let last: number | null = null;
		for (const { value, delta } of rows) {
			expect(delta).toBe(last === null || value === null ? null : Number(value) - last);
			if (value !== null) last = Number(value);
		}
	});

	test('an earlier day knows only what had been said by then', () => {
		const reviewed = active.find(({ past }) => past.reviews.length > 3) as GeneratedAccount;
		const before = (reviewed.past.reviews[0]?.day ?? 0) - 1;
		const { reviews } = reviewed.past;
		const silent = { ...reviewed, past: { ...reviewed.past, reviews: [] } };
		const early = scorePast(reviewed, [before], FRAMEWORK_SCORECARD).numbers;
		expect(early).toEqual(scorePast(silent, [before], FRAMEWORK_SCORECARD).numbers);
		const late = scorePast(reviewed, [reviews[1]?.day ?? 0], FRAMEWORK_SCORECARD).numbers[0];
		expect(late?.coverage ?? 0).toBeGreaterThan(early[0]?.coverage ?? 1);
	});

	test('a week that had not arrived was not known', () => {
		const late = active.find(({ past, rows }) => {
			const monday = dayNumber(String(rows.cs_usage.at(-1)?.starts_on)) ?? 0;
			return (past.usageArrivedOn.at(-1) ?? 0) > monday + 8;
		}) as GeneratedAccount;
		const arrivedOn = late.past.usageArrivedOn.at(-1) ?? 0;
		const without = { ...late, rows: { ...late.rows, cs_usage: late.rows.cs_usage.slice(0, -1) } };
		const score = (account: GeneratedAccount, day: number): number | null =>
			scorePast(account, [day], FRAMEWORK_SCORECARD).numbers[0]?.value ?? null;
		expect(score(late, arrivedOn - 1)).toBe(score(without, arrivedOn - 1));
		expect(score(late, arrivedOn)).not.toBe(score(without, arrivedOn));
	});

	test('no row before the start or after the end', () => {
		const young = active.find(({ past }) => asOf - past.startedOn < 60) as GeneratedAccount;
		const first = scoreHistory(young, { asOfOn })[0];
		expect(String(first?.as_of_on) >= formatDay(young.past.startedOn)).toBe(true);
		const gone = accounts.find(
			({ past }) => past.endedOn !== null && past.endedOn < asOf - 30,
		) as GeneratedAccount;
		const last = scoreHistory(gone, { asOfOn }).at(-1);
		expect(String(last?.as_of_on ?? '') <= formatDay(gone.past.endedOn ?? 0)).toBe(true);
	});
});

describe('parts', () => {
	test('random numbers keep to their ranges and streams', () => {
		assert(
			property(integer(), integer({ min: 0, max: 1_000_000 }), (seed, index) => {
				const random = createRandom(seed, index, 'test');
				const uniform = random.next();
				const whole = random.integer(-3, 3);
				return (
					uniform >= 0 &&
					uniform < 1 &&
					Number.isInteger(whole) &&
					whole >= -3 &&
					whole <= 3 &&
					Math.abs(random.normal()) <= 3.5 &&
					createRandom(seed, index, 'test').next() === uniform &&
					createRandom(seed, index, 'other').next() !== uniform
				);
			}),
		);
		const random = createRandom(1, 1, 'moments');
		const draws = Array.from({ length: 20_000 }, () => random.normal());
		const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
		expect(Math.abs(mean)).toBeLessThan(0.03);
		expect(Math.abs(draws.reduce((sum, draw) => sum + draw * draw, 0) / draws.length - 1)).toBeLessThan(0.05);
		let rare = 0;
		for (let draw = 0; draw < 4000; draw++) {
			if (
				random.weighted([
					['often', 3],
					['rare', 1],
				]) === 'rare'
			)
				rare += 1;
		}
		expect(rare / 4000).toBeGreaterThan(0.22);
		expect(rare / 4000).toBeLessThan(0.28);
	});

	test('days, months, instants, the S-curve', () => {
		expect(formatDay(19783)).toBe('2024-03-01');
		expect(formatDay(addMonths(dayNumber('2024-01-31') as number, 1))).toBe('2024-02-29');
		expect(formatDay(addMonths(dayNumber('2024-11-15') as number, 14))).toBe('2026-01-15');
		expect(formatInstant(19783, 1439)).toBe('2024-03-01T23:59:00.000Z');
		expect(formatInstant(19783, 1441.7)).toBe('2024-03-02T00:01:00.000Z');
		expect([sigmoid(0), sigmoid(1) + sigmoid(-1), sigmoid(1e9)]).toEqual([0.5, 1, 1]);
	});

	test('AUC counts ties half and has no value without both kinds', () => {
		const cases = (risks: number[], positive: boolean): { risk: number; positive: boolean }[] =>
			risks.map((risk) => ({ risk, positive }));
		expect(rankAuc([...cases([3], true), ...cases([1, 3], false)])?.value).toBe(0.75);
		expect(rankAuc([...cases([5, 6], true), ...cases([1, 2], false)])).toMatchObject({
			value: 1,
			positives: 2,
			negatives: 2,
		});
		expect(rankAuc(cases([1, 2], true))).toBeNull();
	});
});
