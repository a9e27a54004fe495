import { fieldNames } from '../../../shared/fields/fieldNames';
import { readAmountMinor } from '../../../shared/fields/readAmountMinor';
import { readAsOf } from '../../../shared/fields/readAsOf';
import { readDay } from '../../../shared/fields/readDay';
import { readField } from '../../../shared/fields/readField';
import { readMeasure } from '../../../shared/fields/readMeasure';

describe('fieldNames', () => {
	test.each([
		['metricIds', 'active_users', 'account_id', 'started_on'],
		['dataTable', 'active_users', 'account_id', 'started_on'],
		['airtable', 'Active Users', 'id', 'Customer Since'],
		['hubspot', 'properties.active_users', 'id', 'properties.hs_lifecyclestage_customer_date'],
		['salesforce', 'Active_Users__c', 'Id', 'Customer_Since__c'],
	] as const)('%s', (preset, metric, account, started) => {
		const names = fieldNames(preset, {});
		expect([names.of('active_users'), names.of('account_id'), names.of('started_on')]).toEqual([
			metric,
			account,
			started,
		]);
	});

	test('acronyms stay capitals', () => {
		expect(fieldNames('airtable', {}).of('nps_score')).toBe('NPS Score');
		expect(fieldNames('salesforce', {}).of('roi_demonstration')).toBe('ROI_Demonstration__c');
	});

	test('overrides go first, blank ones do not count', () => {
		const names = fieldNames('airtable', { ' active_users ': ' Users ', nps_score: ' ' });
		expect(names.of('active_users')).toBe('Users');
		expect(names.of('nps_score')).toBe('NPS Score');
	});

	test('arr and arr_minor say in which units amounts come', () => {
		expect(fieldNames('dataTable', {}).amounts).toBe('minor');
		expect(fieldNames('hubspot', {}).amounts).toBe('major');
		expect(fieldNames('dataTable', { arr: 'ARR' })).toMatchObject({ amounts: 'major' });
		expect(fieldNames('dataTable', { arr: 'ARR' }).of('arr_minor')).toBe('ARR');
		expect(fieldNames('salesforce', { arr_minor: 'cents' })).toMatchObject({ amounts: 'minor' });
	});
});

describe('readMeasure', () => {
	test.each([
		[17, 17],
		[0, 0],
		['17', 17],
		[' 85 % ', 85],
		['85%', 85],
		['consistent', 'consistent'],
		['', null],
		[null, null],
		[undefined, null],
		[Number.NaN, null],
		[{ value: '17' }, 17],
		[{ nested: 1 }, null],
		[[1, 2], 'a list of 2'],
		[true, 'true'],
	])('%j is %j', (given, measure) => {
		expect(readMeasure(given)).toBe(measure);
	});
});

describe('readDay', () => {
	test.each([
		['2026-01-15', '2026-01-15'],
		['2026-01-15T23:30:00Z', '2026-01-15'],
		['2026-01-15T23:30:00-05:00', '2026-01-16'],
		['2026-01-15 nonsense', '2026-01-15'],
		['2026-02-30', '2026-02-30'],
		['15 Jan', '15 Jan'],
		[0, '1970-01-01'],
		[new Date('2026-01-15T12:00:00Z'), '2026-01-15'],
		[new Date('x'), 'Invalid Date'],
		['', null],
		[null, null],
	])('%j is %j', (given, day) => {
		expect(readDay(given)).toBe(day);
	});
});

describe('readAsOf', () => {
	const now = '2026-03-01T04:05:06.000Z';
	const read = (value: unknown) => {
		const outcome = readAsOf(value, now);
		return outcome.ok ? outcome.value : outcome.issues[0]?.code;
	};

	test('blank is now', () => {
		expect(read('')).toEqual({ day: '2026-03-01', until: now });
		expect(read(null)).toEqual({ day: '2026-03-01', until: now });
	});

	test('a day, an instant, one without a zone, a Date', () => {
		expect(read('2026-01-15')).toEqual({ day: '2026-01-15', until: '2026-01-15' });
		expect(read('2026-01-15T23:00:00-03:00')).toEqual({
			day: '2026-01-16',
			until: '2026-01-16T02:00:00.000Z',
		});
		expect(read('2026-01-15T00:00:00')).toEqual({ day: '2026-01-15', until: '2026-01-15T00:00:00.000Z' });
		expect(read(new Date('2026-01-15T01:00:00Z'))).toEqual({
			day: '2026-01-15',
			until: '2026-01-15T01:00:00.000Z',
		});
	});

	test.each(['tomorrow', '2026-02-30', '2026-01-15T99:00:00Z', '15/01/2026'])(
		'%s is refused with a remedy',
		(value) => {
			expect(read(value)).toBe('bad-as-of');
		},
	);
});

describe('readAmountMinor', () => {
	test.each([
		[1200.5, 'major', 'EUR', 120050],
		['1200', 'major', 'JPY', 1200],
		[1.005, 'major', 'KWD', 1005],
		[120050, 'minor', null, 120050],
		[1200, 'major', null, null],
		['n/a', 'minor', 'EUR', null],
		[true, 'minor', 'EUR', null],
		[null, 'minor', 'EUR', null],
		['', 'minor', 'EUR', null],
		[0, 'minor', 'EUR', 0],
	] as const)('%j %s %s is %j', (value, units, currency, amount) => {
		expect(readAmountMinor(value, units, currency)).toBe(amount);
	});
});

test('names and reading go together', () => {
	const names = fieldNames('hubspot', {});
	expect(readField({ id: '7', properties: { nps_score: '9' } }, names.of('nps_score'))).toBe('9');
});
