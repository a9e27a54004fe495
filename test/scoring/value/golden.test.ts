import { checkBaseline } from '../../../scoring/value/checkBaseline';
import { checkClaim } from '../../../scoring/value/checkClaim';
import { compareAlternatives } from '../../../scoring/value/compareAlternatives';
import { computeReturn } from '../../../scoring/measures/ledger/computeReturn';
import { evaluateFormula } from '../../../scoring/measures/ledger/evaluateFormula';
import { measureAchievement } from '../../../scoring/value/measureAchievement';
import { paybackMonths } from '../../../scoring/value/paybackMonths';
import { projectValue } from '../../../scoring/value/projectValue';

const thousand = (amount: number): number => amount * 1000 * 100;
const holds = (claimed: number, computed: number | null): boolean | null =>
	checkClaim('figure', claimed, computed).holds;

test('1,635 over 875 is 186.9 % gross and 86.9 % net, both labelled', () => {
	const result = computeReturn(thousand(560 + 435 + 640), thousand(875));
	expect(result.grossRate).toBeCloseTo(1.8686, 4);
	expect(result.netRate).toBeCloseTo(0.8686, 4);
	expect(result.words).toBe('186.9 % gross (value / cost), 86.9 % net ((value - cost) / cost)');
	expect(holds(187, 100 * (result.grossRate ?? NaN))).toBe(true);
	expect(holds(187, 100 * (result.netRate ?? NaN))).toBe(false);
});

test('direct savings 380 + 95 + 85 are 560', () => {
	expect(evaluateFormula('380 + 95 + 85', {}, 'formula')).toEqual({ ok: true, value: 560, warnings: [] });
});

test('week 12: 95 against 85 is 112 %, 140 against 85 is +65 %, 560 against 340 is +65 %', () => {
	const achieved = (actual: number, target: number) =>
		measureAchievement({ baseline: null, target, actual, direction: 'higher_is_better' });
	expect(achieved(95, 85).rate).toBeCloseTo(1.1176, 4);
	expect(holds(112, 100 * (achieved(95, 85).rate ?? NaN))).toBe(true);
	expect(holds(65, 100 * (achieved(140, 85).overRate ?? NaN))).toBe(true);
	expect(holds(65, 100 * (achieved(560, 340).overRate ?? NaN))).toBe(true);
	expect(holds(64, 100 * (achieved(560, 340).overRate ?? NaN))).toBe(false);
});

test('payback: 18.75 months on savings of 560, 6.4 on 1,635; 4.7 comes from a quarter of the cost', () => {
	expect(paybackMonths(thousand(875), thousand(560))).toBe(18.75);
	expect(holds(6.4, paybackMonths(thousand(875), thousand(1635)))).toBe(true);
	expect(holds(4.7, paybackMonths(thousand(875), thousand(560)))).toBe(false);
	expect(holds(4.7, paybackMonths(thousand(875) / 4, thousand(560)))).toBe(true);
});

test('expansion payback: 420 on 560 a year is 9 months; the claimed 6 is that of 280', () => {
	expect(paybackMonths(thousand(420), thousand(560))).toBe(9);
	expect(holds(6, paybackMonths(thousand(420), thousand(560)))).toBe(false);
	expect(paybackMonths(thousand(280), thousand(560))).toBe(6);
});

test('baseline: 382 + 180 is 562, but 280 hours for 382 are not believed, nor 560 saved of 562', () => {
	const baseline = {
		parts: { labour: thousand(382), external: thousand(180) },
		hours: 280,
		hoursOf: 'labour',
	};
	const limits = { hourlyMinor: 25000, savedShare: 0.95 };
	const checked = checkBaseline({ ...baseline, savingsMinor: thousand(560) }, limits);
	expect(checked.totalMinor).toBe(thousand(562));
	expect(Math.floor((checked.hourlyMinor ?? NaN) / 100)).toBe(1364);
	expect(checked.savedShare).toBeCloseTo(0.996, 3);
	expect(checked.warnings.map(({ code }) => code)).toEqual(['baseline-hour', 'baseline-saved']);
	expect(checkBaseline({ ...baseline, hours: 8000, savingsMinor: thousand(340) }, limits).warnings).toEqual(
		[],
	);
});

const years = (amounts: readonly Record<string, number>[], cost: number) =>
	amounts.map((parts) => ({ parts, costMinor: cost }));

test('trajectory A: 680, 780, 950 sum to 2,410', () => {
	const planned = [
		{ savings: 560, growth: 120 },
		{ savings: 580, growth: 200 },
		{ savings: 600, growth: 350 },
	];
	const { years: each, totalMinor } = projectValue(years(planned, 875), 0);
	expect(each.map(({ valueMinor }) => valueMinor)).toEqual([680, 780, 950]);
	expect(each.map(({ cumulativeMinor }) => cumulativeMinor)).toEqual([680, 1460, 2410]);
	expect(totalMinor).toBe(2410);
});

