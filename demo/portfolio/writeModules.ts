import type { Random } from './createRandom';
import { formatDay } from './formatDay';
import { formatInstant } from './formatInstant';
import type { Life, LifeContract } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import { MODULES, priceIn } from './priceBook';
import type { Profile } from './profileAccount';
import type { ContractRows } from './writeContracts';

/** Who has a second product. */
const SHARE = { community: 0, starter: 0, professional: 0.3, enterprise: 0.5 } as const;

interface Held {
	productId: string;
	/** Minor units a year. */
	price: number;
	lineId: string;
}

/**
 * Lines of an add-on product beside the plan, for some accounts: bought with a contract or in between (cross-sell), renewed with the
 * plan's uplift, now and then dropped or exchanged for the other one. Drawn from a stream of its own: nothing else of the account knows of it.
 */
export function writeModules(
	profile: Profile,
	life: Life,
	contracts: ContractRows,
	random: Random,
): ContractRows {
	if (!random.chance(SHARE[profile.tier])) return contracts;
	const lines: PortfolioRow[] = [];
	let arrMinor = contracts.arrMinor;
	let held: Held | null = null;
	for (const contract of life.contracts) {
		const row = contracts.contracts.find((each) => each.starts_on === formatDay(contract.startsOn));
		if (row === undefined) break;
		const line: Bought | null =
			held === null ? buy(profile, contract, random) : renew(held, contract, random);
		const lineId = `${String(row.contract_id)}_M1`;
		const before = held?.lineId ?? null;
		held = line === null ? null : { ...line, lineId };
		const endsOn = Math.min(
			contract.endsOn,
			row.status === 'terminated' ? (life.endedOn ?? Infinity) : Infinity,
		);
		if (line === null || line.recordedOn > life.asOf || line.startsOn > endsOn) continue;
		const isLater = line.startsOn > contract.startsOn;
		if (isLater && line.startsOn > life.asOf) continue;
		if (row.status === 'active' && contract.startsOn <= life.asOf) arrMinor += line.price;
		lines.push({
			line_id: lineId,
			contract_id: row.contract_id ?? null,
			account_id: profile.accountId,
			product_id: line.productId,
			quantity: 1,
			unit_price_minor: line.price,
			arr_minor: line.price,
			currency: profile.place.currency,
			starts_on: formatDay(line.startsOn),
			ends_on: formatDay(endsOn),
			replaces_line_id: before,
			status: row.status === 'active' ? 'active' : 'ended',
			recorded_at: formatInstant(line.recordedOn, 615),
			superseded_at: null,
		});
	}
	return { ...contracts, lines: [...contracts.lines, ...lines], arrMinor };
}

interface Bought {
	readonly productId: string;
	readonly price: number;
	readonly startsOn: number;
	readonly recordedOn: number;
}

function buy(profile: Profile, contract: LifeContract, random: Random): Bought | null {
	if (!random.chance(0.6)) return null;
	const { productId, dollars } = random.pick(MODULES);
	const price = priceIn(profile.place.currency, dollars * random.between(0.85, 1));
	if (random.chance(0.45)) {
		const recordedOn = contract.lines[0]?.recordedOn ?? contract.startsOn;
		return { productId, price, startsOn: contract.startsOn, recordedOn };
	}
	const startsOn =
		contract.startsOn + random.integer(30, Math.max(31, contract.endsOn - contract.startsOn - 60));
	return { productId, price, startsOn, recordedOn: startsOn + random.integer(0, 2) };
}

function renew(held: Held, contract: LifeContract, random: Random): Bought | null {
	const draw = random.next();
	if (draw < 0.1) return null;
	const other = MODULES.find(({ productId }) => productId !== held.productId);
	const price = Math.round(held.price * (1 + contract.upliftRate));
	return {
		productId: draw < 0.22 ? (other?.productId ?? held.productId) : held.productId,
		price: draw < 0.22 ? held.price : price,
		startsOn: contract.startsOn,
		recordedOn: contract.lines[0]?.recordedOn ?? contract.startsOn,
	};
}
