import { wordContinuation } from '../../../scoring/renewal/wordContinuation';
import type { Contract } from '../../../scoring/renewal/Contract';
import { contract, planFirst } from './planFixtures';

const words = (asOf: string, columns: Partial<Contract>) =>
	wordContinuation(planFirst({ contracts: [contract(columns)] }, { asOf }));
const auto = { autoRenew: true, noticeDays: 60 };

test('until its last day notice can be given, and from the day after it is said that this day has passed', () => {
	expect(words('2025-01-29', auto)).toBe('It renews by itself unless notice is given by 2025-01-30.');
	expect(words('2025-01-30', auto)).toBe(
		'It renews by itself on 2025-04-01 unless notice is given today, the last day for it.',
	);
	for (const asOf of ['2025-01-31', '2025-03-31']) {
		expect(words(asOf, auto)).toBe(
			'The last day for notice, 2025-01-30, has passed: unless notice came by then, it renews by itself on 2025-04-01.',
		);
	}
	// The next term has a day of its own.
	expect(words('2025-04-01', auto)).toBe('It renews by itself unless notice is given by 2026-01-30.');
});

test('a contract that does not renew by itself ends', () => {
	expect(words('2025-03-31', { autoRenew: false, noticeDays: 60 })).toBe(
		'It ends on that day unless it is renewed.',
	);
	expect(words('2025-04-01', { autoRenew: false })).toBe('It ended, and no renewal is signed.');
});

test('what nobody entered is not made up', () => {
	expect(words('2025-01-01', {})).toBe('');
	expect(words('2025-01-01', { noticeDays: 60 })).toBe(
		'Notice can be given until 2025-01-30; whether the contract renews by itself was not entered.',
	);
	expect(words('2025-02-01', { noticeDays: 60 })).toContain('has passed; whether the contract now renews');
	expect(words('2025-02-01', { autoRenew: true })).toBe('It renews by itself on 2025-04-01.');
	expect(words('2025-02-01', { ...auto, startsOn: null, endsOn: null, termMonths: null })).toBe('');
});
