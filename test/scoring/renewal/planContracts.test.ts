import type { Contract } from '../../../scoring/renewal/Contract';
import { planRenewals } from '../../../scoring/renewal/planRenewals';
import { readContract } from '../../../scoring/renewal/readContract';
import { account, contract, line, planFirst, portfolio, settings } from './planFixtures';

const stateOf = (columns: Partial<Contract>, asOf = '2024-11-24') =>
	planFirst({ contracts: [contract(columns)] }, { asOf });

describe('early renewal', () => {
	const next = contract({
		contractId: 'C-2',
		previousContractId: 'C-1',
		signedOn: '2025-01-10',
		startsOn: '2025-04-01',
		endsOn: '2026-03-31',
	});
	const plans = (asOf: string, successor = next) =>
		planRenewals(portfolio({ contracts: [contract(), successor] }), settings({ asOf }));

	test('nothing is due from the day the renewal is signed, and the next contract takes over', () => {
		expect(plans('2025-01-09').map(({ state }) => state)).toEqual(['in_window', 'upcoming']);
		const [before, after] = plans('2025-01-10');
		expect([before?.state, before?.successorId, before?.crossings]).toEqual(['renewed', 'C-2', []]);
		expect([after?.state, after?.daysToEnd]).toEqual(['upcoming', 445]);
	});

	test.each(['draft', 'terminated'] as const)('a renewal that is %s renews nothing', (status) => {
		expect(plans('2025-02-01', { ...next, status })[0]?.state).toBe('in_window');
	});

	test('without a day of signature the status decides', () => {
		expect(plans('2025-01-01', { ...next, signedOn: null })[0]?.state).toBe('renewed');
		expect(plans('2025-01-01', { ...next, signedOn: null, status: null })[0]?.state).toBe('in_window');
	});

	test('a contract that names itself renews nothing', () => {
		expect(stateOf({ previousContractId: 'C-1' }, '2025-02-01').state).toBe('in_window');
	});
});

describe('notice', () => {
	test('the deadline is a stage of its own, counted as the stages are', () => {
		const plan = planFirst(
			{ contracts: [contract({ autoRenew: true, noticeDays: 60 })] },
			{ asOf: '2025-01-30' },
		);
		expect([plan.noticeOn, plan.daysToNotice]).toEqual(['2025-01-30', 0]);
		expect(plan.crossings.map(({ id, superseded }) => [id, superseded])).toEqual([
			['90', true],
			['60', false],
			['notice', false],
		]);
	});

	test('a contract that ends by itself has no deadline, nor one whose notice is longer than its term', () => {
		expect(stateOf({ noticeDays: 60, autoRenew: false }).noticeOn).toBeNull();
		expect(stateOf({ noticeDays: 400, autoRenew: true }).noticeOn).toBeNull();
		expect(stateOf({ noticeDays: 0, autoRenew: true }).noticeOn).toBe('2025-03-31');
	});
});

describe('several contracts of an account', () => {
	const other = (columns: Partial<Contract>) => contract({ contractId: 'C-9', ...columns });
	const relations = (columns: Partial<Contract>) => {
		const [plan] = planRenewals(portfolio({ contracts: [contract(), other(columns)] }), settings());
		return [plan?.coTermedWith, plan?.overlaps];
	};

	test('contracts that end on one day are co-termed, others that run at the same time overlap', () => {
		expect(relations({ startsOn: '2024-07-01' })).toEqual([['C-9'], []]);
		expect(relations({ startsOn: '2025-01-01', endsOn: '2025-12-31' })).toEqual([[], ['C-9']]);
		expect(relations({ startsOn: '2025-04-01', endsOn: '2026-03-31' })).toEqual([[], []]);
		expect(relations({ startsOn: '2024-01-01', endsOn: '2024-10-31', status: 'ended' })).toEqual([[], []]);
	});

	test('open expansions are proposed once, with the contract that ends next', () => {
		const expansions = [
			{
				opportunityId: 'O',
				label: 'More',
				amountMinor: 100,
				currency: 'USD',
				probability: 0.5,
				productId: null,
				quantity: null,
			},
		];
		const plans = planRenewals(
			portfolio({
				contracts: [other({ startsOn: '2024-07-01', endsOn: '2025-06-30' }), contract()],
				lines: [line(), line({ lineId: 'L-9', contractId: 'C-9' })],
				accounts: new Map([['techcorp', account({ expansions })]]),
			}),
			settings(),
		);
		expect(plans.map(({ structure }) => structure?.incrementMinor)).toEqual([0, 100]);
	});
});

describe('reading a contract', () => {
	test('instants count as their day in UTC, flags as people write them', () => {
		const read = readContract({
			contract_id: 7,
			account_id: 'a',
			ends_on: '2025-03-31T00:00:00.000Z',
			auto_renew: 'true',
			status: 'Active',
		});
		expect(read).toMatchObject({
			ok: true,
			value: { contractId: '7', endsOn: '2025-03-31', autoRenew: true, status: 'active' },
		});
	});

	test.each([
		[{ account_id: 'a' }, 'missing-id'],
		[{ contract_id: 'C' }, 'missing-id'],
		[{ contract_id: 'C', account_id: 'a', ends_on: '2025-02-29' }, 'bad-day'],
		[
			{ contract_id: 'C', account_id: 'a', starts_on: '2025-02-02', ends_on: '2025-02-01' },
			'end-before-start',
		],
		[{ contract_id: 'C', account_id: 'a', status: 'paused' }, 'enum-value'],
	])('%o is refused: %s', (row, code) => {
		const read = readContract(row);
		expect(read.ok ? [] : read.issues.map((issue) => issue.code)).toEqual([code]);
	});

	test('a term that is no whole number is not known, with a warning', () => {
		const read = readContract({ contract_id: 'C', account_id: 'a', term_months: 'twelve', notice_days: -3 });
		expect(read).toMatchObject({ ok: true, value: { termMonths: null, noticeDays: null } });
		expect(read.ok && read.warnings.map(({ path }) => path)).toEqual(['term_months', 'notice_days']);
	});
});