test('trajectory B: 5,670 in all; over the cost of three years it is 216 %, not 422 %', () => {
	const planned = [{ all: 1635 }, { all: 1890 }, { all: 2145 }];
	const { totalMinor, totalCostMinor, overall, npvMinor } = projectValue(years(planned, 875), 0);
	expect([totalMinor, totalCostMinor]).toEqual([5670, 2625]);
	expect(100 * (overall.grossRate ?? NaN)).toBeCloseTo(216, 1);
	expect(100 * (overall.netRate ?? NaN)).toBeCloseTo(116, 1);
	expect(holds(422, 100 * (overall.grossRate ?? NaN))).toBe(false);
	expect(holds(423, 100 * (computeReturn(5670, 1340).grossRate ?? NaN))).toBe(true);
	expect(npvMinor).toBe(5670 - 2625);
});

test('modules: 605 + 385 + 160 are 1,150, not 890; the increment of 465 is their base, not 1,340', () => {
	const parts = { eu: 420 + 185, analytics: 265 + 120, support: 95 + 65 };
	const sum = evaluateFormula('eu + analytics + support', parts, 'formula');
	expect(sum).toEqual({ ok: true, value: 1150, warnings: [] });
	expect(checkClaim('value of the modules', 890, 1150)).toMatchObject({ holds: false, difference: -260 });
	expect(holds(66, 100 * (computeReturn(890, 1340).grossRate ?? NaN))).toBe(true);
	expect(holds(91.4, 100 * (computeReturn(890, 465).netRate ?? NaN))).toBe(true);
	expect(holds(191, 100 * (computeReturn(890, 465).grossRate ?? NaN))).toBe(true);
});

test('advocacy: 680 over 45 is 1,511 % gross and 1,411 % net', () => {
	const { grossRate, netRate } = computeReturn(680, 45);
	expect(holds(1511, 100 * (grossRate ?? NaN))).toBe(true);
	expect(holds(1411.1, 100 * (netRate ?? NaN))).toBe(true);
});

test('40 h to 9 h is 78 %; 40 h to 4 h is 90 %, not 89 %', () => {
	const fall = (actual: number) =>
		-100 *
		(measureAchievement({ baseline: 40, target: null, actual, direction: 'lower_is_better' }).changeRate ??
			NaN);
	expect(holds(78, fall(9))).toBe(true);
	expect(holds(89, fall(4))).toBe(false);
	expect(holds(90, fall(4))).toBe(true);
});

test('alternatives: 34 % and 23 % cheaper do not follow from the listed prices', () => {
	const plain = { oneTimeMinor: 0, monthsToDeploy: null };
	const ours = { name: 'Ours', yearlyMinor: 1340, claimedPercent: null, ...plain, monthsToDeploy: 3 };
	const others = [
		{ name: 'Competitor X', yearlyMinor: 1800, claimedPercent: 34, ...plain },
		{ name: 'Point solutions', yearlyMinor: 1600, claimedPercent: 23, ...plain },
		{ name: 'In-house', yearlyMinor: 340, claimedPercent: null, oneTimeMinor: 2300, monthsToDeploy: 18 },
	];
	const [x, points, inHouse] = compareAlternatives(ours, others, 1);
	expect(x).toMatchObject({ differenceRate: (1340 - 1800) / 1800, claim: { holds: false } });
	expect(100 * (points?.differenceRate ?? NaN)).toBeCloseTo(-16.25, 9);
	expect(inHouse).toMatchObject({ totalMinor: 2640, savedMinor: 1300, monthsEarlier: 15, claim: null });
	const [withCurrent] = compareAlternatives({ ...ours, yearlyMinor: 875 }, others, 1);
	expect(100 * (withCurrent?.differenceRate ?? NaN)).toBeCloseTo(-51.4, 1);
});

test('what is not known is told, not guessed', () => {
	expect(checkClaim('savings', 5, null)).toEqual({
		claimed: 5,
		computed: null,
		difference: null,
		holds: null,
		words: 'savings: 5 cannot be checked',
	});
	const limits = { hourlyMinor: 1, savedShare: 0.5 };
	const unknown = { parts: { labour: null }, hours: 0, hoursOf: 'labour', savingsMinor: 5 };
	expect(checkBaseline(unknown, limits)).toEqual({
		totalMinor: null,
		hourlyMinor: null,
		savedShare: null,
		warnings: [],
	});
	expect(checkBaseline({ ...unknown, parts: {} }, limits).totalMinor).toBeNull();
	const open = { name: 'X', oneTimeMinor: null, yearlyMinor: 5, monthsToDeploy: 4, claimedPercent: 10 };
	const [other] = compareAlternatives({ ...open, oneTimeMinor: 0, monthsToDeploy: null }, [open], 2);
	expect(other).toMatchObject({
		totalMinor: null,
		differenceRate: null,
		savedMinor: null,
		monthsEarlier: null,
	});
	expect(other?.claim?.holds).toBeNull();
	const [free] = compareAlternatives(
		{ ...open, oneTimeMinor: 0 },
		[{ ...open, oneTimeMinor: 0, yearlyMinor: 0 }],
		2,
	);
	expect(free).toMatchObject({ totalMinor: 0, differenceRate: null, savedMinor: -10 });
});
