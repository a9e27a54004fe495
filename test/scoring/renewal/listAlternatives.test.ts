import { createLocalDay } from '../../../scoring/renewal/createLocalDay';
import { listAlternatives } from '../../../scoring/renewal/listAlternatives';
import { planRenewal } from '../../../scoring/renewal/planRenewal';
import { relateContracts } from '../../../scoring/renewal/relateContracts';
import { account, contract, facts, line, planFirst, portfolio, settings } from './planFixtures';

const OFFER = { name: 'Rival', yearlyMinor: 70_000_000, oneTimeMinor: 15_000_000 };
const offered = (currency: string | null) =>
	planFirst({
		contracts: [contract({ upliftRate: 0.04 })],
		accounts: new Map([
			['techcorp', account({ facts: facts({ otherOffers: [OFFER], budgetCurrency: currency }) })],
		]),
	});

test('the proposal, the contract as it runs, and offers of others, each against the proposal in the first year', () => {
	const alternatives = listAlternatives(offered('USD'));
	expect(alternatives.map(({ name, differenceMinor }) => [name, differenceMinor])).toEqual([
		['As proposed', 0],
		['As it runs today', -3_500_000],
		['Rival', -6_000_000],
	]);
	expect(alternatives.map(({ source }) => source)).toEqual(['proposal', 'proposal', 'customer']);
});

test('an offer in another currency is left out: it cannot be compared', () => {
	expect(listAlternatives(offered('EUR')).map(({ name }) => name)).not.toContain('Rival');
});

test('one contract alone is planned as it is within its portfolio', () => {
	const of = portfolio();
	const alone = planRenewal(contract(), {
		settings: settings(),
		portfolio: of,
		relations: relateContracts(of.contracts, '2024-11-24'),
		said: new Set(),
		today: createLocalDay('2024-11-24')(null),
		lines: [line()],
		account: account(),
		carriesExpansions: false,
	});
	expect(alone).toEqual(planFirst());
	expect(alone.daysToEnd).toBe(127);
});
