import { HEALTH_BANDS } from '../../../scoring/health/presets';
import { rollUpPortfolio, type PortfolioRow } from '../../../scoring/health/rollUpPortfolio';
import { writeInsights } from '../../../scoring/health/writeInsights';
import { normal, seeded } from './simulateScores';

const TIERS = ['enterprise', 'professional', 'starter', 'community'];

interface Plan {
	/** Points above the others, by tier. */
	readonly level?: Readonly<Record<string, number>>;
	/** Change since the last run, by tier. */
	readonly change?: Readonly<Record<string, number>>;
	readonly arr?: (tier: string, value: number) => number;
	readonly seed?: number;
}

function portfolio({ level = {}, change = {}, arr = () => 100_000_00, seed = 3 }: Plan): PortfolioRow[] {
	const gauss = normal(seeded(seed));
	return Array.from({ length: 400 }, (_, index) => {
		const tier = TIERS[index % TIERS.length] as string;
		const value = Math.min(100, Math.max(0, 72 + (level[tier] ?? 0) + 12 * gauss()));
		const previousRounded = Math.round(value - (change[tier] ?? 0) + 2 * gauss());
		const money = { arrMinor: arr(tier, value), currency: 'USD' };
		return {
			accountId: `a${index}`,
			value,
			rounded: null,
			band: null,
			previousRounded,
			...money,
			fields: { tier },
		};
	});
}

const insights = (plan: Plan): string[] =>
	writeInsights(
		rollUpPortfolio(portfolio(plan), { groupBy: ['tier'], bands: HEALTH_BANDS, reportCurrency: 'USD' }),
		{ reportCurrency: 'USD' },
	);

test('the highest and lowest group are named, and with other data others', () => {
	const one = insights({ level: { enterprise: 12, community: -12 } });
	expect(one[0]).toMatch(
		/^Tier "enterprise" has the highest mean health: 8[\d.]+ \(100 accounts\), 1[\d.]+ above the others$/,
	);
	expect(one[1]).toMatch(/^Tier "community" has the lowest mean health/);
	const other = insights({ level: { starter: 12 } });
	expect(other[0]).toMatch(/^Tier "starter" has the highest mean health/);
	expect(other.join()).not.toContain('enterprise');
});

test('noise is no insight', () => {
	const sentences = Array.from({ length: 50 }, (_, seed) => insights({ seed: seed + 100 })).flat();
	expect(sentences).toEqual([]);
});

test('the movement of the whole and of the group that moved against it', () => {
	const sentences = insights({ change: { starter: -8 } });
	expect(sentences.join('\n')).toMatch(
		/Mean health fell by [12][\d.]* to 7[\d.]+ \(400 accounts scored both times\)/,
	);
	expect(sentences.join('\n')).toMatch(
		/Tier "starter" fell by [78][\d.]* on average since the last run \(100 accounts\), the others/,
	);
	expect(insights({ change: { enterprise: 8 } }).join('\n')).toMatch(/Tier "enterprise" rose by/);
});

test('where ARR at risk is concentrated', () => {
	const skewed = insights({
		arr: (tier, value) => (tier === 'enterprise' && value < 70 ? 900_000_00 : 100_000_00),
	});
	expect(skewed.join('\n')).toMatch(
		/Tier "enterprise" holds \d+ % of the USD [\d,]+ ARR at risk, but \d+ % of all ARR/,
	);
	expect(insights({}).join()).not.toContain('ARR');
});

test('tickets and falling scores, only when they go together', () => {
	const rollUp = rollUpPortfolio([], { groupBy: [], bands: HEALTH_BANDS });
	const uniform = seeded(9);
	const tickets = Array.from({ length: 200 }, () => Math.floor(uniform() * 10));
	const related = tickets.map((count) => ({ tickets: count, scoreChange: -count + 6 * uniform() }));
	const unrelated = tickets.map((count) => ({ tickets: count, scoreChange: 6 * uniform() }));
	expect(writeInsights(rollUp, { tickets: related })[0]).toMatch(
		/more tickets lost more health \(rank correlation -0\.\d+, 200 accounts\)/,
	);
	expect(
		writeInsights(rollUp, { tickets: related.map((pair) => ({ ...pair, tickets: -pair.tickets })) })[0],
	).toContain('gained');
	expect(writeInsights(rollUp, { tickets: unrelated })).toEqual([]);
	expect(writeInsights(rollUp, { tickets: related.slice(0, 20) })).toEqual([]);
});

test('small groups are not spoken of', () => {
	const rows = portfolio({}).map((row, index) =>
		index < 5 ? { ...row, value: 5, fields: { tier: 'tiny' } } : row,
	);
	expect(
		writeInsights(rollUpPortfolio(rows, { groupBy: ['tier'], bands: HEALTH_BANDS })).join(),
	).not.toContain('tiny');
});
