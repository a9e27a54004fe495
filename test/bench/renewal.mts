// Figures on renewals: 100,000 contracts planned and forecast on one core, and the distribution against simulation.
import { addDays } from '../../scoring/core/addDays';
import { createRandom } from '../../scoring/learn/createRandom';
import { buildBridge } from '../../scoring/renewal/buildBridge';
import { caseOfPlan } from '../../scoring/renewal/caseOfPlan';
import type { Contract, ContractLine } from '../../scoring/renewal/Contract';
import { createShock } from '../../scoring/renewal/createShock';
import { defaultRenewalRates } from '../../scoring/renewal/defaultRenewalRates';
import { distributeRenewals } from '../../scoring/renewal/distributeRenewals';
import { forecastRenewals } from '../../scoring/renewal/forecastRenewals';
import { parseStages } from '../../scoring/renewal/parseStages';
import { planRenewals } from '../../scoring/renewal/planRenewals';
import type { ForecastOptions } from '../../scoring/renewal/RenewalForecast';
import type { RenewalAccount, RenewalPortfolio, RenewalSettings } from '../../scoring/renewal/RenewalPlan';
import { unknownFacts } from '../../scoring/renewal/unknownFacts';
import type { Figure } from './run.mts';

const AS_OF = '2026-01-15';
const CONTRACTS = 100_000;
const RUNS = 3;

interface Drawn extends RenewalPortfolio {
	readonly lines: ContractLine[];
}

/** One contract per account, due at some time in the next twelve months; 100 owners, 4 segments, as a large vendor has them. */
function drawPortfolio(): Drawn {
	const random = createRandom(6);
	const contracts: Contract[] = [];
	const lines: ContractLine[] = [];
	const accounts = new Map<string, RenewalAccount>();
	for (let index = 0; index < CONTRACTS; index++) {
		const [contractId, accountId] = [`C${index}`, `A${index}`];
		const endsOn = addDays(AS_OF, Math.floor(random() * 360));
		const startsOn = addDays(endsOn, -364);
		const arrMinor = 100 + Math.floor(1_000_000 * Math.exp(2.4 * (random() + random() + random() - 1.5)));
		const signed = { previousContractId: null, signedOn: null, upliftRate: random() < 0.3 ? 0.05 : null };
		const terms = { termMonths: 12, autoRenew: random() < 0.4, noticeDays: random() < 0.5 ? 60 : null };
		contracts.push({ contractId, accountId, startsOn, endsOn, ...signed, ...terms, status: 'active' });
		const price = { quantity: 10, unitPriceMinor: null, arrMinor, currency: 'USD' };
		const rest = { startsOn, endsOn, replacesLineId: null, status: 'active' as const };
		lines.push({ lineId: `L${index}`, contractId, accountId, productId: 'plan', ...price, ...rest });
		const churn = {
			probability: 0.02 + 0.5 * random() ** 3,
			low: null,
			high: null,
			modelVersion: 'm',
			asOfOn: AS_OF,
			horizonDays: 90,
			reasons: ['sessions fell by a third', 'the champion left'],
		};
		accounts.set(accountId, {
			accountId,
			name: null,
			timeZone: index % 3 === 0 ? 'America/New_York' : null,
			currency: 'USD',
			arrMinor: null,
			csmId: `csm ${index % 100}`,
			aeId: null,
			segment: `segment ${index % 4}`,
			tier: null,
			facts: { ...unknownFacts(), churn, health: Math.floor(random() * 100) },
			expansions: [],
		});
	}
	return { contracts, lines, accounts, emitted: [], prices: [], rates: [] };
}

function settings(): RenewalSettings {
	const parsed = parseStages('90, 60, 30, 14, 7, 1', 'end');
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
	return {
		asOf: AS_OF,
		stages: {
			rules: parsed.value,
			businessDays: false,
			holidays: new Set(),
			monthToMonth: false,
			catchUpDays: 90,
		},
		estimate: { from: 'auto', rates: defaultRenewalRates(), portfolioRate: 0.9 },
		applyUplift: true,
		reprice: false,
		limits: {
			discountRate: 0.1,
			termDiscountRate: 0.05,
			creditRate: 0,
			totalRate: 0.15,
			priceLockMonths: 12,
		},
	};
}

