import { createRandom, type Random } from './createRandom';
import { accountIdOf } from './accountIdOf';
import { nameCompany } from './nameCompany';
import { PLACES, type Place } from './places';

export type Tier = 'community' | 'starter' | 'professional' | 'enterprise';
export type Industry = 'healthcare' | 'financial' | 'technology' | 'manufacturing' | 'other';

/** What hardly changes about a customer. */
export interface Profile {
	readonly index: number;
	readonly accountId: string;
	readonly name: string;
	readonly domain: string;
	readonly parentId: string | null;
	readonly place: Place;
	readonly tier: Tier;
	readonly industry: Industry;
	readonly companySize: 'small' | 'medium' | 'large' | 'enterprise';
	readonly segment: 'startup' | 'smb' | 'mid_market' | 'enterprise';
	/** Seats at the start. */
	readonly seats: number;
	/** US dollars per seat and year. */
	readonly seatPriceDollars: number;
	/** Age in days at the end of the window; below 546 the customer joined inside it. */
	readonly ageDays: number;
	readonly csmId: string;
	readonly aeId: string;
	readonly termMonths: number;
	readonly billing: 'annual' | 'quarterly' | 'monthly';
}

const SIZES = {
	community: [
		['small', 75],
		['medium', 22],
		['large', 3],
	],
	starter: [
		['small', 42],
		['medium', 48],
		['large', 9],
		['enterprise', 1],
	],
	professional: [
		['small', 10],
		['medium', 46],
		['large', 34],
		['enterprise', 10],
	],
	enterprise: [
		['medium', 8],
		['large', 32],
		['enterprise', 60],
	],
} as const;
const SEGMENTS = {
	small: 'smb',
	medium: 'mid_market',
	large: 'mid_market',
	enterprise: 'enterprise',
} as const;
const SEATS = {
	community: [3, 9],
	starter: [5, 25],
	professional: [20, 130],
	enterprise: [110, 900],
} as const;
const PRICES = { community: 0, starter: 300, professional: 620, enterprise: 980 } as const;
const CSMS_PER_REGION = { amer: [1, 11], emea: [12, 19], apac: [20, 24] } as const;
const AES_PER_REGION = { amer: [1, 4], emea: [5, 7], apac: [8, 8] } as const;

const numbered = (prefix: string, number: number): string => `${prefix}_${String(number).padStart(2, '0')}`;

/** One in twenty-five belongs to a group; a cheap draw of its own, so that a child can ask it of a possible parent. */
const isChild = (seed: number, index: number): boolean => createRandom(seed, index, 'child').chance(0.04);

function parentOf(seed: number, index: number): number | null {
	if (!isChild(seed, index)) return null;
	const parent = index - createRandom(seed, index, 'parent').integer(1, 25);
	return parent < 0 || isChild(seed, parent) ? null : parent;
}

function drawAge(random: Random): number {
	// Two in five joined inside the window of 18 months, one in twenty less than 90 days ago.
	const draw = random.next();
	if (draw < 0.055) return random.integer(10, 89);
	if (draw < 0.4) return random.integer(90, 540);
	return random.integer(541, 2000);
}

/**
 * Who a customer is: drawn from the account's own streams, so that account 7 is the same in a portfolio of ten and of a million.
 * A member of a group carries its parent's name and sits in the next country of the list.
 */
export function profileAccount(seed: number, index: number): Profile {
	const random = createRandom(seed, index, 'profile');
	const place = random.weighted(PLACES.map((candidate) => [candidate, candidate.weight] as const));
	const tier = random.weighted<Tier>([
		['community', 200],
		['starter', 470],
		['professional', 410],
		['enterprise', 170],
	]);
	const companySize = random.weighted<keyof typeof SEGMENTS>(SIZES[tier]);
	const industry = random.weighted<Industry>([
		['technology', 28],
		['other', 28],
		['financial', 18],
		['healthcare', 14],
		['manufacturing', 12],
	]);
	const [fewest, most] = SEATS[tier];
	const share = random.next();
	const ageDays = drawAge(random);
	const parent = parentOf(seed, index);
	const own = nameCompany(createRandom(seed, index, 'name'), place, index);
	const [csmFrom, csmTo] = CSMS_PER_REGION[place.region];
	const [aeFrom, aeTo] = AES_PER_REGION[place.region];
	return {
		index,
		accountId: accountIdOf(index),
		name: parent === null ? own.name : `${profileAccount(seed, parent).name} (${place.country})`,
		domain: own.domain,
		parentId: parent === null ? null : accountIdOf(parent),
		place,
		tier,
		industry,
		companySize,
		segment: companySize === 'small' && random.chance(0.45) ? 'startup' : SEGMENTS[companySize],
		seats: Math.round(fewest + (most - fewest) * share * share),
		seatPriceDollars: Math.round(PRICES[tier] * random.between(0.8, 1.2)),
		ageDays,
		csmId: numbered('CSM', random.integer(csmFrom, csmTo)),
		aeId: numbered('AE', random.integer(aeFrom, aeTo)),
		termMonths: tier === 'enterprise' ? random.pick([12, 12, 24, 36]) : random.chance(0.93) ? 12 : 24,
		billing:
			tier === 'starter'
				? random.pick(['annual', 'monthly'])
				: random.pick(['annual', 'annual', 'quarterly']),
	};
}
