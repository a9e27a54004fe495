import { addMonths } from './addMonths';
import type { Random } from './createRandom';
import type { Life, LifeContract } from './Life';
import type { Profile } from './profileAccount';

/** Raises or lowers how many leave; 0 would be every second one. */
const LEVEL = -2.6;
/** Standard deviation of everything else that decides, which nobody can see in advance. */
const LUCK = 1.3;

/**
 * The customer's decision about the next term, in the week of its decision day: it leaves when its reasons to leave and luck together
 * are positive, else it renews with more, fewer or the same seats. Writes contract, outcomes and end into the life.
 *
 * @returns seats from then on (those of the new term count from the next week)
 */
export function decideRenewal(
	profile: Profile,
	life: Life,
	week: number,
	seats: number,
	random: Random,
): number {
	const contract = life.contracts.at(-1);
	const sunday = life.firstMonday + 7 * week + 6;
	if (contract === undefined || contract.fate !== 'running' || life.endedOn !== null) return seats;
	if (contract.decidesOn > sunday || contract.decidesOn > life.asOf) return seats;

	const reasons = reasonsToLeave(profile, life, week);
	const push = reasons.reduce((sum, [, weight]) => sum + weight, LEVEL);
	if (push + LUCK * random.normal() > 0) {
		leave(life, contract, seats, pickReason(reasons, random), random);
		return seats;
	}
	return renew(life, contract, week, seats, random);
}

type Reason = readonly [reason: string, weight: number];

function reasonsToLeave(profile: Profile, life: Life, week: number): Reason[] {
	const value = life.value[week] ?? 0;
	return [
		['missing_value', -0.95 * value],
		['champion_left', life.champion[week] === 1 ? -0.15 : 0.7],
		['price', 0.5 * life.pricePressure],
		['support', 0.3 * ((life.pain[week] ?? 0) - 0.3)],
		['poor_fit', -0.2 * life.fit],
		['no_budget', profile.tier === 'starter' ? 0.25 : profile.tier === 'enterprise' ? -0.3 : 0],
	];
}

/** Mostly the heaviest reason; sometimes what people say is another one. */
function pickReason(reasons: readonly Reason[], random: Random): string {
	let best: Reason = ['competitor', 0.55 + 0.5 * random.normal()];
	for (const [reason, weight] of reasons) {
		const felt = weight + 0.35 * random.normal();
		if (felt > best[1]) best = [reason, felt];
	}
	return best[0];
}

function leave(life: Life, contract: LifeContract, seats: number, reason: string, random: Random): void {
	life.endedOn = contract.endsOn;
	// One in seven says nothing and is missed weeks later.
	life.endKnownOn = random.chance(0.86)
		? Math.min(contract.decidesOn + random.integer(0, 10), contract.endsOn)
		: contract.endsOn + random.integer(3, 30);
	contract.fate = 'ended';
	life.outcomes.push({
		kind: 'churned',
		occurredOn: contract.endsOn,
		knownOn: life.endKnownOn,
		seatsBefore: seats,
		seatsAfter: 0,
		unitPriceBefore: contract.unitPrice,
		unitPriceAfter: 0,
		voluntary: true,
		reason,
	});
}

function renew(life: Life, contract: LifeContract, week: number, seats: number, random: Random): number {
	const mood = (life.value[week] ?? 0) + 0.6 * random.normal();
	const factor = mood > 1 ? random.between(1.08, 1.4) : mood < -0.7 ? random.between(0.65, 0.95) : 1;
	const seatsAfter = Math.max(1, Math.round(seats * factor));
	const upliftRate = random.pick([0, 0, 0.03, 0.05, 0.07]);
	const unitPrice = Math.round(contract.unitPrice * (1 + upliftRate));
	const startsOn = contract.endsOn + 1;
	const signedOn = contract.decidesOn + random.integer(0, 20);
	const knownOn = random.chance(0.9) ? signedOn : Math.max(signedOn, startsOn) + random.integer(2, 20);
	const endsOn = addMonths(startsOn, contract.termMonths) - 1;
	contract.fate = 'renewed';
	life.contracts.push({
		...contract,
		number: contract.number + 1,
		signedOn,
		startsOn,
		endsOn,
		unitPrice,
		upliftRate,
		lines: [{ seats: seatsAfter, startsOn, recordedOn: knownOn }],
		decidesOn: endsOn - random.integer(15, 70),
		fate: 'running',
	});
	const common = { occurredOn: startsOn, knownOn, voluntary: true };
	const before = { seatsBefore: seats, unitPriceBefore: contract.unitPrice };
	life.outcomes.push({
		...common,
		...before,
		kind: 'renewed',
		seatsAfter: seats,
		unitPriceAfter: unitPrice,
		reason: upliftRate > 0 ? 'renewed_with_uplift' : 'renewed_as_is',
	});
	if (seatsAfter !== seats) {
		life.outcomes.push({
			...common,
			kind: seatsAfter > seats ? 'expanded' : 'contracted',
			seatsBefore: seats,
			seatsAfter,
			unitPriceBefore: unitPrice,
			unitPriceAfter: unitPrice,
			reason:
				seatsAfter > seats
					? random.pick(['usage_growth', 'new_team'])
					: random.pick(['unused_seats', 'no_budget']),
		});
	}
	return seatsAfter;
}
