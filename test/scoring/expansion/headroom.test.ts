import { addDays } from '../../../scoring/core/addDays';
import { findHeadroom } from '../../../scoring/expansion/findHeadroom';
import { findLimits } from '../../../scoring/expansion/findLimits';
import { isExcursion } from '../../../scoring/expansion/isExcursion';
import { measurePace } from '../../../scoring/expansion/measurePace';
import { readUsageWindow } from '../../../scoring/expansion/readUsageWindow';
import { caseOf, RECORDS } from './techCorp';

const AS_OF = '2026-01-15';
const found = (licensed: number, active: number) => {
	const usage = Array.from({ length: 26 }, (_, week) => ({
		account_id: 'a',
		period: 'week',
		starts_on: addDays('2026-01-05', 7 * (week - 25)),
		licensed_users: licensed,
		active_users: active,
	}));
	const line = {
		line_id: 'l',
		product_id: 'plan',
		quantity: 100,
		starts_on: '2025-01-01',
		ends_on: '2026-12-31',
	};
	const module = { ...line, line_id: 'm', product_id: 'module', quantity: 1 };
	const records = { ...RECORDS, usage, contractLines: [line, module] };
	return findHeadroom({ ...caseOf({ records, asOf: AS_OF }), window: readUsageWindow(usage, AS_OF) }, 0.95);
};

test('what is contracted is nearly used up: assigned and used', () => {
	expect(found(98, 96)).toMatchObject({
		value: 98,
		baseline: 100,
		metric: 'seats',
		words: '98 of 100 contracted licences are assigned, 96 people use it',
		demand: { projected: 98, limit: 100 },
	});
	expect(found(94, 94)).toBeNull();
	// Handed out to everybody and used by few: no reason to sell more.
	expect(found(100, 40)).toBeNull();
});

test('a month of noise above a level is an excursion, a step or a usual level is none', () => {
	const noisy = [50, 80, 45, 70, 60, 85, 50, 75, 55, 90, 48, 72, 60, 52, 80, 66];
	expect(isExcursion([...noisy, 88, 92, 86, 87], 85)).toBe(true);
	const calm = noisy.map((_, week) => 50 + (week % 3));
	expect(isExcursion([...calm, 88, 92, 86, 87], 85)).toBe(false);
	expect(isExcursion([...noisy.map((value) => value + 60), 110, 111, 112, 113], 85)).toBe(false);
	expect(isExcursion([50, 88, 88, 88, 88], 85)).toBe(false);
});

describe('pace', () => {
	const summerDip = [558, 550, 528, 473, 489, 460, 337, 439, 415, 474, 425, 417, 423, 378].concat([
		277, 411, 403, 457, 533, 496, 536, 582, 509, 527, 554, 504,
	]);
	const rising = Array.from({ length: 26 }, (_, week) => 50 + 2 * week);
	const days = rising.map((_, week) => addDays('2025-07-07', 7 * week));

	test('the way back from a dip is no growth, a rise over all weeks is', () => {
		expect(measurePace(summerDip, [], null)).toBeLessThan(2.5);
		expect(measurePace(rising, [], null)).toBeCloseTo(2, 9);
		expect(
			measurePace(
				rising.map((_, week) => (week < 20 ? null : 50 + week)),
				[],
				null,
			),
		).toBeCloseTo(1, 9);
		expect(
			measurePace(
				rising.map((_, week) => (week < 21 ? null : 50 + week)),
				[],
				null,
			),
		).toBe(0);
		expect(measurePace([...rising].reverse(), [], null)).toBe(0);
	});

	test('a rise that all accounts share is taken out', () => {
		const season = new Map(days.map((day, week) => [day, Math.log((50 + 2 * week) / 75)]));
		expect(measurePace(rising, days, season)).toBeCloseTo(0, 6);
	});

	test('during roll-out a limit asks for what is used, not for what the rise promises', () => {
		const usage = rising.map((active_users, week) => ({
			account_id: 'a',
			period: 'week',
			starts_on: days[week] as string,
			active_users,
		}));
		const entitlement = { account_id: 'a', metric: 'seats', limit_value: 105, period: 'total' };
		const asOf = addDays(days.at(-1) as string, 8);
		const records = { ...RECORDS, usage, entitlements: [{ ...entitlement, valid_from_on: '2025-01-01' }] };
		const input = { ...caseOf({ records, asOf }), window: readUsageWindow(usage, asOf) };
		const demandOf = (rollingOut: boolean) => findLimits(input, 0.85, { seasons: {}, rollingOut })[0]?.demand;
		expect(demandOf(true)).toMatchObject({ projected: 97 });
		expect(demandOf(false)).toMatchObject({ projected: 126 });
		expect(demandOf(true)?.reachedOn).toBe(demandOf(false)?.reachedOn);
	});
});
