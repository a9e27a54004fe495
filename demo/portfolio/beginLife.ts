import { currencyExponent } from '../../scoring/core/currencyExponent';
import { addMonths } from './addMonths';
import type { Random } from './createRandom';
import type { Life, LifeContract } from './Life';
import { UNITS_PER_DOLLAR } from './places';
import type { Profile } from './profileAccount';

/** Full weeks of data before the running one: 18 months. */
const FULL_WEEKS = 78;

/** A price per seat and year in minor units, whole in major units. */
function unitPriceOf({ seatPriceDollars, place }: Profile): number {
	const major = Math.round(seatPriceDollars * (UNITS_PER_DOLLAR[place.currency] ?? 1));
	return major * 10 ** currencyExponent(place.currency);
}

/** The contract that runs on a day: terms follow each other from the customer's first day. */
function contractOn(profile: Profile, startedOn: number, day: number, random: Random): LifeContract {
	let number = 1;
	let startsOn = startedOn;
	let next = addMonths(startedOn, profile.termMonths);
	while (next <= day) {
		startsOn = next;
		number += 1;
		next = addMonths(startedOn, profile.termMonths * number);
	}
	return {
		number,
		signedOn: startsOn - random.integer(1, 25),
		startsOn,
		endsOn: next - 1,
		termMonths: profile.termMonths,
		unitPrice: unitPriceOf(profile),
		upliftRate: 0,
		lines: [{ seats: profile.seats, startsOn, recordedOn: startsOn }],
		decidesOn: next - 1 - random.integer(15, 70),
		autoRenew: random.chance(0.6),
		noticeDays: profile.tier === 'enterprise' ? 90 : random.pick([30, 30, 60]),
		fate: 'running',
	};
}

/**
 * A customer at the start of the window (or of its own life, if later), with nothing simulated yet: latent fit and price pressure,
 * the contract that runs then, and empty weeks.
 *
 * @param asOf day number of the portfolio
 */
export function beginLife(profile: Profile, asOf: number, random: Random): Life {
	// 1970-01-01 was a Thursday.
	const monday = asOf - ((asOf + 3) % 7);
	const firstMonday = monday - 7 * FULL_WEEKS;
	const weeks = FULL_WEEKS + 1;
	const startedOn = asOf - profile.ageDays;
	const fit = random.normal();
	const days = 40 - 15 * fit + 14 * random.normal() + (profile.tier === 'enterprise' ? 14 : 0);
	const life: Life = {
		firstMonday,
		weeks,
		asOf,
		firstWeek: Math.max(0, Math.floor((startedOn - firstMonday) / 7)),
		fit,
		pricePressure: random.normal(),
		value: new Float64Array(weeks),
		pain: new Float64Array(weeks),
		champion: new Uint8Array(weeks),
		seats: new Int32Array(weeks),
		commitment: new Float64Array(weeks).fill(1),
		startedOn,
		endedOn: null,
		endKnownOn: null,
		firstValueDays: Math.round(Math.min(190, Math.max(4, days))),
		contracts: [],
		outcomes: [],
		championChanges: [],
	};
	if (profile.tier !== 'community') {
		life.contracts.push(contractOn(profile, startedOn, Math.max(startedOn, firstMonday), random));
	}
	return life;
}
