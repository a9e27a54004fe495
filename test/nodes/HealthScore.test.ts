import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import Ajv from 'ajv';

import { HealthScore } from '../../nodes/HealthScore/HealthScore.node';
import scoreSchema from '../../nodes/HealthScore/__schema__/v1.0.0/score.json';
import { FRAMEWORK_SCORECARD } from '../../scoring/health/presets';
import { addDays } from '../../scoring/core/addDays';
import { scoreHealth } from '../../scoring/health/scoreHealth';
import { strictContext } from '../support/strictContext';

const AS_OF = '2026-01-15';
const COLUMNS =
	'run_id score account_id as_of_on value band low high coverage confidence trend delta reason detail_json model_version config_hash input_hash'.split(
		' ',
	);
const EXTRAS = 'name rounded previous_rounded change arr_minor currency tier csm_id at_risk details'.split(
	' ',
);

const ACME: IDataObject = {
	account_id: 'acme',
	name: 'Acme',
	tier: 'professional',
	segment: 'mid',
	csm_id: 'p1',
	arr_minor: 1_200_000,
	currency: 'USD',
	started_on: '2024-03-01',
	product_usage: 85,
	business_value: 80,
	engagement: 78,
	technical_health: 88,
	growth_potential: 75,
};

interface Setup {
	readonly accounts?: readonly IDataObject[];
	readonly history?: readonly IDataObject[] | null;
	readonly records?: readonly IDataObject[] | null;
	readonly parameters?: INodeParameters;
	readonly options?: IDataObject;
	readonly continueOnFail?: boolean;
}

const setUp = ({ accounts = [ACME], history, records, parameters, options, continueOnFail }: Setup) =>
	strictContext({
		nodeType: new HealthScore(),
		parameters: {
			operation: 'score',
			asOf: AS_OF,
			runId: 'run-2',
			options: options as INodeParameters,
			...parameters,
		},
		inputs:
			records !== undefined
				? [accounts, history ?? null, records]
				: history !== undefined
					? [accounts, history]
					: [accounts],
		...(continueOnFail === undefined ? {} : { continueOnFail }),
	});

async function score(
	setup: Setup,
): Promise<{ items: INodeExecutionData[]; rows: IDataObject[]; hints: string[] }> {
	const { run, hints } = setUp(setup);
	const [items = []] = await run();
	return { items, rows: items.map((item) => item.json), hints: hints.map((hint) => hint.message) };
}

const detail = (row: IDataObject | undefined): Record<string, unknown> =>
	JSON.parse(String(row?.detail_json)) as Record<string, unknown>;

describe('a scored account', () => {
	test('is a row of cs_scores, then what a person reads, then what is nested', async () => {
		const { rows, items } = await score({});
		expect(Object.keys(rows[0] ?? {})).toEqual([...COLUMNS, ...EXTRAS]);
		expect(rows[0]).toMatchObject({
			run_id: 'run-2',
			score: 'health',
			account_id: 'acme',
			as_of_on: AS_OF,
			rounded: 82,
			band: 'good',
			coverage: 1,
			confidence: 'high',
			trend: null,
			delta: null,
			model_version: 'health-1',
			name: 'Acme',
			arr_minor: 1_200_000,
			at_risk: false,
		});
		expect(rows[0]?.value).toBeCloseTo(81.8, 9);
		expect(rows[0]?.config_hash).toMatch(/^[0-9a-f]{12}$/);
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
	});

	test('has contributions that add up to the unrounded value', async () => {
		const { rows } = await score({});
		const terms = detail(rows[0]).contributions as Array<[string, unknown, number, number, number]>;
		expect(terms.reduce((sum, term) => sum + term[4], 0)).toBeCloseTo(Number(rows[0]?.value), 9);
	});

	test('agrees with the scoring library', async () => {
		const { account_id, name, ...rest } = ACME;
		const observations = rest as Record<string, number>;
		const expected = scoreHealth(
			{ accountId: String(account_id), asOfOn: AS_OF, observations },
			FRAMEWORK_SCORECARD,
		);
		const { rows } = await score({});
		expect(name).toBe('Acme');
		expect(expected.ok && expected.value).toMatchObject({
			value: rows[0]?.value,
			band: rows[0]?.band,
			reason: rows[0]?.reason,
		});
	});

	test('matches the output schema', async () => {
		const validate = new Ajv({ allErrors: true, strict: false }).compile(scoreSchema);
		const { rows } = await score({ accounts: [ACME, { account_id: 'empty' }], ...withPast() });
		for (const row of rows) {
			validate(row);
			expect(validate.errors).toBeNull();
			expect(Object.keys(row).filter((key) => !(key in scoreSchema.properties))).toEqual([]);
		}
	});

	test('without enough data has no value and says what is missing', async () => {
		const { rows, hints } = await score({ accounts: [{ account_id: 'empty', active_users: 90 }] });
		expect(rows[0]).toMatchObject({
			value: null,
			band: null,
			delta: null,
			trend: null,
			confidence: 'low',
			at_risk: false,
			rounded: null,
		});
		expect(rows[0]?.reason).toContain('missing');
		expect(hints[0]).toBe('Read 1, scored 0, insufficient data 1, skipped 0.');
	});
});

