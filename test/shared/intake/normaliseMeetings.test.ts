import type { ItemsRequest, ItemsResult, Json } from '../../../shared/intake/ItemPreset';
import { normaliseItems } from '../../../shared/intake/normaliseItems';

const base: Omit<ItemsRequest, 'items' | 'preset'> = {
	object: 'interactions',
	mapping: {},
	keyField: '',
	currency: null,
	aliases: [],
	accounts: [
		{ account_id: 'CUST_0001', domain: 'acme.com' },
		{ account_id: 'CUST_0002', domain: 'https://www.beta.io' },
		{ account_id: 'CUST_0003', domain: 'shared.org' },
		{ account_id: 'CUST_0004', domain: 'shared.org' },
		{ account_id: 'CUST_0005', domain: 'gmail.com' },
		{ account_id: 'CUST_0006', domain: 'us.example' },
	],
	contacts: [{ contact_id: 'c9', account_id: 'CUST_0002', email: 'Zoe@gmail.com' }],
	ownDomains: ['us.example'],
	asOf: '2026-01-15T12:00:00.000Z',
};
const google = (items: readonly Json[], more: Partial<ItemsRequest> = {}): ItemsResult =>
	normaliseItems({ ...base, preset: 'googleCalendar', items, ...more });
const outlook = (items: readonly Json[]): ItemsResult =>
	normaliseItems({ ...base, preset: 'outlook', items });

const event = (attendees: ReadonlyArray<[email: string, response: string]>, more: Json = {}): Json => ({
	id: 'ev1',
	status: 'confirmed',
	summary: 'Quarterly Business Review',
	start: { dateTime: '2026-01-10T10:00:00+01:00' },
	end: { dateTime: '2026-01-10T11:30:00+01:00' },
	attendees: attendees.map(([email, responseStatus]) => ({ email, responseStatus })),
	...more,
});

describe('Google Calendar', () => {
	test('one row for each customer invited; attended when somebody accepted', () => {
		const { rows, problems } = google([
			event([
				['eve@us.example', 'accepted'],
				['ada@mail.acme.com', 'declined'],
				['Bob@acme.com', 'accepted'],
				['zoe@gmail.com', 'declined'],
				['someone@gmail.com', 'accepted'],
				['x@shared.org', 'accepted'],
			]),
		]);
		expect(problems).toEqual([]);
		expect(rows.map(({ row }) => row)).toEqual([
			{
				interaction_id: 'gcal:ev1:CUST_0001',
				account_id: 'CUST_0001',
				contact_id: null,
				kind: 'qbr',
				occurred_at: '2026-01-10T09:00:00.000Z',
				attended: true,
				minutes: 90,
				sentiment: null,
				text: 'Quarterly Business Review',
			},
			expect.objectContaining({ account_id: 'CUST_0002', contact_id: 'c9', attended: false }),
		]);
	});

	test('no answer is not an absence; a meeting to come was attended by nobody and is the next', () => {
		const open = google([
			event([
				['ada@acme.com', 'needsAction'],
				['bob@acme.com', 'declined'],
			]),
		]);
		expect(open.rows[0]?.row.attended).toBeNull();
		const at = (id: string, day: string): Json =>
			event([['ada@acme.com', 'accepted']], { id, start: { dateTime: `${day}T10:00:00Z` }, end: {} });
		const ahead = google([at('b', '2026-03-01'), at('a', '2026-02-01'), at('c', '2026-01-01')]);
		expect(ahead.rows.map(({ row }) => row.attended)).toEqual([null, null, true]);
		expect(ahead.nextMeetings).toEqual({ CUST_0001: '2026-02-01T10:00:00.000Z' });
	});

	test('meetings of our own people alone give nothing; rooms are no people', () => {
		const result = google([
			event([['eve@us.example', 'accepted']]),
			event([['acme.com_room@resource.calendar.google.com', 'accepted']]),
			event([], { attendees: [{ email: 'room@acme.com', resource: true }] }),
			event([], { attendees: undefined }),
		]);
		expect([result.rows, result.problems]).toEqual([[], []]);
	});

	test('a cancelled meeting is removed, an all-day one has no length, an unreadable one is told', () => {
		const result = google([
			{ id: 'gone', status: 'cancelled' },
			event([['ada@acme.com', 'accepted']], { start: { date: '2026-01-10' }, end: { date: '2026-01-11' } }),
			event([['ada@acme.com', 'accepted']], { start: {} }),
			{ summary: 'no id' },
		]);
		expect(result.removed).toEqual(['gcal:gone']);
		expect(result.rows.map(({ row }) => [row.occurred_at, row.minutes])).toEqual([
			['2026-01-10T00:00:00.000Z', null],
		]);
		expect(result.problems.map(({ itemIndex, issues }) => [itemIndex, issues[0]?.code])).toEqual([
			[2, 'event-unreadable'],
			[3, 'not-an-event'],
		]);
	});

	test('without accounts and contacts nothing can be told, and that is said', () => {
		const result = google([event([['ada@acme.com', 'accepted']])], { accounts: [], contacts: [] });
		expect(result.notes).toMatchObject([{ code: 'no-customers' }]);
	});
});

describe('Outlook', () => {
	const meeting = (more: Json = {}): Json => ({
		id: 'AAMk1',
		subject: 'Call with Acme',
		isCancelled: false,
		start: { dateTime: '2026-01-10T10:00:00.0000000', timeZone: 'UTC' },
		end: { dateTime: '2026-01-10T10:30:00.0000000', timeZone: 'UTC' },
		organizer: { emailAddress: { name: 'Ada', address: 'ada@acme.com' } },
		attendees: [
			{
				type: 'required',
				status: { response: 'tentativelyAccepted' },
				emailAddress: { address: 'bob@acme.com' },
			},
			{ type: 'resource', status: { response: 'accepted' }, emailAddress: { address: 'room@beta.io' } },
		],
		...more,
	});

	test('who organizes is coming; rooms are no people', () => {
		const { rows } = outlook([meeting()]);
		expect(rows.map(({ row }) => row)).toMatchObject([
			{
				interaction_id: 'outlook:AAMk1:CUST_0001',
				kind: 'call',
				attended: true,
				minutes: 30,
				occurred_at: '2026-01-10T10:00:00.000Z',
			},
		]);
	});

	test('time zones by IANA name are UTC here, across a clock change; Windows names are told', () => {
		const berlin = (dateTime: string): unknown =>
			outlook([meeting({ start: { dateTime, timeZone: 'Europe/Berlin' } })]).rows[0]?.row.occurred_at;
		expect(berlin('2026-01-10T10:00:00.0000000')).toBe('2026-01-10T09:00:00.000Z');
		expect(berlin('2026-07-10T10:00:00.0000000')).toBe('2026-07-10T08:00:00.000Z');
		expect(berlin('2026-03-29T01:30:00.0000000')).toBe('2026-03-29T00:30:00.000Z');
		expect(berlin('2026-03-29T03:30:00.0000000')).toBe('2026-03-29T01:30:00.000Z');
		const windows = outlook([
			meeting({ start: { dateTime: '2026-01-10T10:00:00', timeZone: 'Pacific Standard Time' } }),
		]);
		expect(windows.problems[0]?.issues[0]?.message).toContain('UTC');
	});

	test('cancelled events are removed', () => {
		expect(outlook([meeting({ isCancelled: true })]).removed).toEqual(['outlook:AAMk1']);
	});
});
