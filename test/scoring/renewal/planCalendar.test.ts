import fc from 'fast-check';

import { foldCalendarLine } from '../../../scoring/renewal/foldCalendarLine';
import { planEvents } from '../../../scoring/renewal/planEvents';
import { planRenewals } from '../../../scoring/renewal/planRenewals';
import type { RenewalPortfolio } from '../../../scoring/renewal/RenewalPlan';
import { writeCalendar } from '../../../scoring/renewal/writeCalendar';
import { account, contract, facts, portfolio, settings } from './planFixtures';

const octets = (text: string): number => encodeURIComponent(text).replace(/%../g, 'x').length;
const events = (of: Partial<RenewalPortfolio> = {}, asOf = '2025-02-01', horizonDays = 120) => {
	const input = portfolio(of);
	return planEvents(planRenewals(input, settings({ asOf })), input.emitted, {
		horizonDays,
		processDays: 30,
		domain: 'test',
	});
};
const write = (of: Partial<RenewalPortfolio> = {}) =>
	writeCalendar(events(of), { name: 'Renewals', asOf: '2025-02-01T08:09:10.123Z' });

/** Reads a calendar as RFC 5545 says: unfold, split at the first colon, unescape. */
const read = (ics: string) =>
	ics
		.replace(/\r\n[ \t]/g, '')
		.split('\r\n')
		.filter((text) => text !== '')
		.map((text) => {
			const at = text.indexOf(':');
			const value = text
				.slice(at + 1)
				.replace(/\\([nN\\;,])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one));
			return [text.slice(0, at), value] as const;
		});
const values = (ics: string, name: string) =>
	read(ics).flatMap(([key, value]) => (key === name ? [value] : []));

test('a contract stands in the calendar with its end, notice deadline and the four steps of the process', () => {
	const contracts = [contract({ autoRenew: true, noticeDays: 45 })];
	expect(events({ contracts }).map(({ on, summary }) => [on, summary])).toEqual([
		['2025-02-14', 'TechCorp: notice deadline'],
		['2025-03-08', 'TechCorp: Executive presentation'],
		['2025-03-15', 'TechCorp: Technical validation'],
		['2025-03-22', 'TechCorp: Commercial agreement'],
		['2025-03-29', 'TechCorp: Finalisation'],
		['2025-03-31', 'TechCorp: contract ends'],
	]);
	expect(events({}, '2024-11-24')).toEqual([]);
});

test('the file has all-day events with an exclusive end, CRLF and its moment', () => {
	const ics = write();
	expect(ics.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
	expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
	expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
	expect(values(ics, 'DTSTAMP')[0]).toBe('20250201T080910Z');
	expect(values(ics, 'DTSTART;VALUE=DATE').at(-1)).toBe('20250331');
	expect(values(ics, 'DTEND;VALUE=DATE').at(-1)).toBe('20250401');
	expect(write()).toBe(ics);
});

test('names with commas, semicolons, backslashes and line ends come back as they were', () => {
	const name =
		'Müller & Söhne, GmbH; "A\\B"\nSüd 株式会社テスト 🚀 und eine sehr lange Firma mit vielen Wörtern';
	const ics = write({ accounts: new Map([['techcorp', account({ name })]]) });
	expect(values(ics, 'SUMMARY').at(-1)).toBe(`${name}: contract ends`);
	expect(ics).toContain('Söhne\\, GmbH\\; "A\\\\B"\\n');
	for (const text of ics.split('\r\n')) expect(octets(text)).toBeLessThanOrEqual(75);
});

test('folding keeps every character and never exceeds 75 octets', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', minLength: 60, maxLength: 300, size: 'max' }), (text) => {
			const line = text.replace(/[\r\n]|\p{Cs}/gu, '');
			const folded = foldCalendarLine(line);
			expect(folded.replace(/\r\n /g, '')).toBe(line);
			for (const part of folded.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75);
		}),
	);
	expect(foldCalendarLine('x'.repeat(300)).split('\r\n').map(octets)).toEqual([75, 75, 75, 75, 4]);
});

describe('an event that moves', () => {
	const said = { contractId: 'C-1', stage: '90', endsOn: '2025-03-31' };
	const ends = (of: Partial<RenewalPortfolio>, asOf?: string) =>
		events(of, asOf).find(({ uid }) => uid.includes('-end@'));

	test('stays the same one with a higher sequence', () => {
		expect(ends({ emitted: [said] })).toMatchObject({ uid: 'C-1-0-end@test', sequence: 0, on: '2025-03-31' });
		const moved = { contracts: [contract({ endsOn: '2025-04-30' })], emitted: [said] };
		expect(ends(moved)).toMatchObject({ uid: 'C-1-0-end@test', sequence: 1, on: '2025-04-30' });
		const again = { ...moved, emitted: [said, { ...said, endsOn: '2025-04-30' }] };
		expect(ends(again)).toMatchObject({ sequence: 1, cancelled: false });
	});

	test('is cancelled when the renewal is signed, and only if it was in the calendar', () => {
		const next = contract({
			contractId: 'C-2',
			previousContractId: 'C-1',
			signedOn: '2025-01-10',
			startsOn: '2025-04-01',
			endsOn: '2026-03-31',
		});
		const contracts = [contract(), next];
		expect(ends({ contracts, emitted: [said] })).toMatchObject({
			uid: 'C-1-0-end@test',
			sequence: 1,
			cancelled: true,
		});
		expect(ends({ contracts })).toBeUndefined();
	});

	test('the next term has events of its own', () => {
		const contracts = [contract({ autoRenew: true })];
		expect(ends({ contracts }, '2026-02-01')).toMatchObject({ uid: 'C-1-1-end@test', on: '2026-03-31' });
	});
});

test('amount, probability and strategy stand in the description', () => {
	const accounts = new Map([['techcorp', account({ facts: facts({ nps: 9 }), arrMinor: 100 })]]);
	const [text] = values(
		writeCalendar(events({ accounts, lines: [] }).slice(-1), { name: 'R', asOf: '2025-02-01' }),
		'DESCRIPTION',
	);
	expect(text).toBe(
		'Contract C-1, 1.00 USD.\nProbability 94 %, the rate at which accounts renew with an NPS of 9.\nRenew as it is, early and without effort for the customer.',
	);
});