describe('items', () => {
	test('are not changed, and equal input gives equal bytes', async () => {
		const accounts = [ACME, { ...ACME, account_id: 'b', custom_json: '{"performance":"consistent"}' }];
		const before = JSON.stringify(accounts);
		const first = await score({ accounts, ...withPast() });
		const second = await score({ accounts, ...withPast() });
		expect(JSON.stringify(accounts)).toBe(before);
		expect(JSON.stringify(first)).toBe(JSON.stringify(second));
	});

	test('with odd names come through as they are', async () => {
		const names = [
			'"quoted" \'name\'',
			'<script>alert(1)</script>',
			'=HYPERLINK("http://x")',
			'🦄 Ünïcorn',
			'شركة الأمل',
			'__proto__',
		];
		const { rows } = await score({ accounts: names.map((name) => ({ ...ACME, account_id: name, name })) });
		expect(rows.map((row) => row.name)).toEqual(names);
		expect(rows.map((row) => row.account_id)).toEqual(names);
		expect(rows.every((row) => typeof row.value === 'number')).toBe(true);
	});

	test('without an account stop the node with a remedy', async () => {
		const accounts = [ACME, { name: 'Nobody' }, { ...ACME, account_id: 'c' }];
		await expect(score({ accounts })).rejects.toMatchObject({
			message: 'The item has no account ID.',
			description: expect.stringContaining('Other Field Names') as unknown,
			context: { itemIndex: 1 },
		});
	});

	test('without an account become error items under Continue On Fail, linked to their input', async () => {
		const accounts = [ACME, { name: 'Nobody' }, { ...ACME, account_id: 'c' }];
		const { items, hints } = await score({ accounts, continueOnFail: true });
		expect(items.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(items[1]?.json).toMatchObject({ error: 'The item has no account ID.' });
		expect(items[1]?.error).toBeDefined();
		expect(items[2]?.json.value).toBeCloseTo(81.8, 9);
		expect(hints[0]).toBe('Read 3, scored 2, insufficient data 0, skipped (no account ID) 1.');
	});

	test('with single values that cannot be used are scored all the same, and the values counted', async () => {
		const rest = { ...ACME, engagement: null };
		const { rows, hints } = await score({
			accounts: [
				{ ...rest, nps_score: 'eleven' },
				{ ...ACME, account_id: 'other' },
			],
		});
		expect(rows).toHaveLength(2);
		expect(rows[0]?.value).not.toBeNull();
		expect(hints.join()).toMatch(/1 value could not be used, e\.g\. account acme: NPS/);
	});

	test('deleted ones are skipped and counted', async () => {
		const { rows, hints } = await score({ accounts: [ACME, { ...ACME, account_id: 'gone', deleted: true }] });
		expect(rows).toHaveLength(1);
		expect(hints[0]).toContain('skipped (deleted) 1');
	});

	test('a repeated account is scored once; its second item is a fault that names it', async () => {
		const accounts = [ACME, { ...ACME, name: 'Acme again' }];
		await expect(score({ accounts })).rejects.toThrow(/account acme came before/);
		const { rows, hints } = await score({ accounts, continueOnFail: true });
		expect(rows).toHaveLength(2);
		expect(rows[0]?.value).not.toBeNull();
		expect(rows[1]).toMatchObject({ account_id: 'acme', error: expect.stringContaining('came before') });
		expect(hints[0]).toContain('skipped (repeated account ID) 1');
	});
});

describe('records', () => {
	const usage = ['2025-12-22', '2025-12-29', '2026-01-05'].map((starts_on) => ({
		account_id: 'acme',
		period: 'week',
		starts_on,
		active_users: 17,
		licensed_users: 20,
	}));
	const accounts = [{ account_id: 'acme', name: 'Acme' }];
	const parameters = { options: { minimumCoverage: 0 } };

	test('count the same as rows and as one item with a list', async () => {
		const flat = await score({ accounts, records: usage, history: null, parameters });
		const listed = await score({ accounts, records: [{ records: usage }], history: null, parameters });
		expect(flat.rows[0]?.value).not.toBeNull();
		expect(listed.rows).toEqual(flat.rows);
	});
});

describe('without explanation', () => {
	test('the numbers are the same, the texts are empty', async () => {
		const { rows: full } = await score({});
		const { rows: lean } = await score({ parameters: { options: { explanation: 'none' } } });
		const { value, band, low, high, coverage, confidence, rounded, config_hash, input_hash } = full[0]!;
		expect(lean[0]).toMatchObject({
			value,
			band,
			low,
			high,
			coverage,
			confidence,
			rounded,
			config_hash,
			input_hash,
		});
		expect(lean[0]).toMatchObject({ reason: null, detail_json: null, details: null });
		expect(Object.keys(lean[0]!)).toEqual(Object.keys(full[0]!));
	});
});

describe('configuration', () => {
	test('is read once, whatever the number of items', async () => {
		const { run, reads } = setUp({
			accounts: Array.from({ length: 50 }, (_, index) => ({ ...ACME, account_id: `a${index}` })),
		});
		await run();
		expect(reads).toHaveLength(new Set(reads).size);
	});

	test('that is faulty stops the node, or is one error item linked to all', async () => {
		const faulty = { accounts: [ACME, ACME], parameters: { scorecard: 'json', scorecardJson: '{' } };
		await expect(score(faulty)).rejects.toThrow('not valid JSON');
		const { items } = await score({ ...faulty, continueOnFail: true });
		expect(items).toHaveLength(1);
		expect(items[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		await expect(score({ parameters: { asOf: 'soon' } })).rejects.toThrow('neither a day nor a time');
	});

	test('a weight changed in the panel changes score and config', async () => {
		const plain = await score({});
		const changed = await score({ parameters: { growthPotentialWeight: 40 } });
		expect(changed.rows[0]?.value).toBeCloseTo(
			(0.3 * 85 + 0.25 * 80 + 0.2 * 78 + 0.15 * 88 + 0.4 * 75) / 1.3,
			9,
		);
		expect(changed.rows[0]?.config_hash).not.toBe(plain.rows[0]?.config_hash);
		expect(changed.rows[0]?.input_hash).toBe(plain.rows[0]?.input_hash);
		expect(changed.hints.join()).toContain('with the weights of the panel');
	});

	test('a scorecard from the settings takes the place of the panel and says so', async () => {
		const scorecardFromSettings = '{"preset":"framework","weights":{"growth_potential":0.4}}';
		const { rows, hints } = await score({ parameters: { scorecard: 'subScores', scorecardFromSettings } });
		expect(rows[0]?.value).toBeCloseTo((0.3 * 85 + 0.25 * 80 + 0.2 * 78 + 0.15 * 88 + 0.4 * 75) / 1.3, 9);
		expect(hints.join()).toContain('from the settings');
		expect((await score({ parameters: { scorecardFromSettings: 'null' } })).rows[0]?.value).toBeCloseTo(
			81.8,
			9,
		);
	});

	test('five sub-scores give TechCorp 87', async () => {
		const tech = {
			account_id: 'tech',
			usage: 89,
			relationship: 91,
			value: 92,
			support: 83,
			financial_health_score: 80,
		};
		const { rows } = await score({ accounts: [tech], parameters: { scorecard: 'subScores' } });
		expect(rows[0]).toMatchObject({ rounded: 87, band: 'excellent' });
	});

	test('a custom scorecard reads fields by the names entered', async () => {
		const metric = {
			field: 'usage.logins',
			label: 'Logins',
			worst: 0,
			fair: 1,
			good: 3,
			excellent: 5,
			best: 7,
		};
		const customDimensions = { dimension: [{ name: 'Use', weight: 1, metrics: { metric: [metric] } }] };
		const { rows } = await score({
			accounts: [{ account_id: 'a', usage: { logins: '3' } }],
			parameters: { scorecard: 'custom', customDimensions } as unknown as INodeParameters,
		});
		expect(rows[0]).toMatchObject({ rounded: 70, band: 'good' });
	});

	test('peers are the accounts with the same value of the peer field', async () => {
		const metric = {
			id: 'seats_used',
			normalisation: 'segment_percentile',
			rubric: {
				kind: 'anchors',
				anchors: [
					{ value: 0, points: 0 },
					{ value: 100, points: 100 },
				],
			},
		};
		const scorecardJson = JSON.stringify({ dimensions: [{ id: 'use', metrics: [metric] }] });
		const account = (account_id: string, segment: string, seats_used: number) => ({
			account_id,
			segment,
			seats_used,
		});
		const accounts = [
			account('a', 'small', 1),
			account('b', 'small', 5),
			account('c', 'small', 9),
			account('d', 'large', 1),
		];
		const { rows } = await score({ accounts, parameters: { scorecard: 'json', scorecardJson } });
		const values = rows.map((row) => Number(row.value));
		expect(values[0]).toBeLessThan(Number(values[1]));
		expect(values[1]).toBeLessThan(Number(values[2]));
		expect(values[1]).toBeCloseTo(50, 6);
	});

	test('presets and overrides of field names', async () => {
		const { rows } = await score({
			accounts: [
				{
					id: 'rec1',
					Name: 'A',
					ARR: 1200,
					Currency: 'EUR',
					'Usage Score': 80,
					'Business Value': 80,
					Engagement: 80,
					CSM: 'Kim',
				},
			],
			parameters: {
				fieldPreset: 'airtable',
				fieldOverrides: { field: [{ meaning: 'product_usage', name: 'Usage Score' }] },
			} as unknown as INodeParameters,
		});
		expect(rows[0]).toMatchObject({
			account_id: 'rec1',
			name: 'A',
			arr_minor: 120_000,
			csm_id: 'Kim',
			rounded: 80,
		});
	});

	test('options: only table columns, input fields kept, minimum coverage, at risk', async () => {
		const only = await score({ options: { onlyTableColumns: true } });
		expect(Object.keys(only.rows[0] ?? {})).toEqual(COLUMNS);
		const kept = await score({
			accounts: [{ ...ACME, value: 7, Custom: 'x' }],
			options: { includeInputFields: true, onlyTableColumns: true },
		});
		expect(kept.rows[0]).toMatchObject({ Custom: 'x', segment: 'mid' });
		expect(kept.rows[0]?.value).toBeCloseTo(81.8, 9);
		expect(Object.keys(kept.rows[0] ?? {}).slice(0, COLUMNS.length)).toEqual(COLUMNS);
		const half = { account_id: 'half', product_usage: 80, business_value: 80 };
		expect((await score({ accounts: [half], options: { minimumCoverage: 0.9 } })).rows[0]?.value).toBeNull();
		expect((await score({ options: { atRiskBelow: 90 } })).rows[0]?.at_risk).toBe(true);
	});

	test('an override needs its reason and expiry, and then decides', async () => {
		const by = { override_value: 30, override_reason: 'Sponsor left', override_expires_on: '2026-02-01' };
		expect((await score({ accounts: [{ ...ACME, ...by }] })).rows[0]).toMatchObject({
			value: 30,
			band: 'poor',
			at_risk: true,
		});
		await expect(score({ accounts: [{ ...ACME, ...by, override_reason: '' }] })).rejects.toThrow(
			'has no reason',
		);
	});

	test('new accounts are scored with the onboarding scorecard', async () => {
		const { rows } = await score({ accounts: [{ ...ACME, started_on: '2025-12-20' }] });
		expect(detail(rows[0]).scorecard).toBe('onboarding');
	});
});

/** Ten weeks of falling history and the row of the run before. */
function withPast(from = 95, step = 1.5): { history: IDataObject[] } {
	const history = Array.from(
		{ length: 10 },
		(_, week): IDataObject => ({
			score: 'health',
			account_id: 'acme',
			as_of_on: addDays(AS_OF, -7 * (10 - week)),
			value: from - step * week,
			band: 'good',
		}),
	);
	return { history };
}

describe('history', () => {
	const cut = async (setup: Setup) =>
		(await score(setup)).rows[0] as IDataObject & { details: Record<string, IDataObject> };

	test('gives the change against the run before, 30 days and a month, trend and projection', async () => {
		const row = await cut(withPast());
		expect(row.previous_rounded).toBe(82);
		expect(row.delta).toBeCloseTo(81.8 - 81.5, 9);
		expect(row.details.days30).toMatchObject({ on: '2025-12-11', value: 87.5, split: null });
		expect(row.details.month).toMatchObject({ on: '2025-12-11' });
		expect(row.trend).toBe('declining');
		expect(row.details.projection).toMatchObject({ d30: { low: expect.any(Number) as unknown } });
	});

	test('rows of other accounts, other scores, later days and the same run do not count', async () => {
		const row = (columns: IDataObject): IDataObject => ({
			score: 'health',
			account_id: 'acme',
			as_of_on: '2026-01-14',
			value: 10,
			band: 'poor',
			...columns,
		});
		const history = [
			row({ account_id: 'b' }),
			row({ score: 'churn' }),
			row({ as_of_on: '2026-01-16' }),
			row({ as_of_on: AS_OF }),
			row({ as_of_on: AS_OF, run_id: 'run-2' }),
			row({ account_id: '' }),
			row({ as_of_on: null }),
		];
		expect((await cut({ history })).delta).toBeNull();
	});

	test('of two rows of one day the one that says what it was made of counts, then the one computed last', async () => {
		const row = (columns: IDataObject): IDataObject => ({
			score: 'health',
			account_id: 'acme',
			as_of_on: '2026-01-14',
			...columns,
		});
		const plain = row({ value: 10, computed_at: '2026-01-14T09:00:00Z' });
		const later = row({ value: 20, computed_at: '2026-01-14T10:00:00Z' });
		const told = row({ value: 30, run_id: 'run-1', detail_json: '{"contributions":[]}' });
		const broken = row({ value: 40, detail_json: '{' });
		const previous = async (history: IDataObject[]) => (await cut({ history })).previous_rounded;
		expect(await previous([later, plain])).toBe(20);
		expect(await previous([plain, later])).toBe(20);
		expect(await previous([told, later])).toBe(30);
		expect(await previous([broken])).toBe(40);
	});

	test('who changes a weight and runs again on the same day sees what it did', async () => {
		const [before] = (await score({ parameters: { runId: 'run-1' }, options: { onlyTableColumns: true } }))
			.rows;
		const again = await score({
			history: [before as IDataObject],
			parameters: { growthPotentialWeight: 40 },
		});
		const row = again.rows[0] as IDataObject & { details: { split: Record<string, number> } };
		expect(row.details.split.weight).toBeCloseTo(Number(row.delta), 9);
		expect(row.delta).not.toBe(0);
		expect(row.change).toMatch(/^Since 2026-01-15: fell .* by changed weights/);
		expect(again.hints.join()).toContain('Against the run before: 0 accounts moved to another band');
	});

	test('a split adds up to the delta, whether the row tells its parts or records are measured again', async () => {
		const week = (weeksBack: number, active_users: number): IDataObject => ({
			account_id: 'acme',
			period: 'week',
			starts_on: addDays('2026-01-05', -7 * weeksBack),
			active_users,
			licensed_users: 100,
			features_used: 10,
			features_available: 20,
			more_json: '{"limit_share":0.7}',
		});
		const records = [
			...Array.from({ length: 12 }, (_, back) => week(back, 40 + 5 * back)),
			{ account_id: 'acme', answer_id: 1, kind: 'nps', score: 9, answered_at: '2026-01-02T00:00:00Z' },
		];
		const account = {
			account_id: 'acme',
			custom_json: '{"performance":"consistent","support_interaction":"regular"}',
		};
		const history = [
			{
				score: 'health',
				account_id: 'acme',
				as_of_on: '2025-12-14',
				value: 77,
				band: 'good',
				config_hash: 'other',
			},
			{ score: 'health', account_id: 'acme', as_of_on: '2026-01-14', value: 76 },
		];
		const row = await cut({ accounts: [account], history, records });
		for (const part of [
			row.details.days30,
			row.details.month,
			{ delta: row.delta, split: row.details.split },
		]) {
			const split = part?.split as unknown as Record<string, number>;
			const sum = Number(split.value) + Number(split.weight) + Number(split.config) + Number(split.data);
			expect(sum).toBeCloseTo(Number(part?.delta), 9);
		}
		const days30 = row.details.days30?.split as unknown as Record<string, number>;
		// The score of yesterday does not say its configuration, so what differs came from records that arrived later.
		expect((row.details.split as unknown as Record<string, number>).config).toBe(0);
		expect(days30.value).toBeLessThan(0);
		expect(Math.abs(Number(days30.config))).toBeGreaterThan(0);
	});
});

describe('records', () => {
	test('are measured, and what the item itself says goes first', async () => {
		const records = [
			{ account_id: 'acme', ticket_id: 't1', priority: 'urgent', opened_at: '2026-01-10T00:00:00Z' },
			{ account_id: 'acme', answer_id: 1, kind: 'nps', score: 2, answered_at: '2026-01-02T00:00:00Z' },
			{ account_id: 'acme', color: 'red' },
		];
		const rest = { ...ACME, engagement: null };
		const { rows, hints } = await score({
			accounts: [{ ...rest, nps_score: 10, nps_score_on: '2026-01-03' }],
			records,
		});
		expect(rows[0]).toMatchObject({ value: 40, band: 'poor' });
		const terms = detail(rows[0]).contributions as Array<[string, unknown]>;
		expect(terms.find(([id]) => id === 'nps_score')?.[1]).toBe(10);
		expect(detail(rows[0]).cap_values).toEqual({ urgent_ticket_hours: expect.any(Number) as unknown });
		expect(hints.join()).toContain('1 row on the Records input');
	});

	test('10,000 accounts are scored in under three seconds, or on a busy machine in the time of a few copies', async () => {
		const accounts = Array.from({ length: 10_000 }, (_, index) => ({
			...ACME,
			account_id: `a${index}`,
			product_usage: index % 100,
		}));
		const timed = async <Result>(work: () => Promise<Result>): Promise<readonly [number, Result]> => {
			const started = performance.now();
			return [await work(), performance.now() - started].reverse() as [number, Result];
		};
		const [scoring, { rows }] = await timed(async () => await score({ accounts }));
		const [copying] = await timed(async () => JSON.parse(JSON.stringify(rows)) as unknown);
		expect(rows).toHaveLength(10_000);
		expect(scoring).toBeLessThan(Math.max(3000, 12 * copying));
	});
});
