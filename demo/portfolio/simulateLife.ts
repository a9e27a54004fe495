import type { Random } from './createRandom';
import { beginLife } from './beginLife';
import { decideRenewal } from './decideRenewal';
import type { Life } from './Life';
import type { Profile } from './profileAccount';

/** Moods that last: a new competitor, a reorganisation, a budget cut (down), or a new use case (up). */
interface Episode {
	strength: number;
	weeksLeft: number;
}

/**
 * The hidden life of a customer, week by week; see generateAccount.ts for the process in words. Nothing in here knows of health
 * scores, scorecards or their thresholds.
 */
export function simulateLife(profile: Profile, asOf: number, random: Random): Life {
	const life = beginLife(profile, asOf, random);
	const episode: Episode = { strength: 0, weeksLeft: 0 };
	let champion = random.chance(0.88);
	let successorIn = champion ? 0 : random.integer(3, 30);
	let pain = Math.max(0, 0.3 + 0.4 * random.normal());
	let seats = profile.seats;
	let value = 0.75 * life.fit + (champion ? 0.2 : -0.4) + 0.45 * random.normal();
	// Value comes with time: who has just begun has none yet.
	if (life.startedOn >= life.firstMonday) value = Math.min(value, 0.2) - 0.3;

	for (let week = life.firstWeek; week < life.weeks; week++) {
		const monday = life.firstMonday + 7 * week;
		if (champion && random.chance(0.0026)) {
			champion = false;
			successorIn = random.chance(0.8) ? random.integer(4, 30) : 1000;
			life.championChanges.push({ leftOn: monday + random.integer(0, 4), successorOn: null });
		} else if (!champion && --successorIn <= 0) {
			champion = true;
			const change = life.championChanges.at(-1);
			if (change !== undefined) change.successorOn = monday;
		}
		turnEpisode(episode, random);
		pain = 0.9 * pain + 0.02 * (1 - life.fit) + 0.05 * random.normal();
		if (random.chance(0.022)) pain += random.between(0.4, 1.8);
		pain = Math.max(0, pain);
		const target = 0.75 * life.fit + (champion ? 0.2 : -0.5) + episode.strength - 0.3 * (pain - 0.3);
		value += 0.055 * (target - value) + 0.08 * random.normal();

		life.value[week] = value;
		life.pain[week] = pain;
		life.champion[week] = champion ? 1 : 0;
		seats = growWithin(life, week, seats, random);
		seats = decideRenewal(profile, life, week, seats, random);
		life.seats[week] = seatsOn(life, monday, profile.seats);
		fade(life, week);
		leaveOtherwise(life, week, seats, random);
		if (life.endedOn !== null && life.endedOn < monday + 7) break;
	}
	return life;
}

function turnEpisode(episode: Episode, random: Random): void {
	if (episode.weeksLeft > 0) {
		episode.weeksLeft -= 1;
		if (episode.weeksLeft === 0) episode.strength = 0;
		return;
	}
	const draw = random.next();
	if (draw < 0.008) episode.strength = -random.between(0.9, 3);
	else if (draw < 0.013) episode.strength = random.between(0.3, 1.1);
	else return;
	episode.weeksLeft = random.integer(14, 52);
}

/** Customers that gain much buy seats before the term is over. */
function growWithin(life: Life, week: number, seats: number, random: Random): number {
	const contract = life.contracts.at(-1);
	if (contract === undefined || (life.value[week] ?? 0) < 0.4 || life.champion[week] === 0) return seats;
	if (!random.chance(0.007)) return seats;
	const day = life.firstMonday + 7 * week + random.integer(0, 4);
	if (day > contract.decidesOn || day < contract.startsOn || day < life.startedOn + 60) return seats;
	const added = Math.max(1, Math.round(seats * random.between(0.1, 0.4)));
	const recordedOn = day + (random.chance(0.85) ? random.integer(0, 2) : random.integer(8, 30));
	contract.lines.push({ seats: added, startsOn: day, recordedOn });
	life.outcomes.push({
		kind: 'expanded',
		occurredOn: day,
		knownOn: recordedOn,
		seatsBefore: seats,
		seatsAfter: seats + added,
		unitPriceBefore: contract.unitPrice,
		unitPriceAfter: contract.unitPrice,
		voluntary: true,
		reason: random.pick(['new_team', 'new_use_case', 'usage_growth']),
	});
	return seats + added;
}

/** Seats under contract on a day: a renewal signed early counts from its start. */
function seatsOn(life: Life, day: number, otherwise: number): number {
	const contract = life.contracts.filter(({ startsOn }) => startsOn <= day).at(-1) ?? life.contracts[0];
	if (contract === undefined) return otherwise;
	return contract.lines.reduce(
		(sum, { seats, startsOn }, index) => sum + (index === 0 || startsOn <= day ? seats : 0),
		0,
	);
}

/** Who has decided to leave uses less and less until the end. */
function fade(life: Life, week: number): void {
	if (life.endedOn === null) return;
	const left = (life.endedOn - (life.firstMonday + 7 * week)) / 70;
	life.commitment[week] = Math.min(1, Math.max(0.2, 0.35 + 0.6 * left));
}

/** Ends without a renewal date: insolvency and takeovers, and free accounts that fall asleep. */
function leaveOtherwise(life: Life, week: number, seats: number, random: Random): void {
	if (life.endedOn !== null) return;
	const contract = life.contracts.at(-1);
	const asleep = contract === undefined && random.chance((life.value[week] ?? 0) < -0.9 ? 0.012 : 0.0008);
	if (!asleep && !random.chance(0.0003)) return;
	const day = life.firstMonday + 7 * week + random.integer(0, 6);
	if (day > life.asOf || day < life.startedOn + 45) return;
	life.endedOn = day;
	life.endKnownOn = day + random.integer(0, 21);
	if (contract !== undefined) contract.fate = 'terminated';
	life.outcomes.push({
		kind: 'churned',
		occurredOn: day,
		knownOn: life.endKnownOn,
		seatsBefore: seats,
		seatsAfter: 0,
		unitPriceBefore: contract?.unitPrice ?? 0,
		unitPriceAfter: 0,
		voluntary: asleep,
		reason: asleep ? 'inactive' : random.pick(['insolvency', 'acquired', 'non_payment']),
	});
}
