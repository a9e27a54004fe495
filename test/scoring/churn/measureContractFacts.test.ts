import { addDays } from '../../../scoring/core/addDays';
import type { Row } from '../../../scoring/measures/Records';
import { facts } from './factRows';

describe('people', () => {
	const champion = { contact_id: 'c1', role: 'champion', title: 'Head of Operations', left_on: '2026-01-04' };
	const successor = {
		contact_id: 'c2',
		role: 'champion',
		left_on: null,
		last_contact_at: '2026-01-10T00:00:00Z',
	};

	test('a champion who left leaves a gap until somebody else is seen', () => {
		expect(facts([champion, successor])).toMatchObject({
			champion_unreplaced: 1,
			champion_known: 0,
			days_since_champion_left: 10,
			known_contacts: 0,
		});
		const seen = { interaction_id: 1, contact_id: 'c2', occurred_at: '2026-01-12' };
		expect(facts([champion, successor, seen])).toMatchObject({ champion_unreplaced: 0, champion_left: 1 });
		expect(facts([champion, successor, { ...seen, occurred_at: '2026-01-15' }]).champion_unreplaced).toBe(1);
		expect(facts([champion, { ...successor, created_at: '2026-01-05' }]).champion_unreplaced).toBe(0);
	});

	test('before it left nothing shows that it will', () => {
		const seen = { answer_id: 1, kind: 'nps', contact_id: 'c1', asked_at: '2025-11-01' };
		expect(facts([champion, seen], {}, '2025-12-01')).toMatchObject({
			champion_unreplaced: 0,
			champion_known: 1,
			days_since_champion_left: null,
			decision_makers: 1,
		});
	});
});

test('invoices: overdue then, though paid since; what is given up is not overdue for ever', () => {
	const invoice = (id: number, due: string, paid: string | null): Row => ({
		invoice_id: id,
		issued_on: addDays(due, -30),
		due_on: due,
		paid_on: paid,
		status: 'paid',
	});
	const rows = [invoice(1, '2025-12-22', '2026-01-30'), invoice(2, '2025-06-22', '2025-06-17')];
	expect(facts(rows)).toMatchObject({
		overdue_days: 23,
		late_share: 0.5,
		payment_delay_days: 9,
		payment_delay_change: 28,
	});
	expect(facts([invoice(3, '2025-07-01', null)]).overdue_days).toBe(0);
	expect(facts([invoice(4, '2026-03-01', null)]).overdue_days).toBeNull();
});

describe('contract', () => {
	const term = (number: number, starts: string, ends: string, signed: string | null): Row => ({
		contract_id: `k${number}`,
		starts_on: starts,
		ends_on: ends,
		signed_on: signed,
		notice_days: 30,
		auto_renew: true,
		status: 'terminated',
	});

	test('the end of the running term, whatever its status is today, and whether the next is signed', () => {
		const rows = [
			term(1, '2025-02-01', '2026-01-31', '2025-01-10'),
			term(2, '2026-02-01', '2027-01-31', '2026-01-14'),
		];
		expect(facts(rows, {}, '2026-01-13')).toMatchObject({
			days_to_end: 18,
			days_to_open_end: 18,
			days_to_notice: -12,
			renewal_signed: 0,
			renewals: 0,
			auto_renew: 1,
		});
		expect(facts(rows)).toMatchObject({ days_to_end: 17, days_to_open_end: 382, renewal_signed: 1 });
		expect(facts(rows, {}, '2026-03-01')).toMatchObject({ renewals: 1, renewal_signed: 0 });
	});

	test('what is far is held: three more years are as good as one', () => {
		expect(facts([term(1, '2025-02-01', '2029-01-31', null)])).toMatchObject({
			days_to_end: 400,
			days_to_notice: 400,
		});
	});

	test('a term that ended lately without another says so', () => {
		expect(facts([term(1, '2025-01-01', '2025-12-31', null)])).toMatchObject({ days_to_end: -14 });
		expect(facts([term(1, '2024-01-01', '2024-12-31', null)]).days_to_end).toBeNull();
	});

	test('ARR and seats come from the lines that ran and were recorded', () => {
		const line = (id: number, more: Row): Row => ({
			line_id: id,
			contract_id: 'k1',
			quantity: 10,
			arr_minor: 1000,
			currency: 'EUR',
			starts_on: '2025-02-01',
			ends_on: '2026-01-31',
			recorded_at: '2025-01-20T10:00:00Z',
			...more,
		});
		const grown = line(2, {
			quantity: 5,
			arr_minor: 500,
			starts_on: '2026-01-10',
			recorded_at: '2026-01-14T10:00:00Z',
		});
		expect(facts([line(1, {}), grown], {}, '2026-01-13')).toMatchObject({
			arr_minor: 1000,
			seats: 10,
			currency: 'EUR',
		});
		expect(facts([line(1, {}), grown])).toMatchObject({ arr_minor: 1500, seats: 15, seats_change_180d: 0.5 });
		expect(facts([line(1, {}), line(2, { currency: 'USD' })])).toMatchObject({
			arr_minor: null,
			currency: null,
		});
		expect(facts([line(1, { superseded_at: '2026-01-01T00:00:00Z' })]).arr_minor).toBeNull();
		expect(facts([line(1, {})], {}, '2026-02-20').arr_minor).toBe(1000);
		expect(facts([line(1, {})], {}, '2026-04-20').arr_minor).toBeNull();
	});
});
