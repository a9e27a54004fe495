import type { Contract, ContractLine } from '../../../scoring/renewal/Contract';
import { defaultRenewalRates } from '../../../scoring/renewal/defaultRenewalRates';
import { defaultStages } from '../../../scoring/renewal/defaultStages';
import type {
	RenewalAccount,
	RenewalPlan,
	RenewalPortfolio,
	RenewalSettings,
} from '../../../scoring/renewal/RenewalPlan';
import type { RenewalFacts } from '../../../scoring/renewal/RenewalFacts';
import { planRenewals } from '../../../scoring/renewal/planRenewals';
import { unknownFacts } from '../../../scoring/renewal/unknownFacts';

/** The contract of the inventory's worked example, which ends on 2025-03-31. */
export const contract = (columns: Partial<Contract> = {}): Contract => ({
	contractId: 'C-1',
	accountId: 'techcorp',
	previousContractId: null,
	signedOn: '2024-03-01',
	startsOn: '2024-04-01',
	endsOn: '2025-03-31',
	termMonths: 12,
	autoRenew: null,
	noticeDays: null,
	upliftRate: null,
	status: 'active',
	...columns,
});

export const line = (columns: Partial<ContractLine> = {}): ContractLine => ({
	lineId: 'L-1',
	contractId: 'C-1',
	accountId: 'techcorp',
	productId: 'platform',
	quantity: 1,
	unitPriceMinor: 87_500_000,
	arrMinor: 87_500_000,
	currency: 'USD',
	startsOn: '2024-04-01',
	endsOn: null,
	replacesLineId: null,
	status: 'active',
	...columns,
});

export const facts = (columns: Partial<RenewalFacts> = {}): RenewalFacts => ({
	...unknownFacts(),
	...columns,
});

export const account = (columns: Partial<RenewalAccount> = {}): RenewalAccount => ({
	accountId: 'techcorp',
	name: 'TechCorp',
	timeZone: null,
	currency: 'USD',
	arrMinor: null,
	csmId: 'csm',
	aeId: 'ae',
	segment: null,
	tier: 'enterprise',
	facts: unknownFacts(),
	expansions: [],
	...columns,
});

export const settings = (columns: Partial<RenewalSettings> = {}): RenewalSettings => ({
	asOf: '2024-11-24',
	stages: {
		rules: [
			...defaultStages().map((days) => ({ id: String(days), counts: 'end' as const, daysBefore: days })),
			{ id: 'notice', counts: 'notice', daysBefore: 0 },
		],
		businessDays: false,
		holidays: new Set(),
		monthToMonth: false,
		catchUpDays: 90,
	},
	estimate: { from: 'auto', rates: defaultRenewalRates(), portfolioRate: null },
	applyUplift: true,
	reprice: false,
	limits: { discountRate: 0, termDiscountRate: 0, creditRate: 0, totalRate: 0, priceLockMonths: 0 },
	...columns,
});

export const portfolio = (columns: Partial<RenewalPortfolio> = {}): RenewalPortfolio => ({
	contracts: [contract()],
	lines: [line()],
	accounts: new Map([['techcorp', account()]]),
	emitted: [],
	prices: [],
	rates: [],
	...columns,
});

/** Plans a portfolio and gives the plan of its first contract. */
export const planFirst = (
	of: Partial<RenewalPortfolio> = {},
	using: Partial<RenewalSettings> = {},
): RenewalPlan => planRenewals(portfolio(of), settings(using))[0] as RenewalPlan;