const options: ForecastOptions = {
	asOfOn: AS_OF,
	untilOn: '2027-01-31',
	limits: { commit: 0.9, mostLikely: 0.7, best: 0.4 },
	shockSd: 0,
	defaultProbability: null,
	reportCurrency: 'USD',
	rates: [],
};

/** Shortest of a few runs in seconds, the first of which warms up. */
function shortest<Result>(run: () => Result): { seconds: number; result: Result } {
	let best = { seconds: Number.POSITIVE_INFINITY, result: run() };
	for (let turn = 0; turn < RUNS; turn++) {
		const since = process.hrtime.bigint();
		const result = run();
		const seconds = Number(process.hrtime.bigint() - since) / 1e9;
		if (seconds < best.seconds) best = { seconds, result };
	}
	return best;
}

const seconds = (figure: string, value: number, limit: number | null): Figure => ({
	figure,
	value,
	unit: 's',
	...(limit === null ? {} : { target: `under ${limit} s` }),
	met: limit === null ? null : value < limit,
});

/** The quantiles of a distribution against those of many draws of the same portfolio. */
function againstSimulation(contracts: number, draws: number): Figure[] {
	const random = createRandom(contracts);
	const amounts = Array.from(
		{ length: contracts },
		() => 100 + Math.floor(1e6 * Math.exp(2.4 * (random() + random() + random() - 1.5))),
	);
	const probabilities = amounts.map(() => 0.98 - 0.5 * random() ** 3);
	const { seconds: own, result } = shortest(() =>
		distributeRenewals({ amounts, probabilities }, createShock(0)),
	);
	const since = process.hrtime.bigint();
	const sums = new Float64Array(draws);
	for (let draw = 0; draw < draws; draw++) {
		let sum = 0;
		for (let index = 0; index < contracts; index++) {
			if (random() < (probabilities[index] as number)) sum += amounts[index] as number;
		}
		sums[draw] = sum;
	}
	sums.sort();
	const simulated = Number(process.hrtime.bigint() - since) / 1e9;
	const worst = Math.max(
		...result.quantiles.map(
			({ share, value }) => Math.abs(value - (sums[Math.floor(share * draws)] as number)) / result.sd,
		),
	);
	const name = `renewal distribution of ${contracts.toLocaleString('en-US')} contracts`;
	return [
		{
			figure: `${name}: largest error of nine quantiles against ${draws.toLocaleString('en-US')} draws`,
			value: worst,
			unit: 'standard deviations',
			target: 'under 0.05',
			met: worst < 0.05,
		},
		{
			figure: `${name}: time`,
			value: own * 1000,
			unit: 'ms',
			peer: 'simulation',
			peerValue: simulated * 1000,
			met: null,
		},
	];
}

/** Planning, forecast and bridge of 100,000 contracts, and the distribution against simulation. */
export function benchRenewal(): Figure[] {
	const portfolio = drawPortfolio();
	const standard = settings();
	const planned = shortest(() => planRenewals(portfolio, standard));
	const forecast = shortest(() =>
		forecastRenewals(
			planned.result.map((plan) => caseOfPlan(plan, null, null)),
			options,
		),
	);
	const known = { recordedAt: null, supersededAt: null, rollsByMonths: null };
	const lines = portfolio.lines.map((line, index) => ({
		...line,
		accountId: `A${index % 40_000}`,
		...known,
	}));
	const cut = Date.parse(`${AS_OF}T23:59:59Z`);
	const bridge = shortest(() =>
		buildBridge(lines, {
			openingOn: '2025-10-31',
			closingOn: '2026-06-30',
			openingCut: cut,
			closingCut: cut,
			reportCurrency: 'USD',
			rates: [],
			graceDays: 30,
		}),
	);
	return [
		seconds('100,000 contracts planned and forecast', planned.seconds + forecast.seconds, 3),
		seconds('100,000 contracts: planned', planned.seconds, null),
		seconds('100,000 contracts: forecast by month, owner, segment and category', forecast.seconds, null),
		seconds('100,000 contract lines: bridge, GRR and NRR', bridge.seconds, null),
		...againstSimulation(200, 200_000),
		...againstSimulation(2_000, 150_000),
		...againstSimulation(20_000, 30_000),
	];
}
