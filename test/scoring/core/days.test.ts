import fc from 'fast-check';

import { addDays } from '../../../scoring/core/addDays';
import { dayNumber } from '../../../scoring/core/dayNumber';
import { daysBetween } from '../../../scoring/core/daysBetween';
import { isDay } from '../../../scoring/core/isDay';

const MS_PER_DAY = 86_400_000;
const anyDay = fc
	.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

test('day numbers agree with the calendar of the language', () => {
	fc.assert(
		fc.property(anyDay, (day) => {
			expect(dayNumber(day)).toBe(Date.parse(day) / MS_PER_DAY);
		}),
		{ numRuns: 2000 },
	);
});

test('adding the days between two days leads from one to the other', () => {
	fc.assert(
		fc.property(anyDay, anyDay, (from, to) => {
			expect(addDays(from, daysBetween(from, to) ?? NaN)).toBe(to);
		}),
	);
});

test.each(['2024-01-15', '2000-02-29', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (day) => {
	expect(isDay(day)).toBe(true);
});

test.each([
	'2023-02-29',
	'1900-02-29',
	'2024-13-01',
	'2024-00-10',
	'2024-04-31',
	'2024-01-00',
	'2024-1-5',
	'2024-01-15T00:00:00Z',
	'2024/01/15',
	'20a4-01-15',
	'0000-01-01',
	'',
	null,
	undefined,
	45292,
])('%p is no day', (value) => {
	expect(isDay(value)).toBe(false);
});

test('a distance to something that is no day is not known', () => {
	expect(daysBetween(null, '2024-01-15')).toBeNull();
	expect(daysBetween('2024-01-15', 'soon')).toBeNull();
});

test('what is no day stays what it was, and the calendar has ends', () => {
	expect(addDays('soon', 1)).toBe('soon');
	expect(addDays('2024-01-15', 1.9)).toBe('2024-01-16');
	expect(addDays('2024-01-15', NaN)).toBe('2024-01-15');
	expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
	expect(addDays('0001-01-02', -9)).toBe('0001-01-01');
});
