import type { Random } from './createRandom';
import { formatDay } from './formatDay';
import type { Life } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';
import { seasonOf } from './seasonOf';
import { sigmoid } from './sigmoid';
import { workflowLimitOf } from './workflowLimitOf';

const FEATURES = { community: 10, starter: 18, professional: 30, enterprise: 45 } as const;

export interface UsageView {
	readonly rows: PortfolioRow[];
	/** Day number on which each row arrived. */
	readonly arrivedOn: number[];
}

/** Whole number around a mean, spread like counts are: more than a Poisson's, as a negative binomial's. */
function countAround(mean: number, spread: number, random: Random): number {
	return Math.max(0, Math.round(mean + Math.sqrt(mean + spread * mean * mean) * random.normal()));
}

/**
 * What the product measured, week by week from Monday: counts with overdispersion around levels that follow the value realised, the
 * champion and pain, drift on their own (autocorrelated) and breathe with the season. Some feeds lose weeks, come days late or stop for good.
 */
export function writeUsage(profile: Profile, life: Life, random: Random): UsageView {
	const rows: PortfolioRow[] = [];
	const arrivedOn: number[] = [];
	const available = FEATURES[profile.tier];
	const weeklyLimit = workflowLimitOf(profile) / (365.25 / 12 / 7);
	const habit = {
		users: 0.25 * random.normal(),
		features: 0.4 * random.normal(),
		volume: 0.5 * random.normal(),
	};
	const lag = random.weighted([
		[0, 24],
		[1, 24],
		[2, 20],
		[3, 18],
		[4, 10],
		[9, 4],
	]);
	const lostShare = random.chance(0.1) ? 0.12 : 0.004;
	const stopsOn = random.chance(0.035) ? life.asOf - random.integer(25, 120) : Infinity;
	const sessionsPerUser = random.between(2, 5.5);
	const knowsFirstValue = random.chance(0.94);
	let drift = 0;
	for (let week = life.firstWeek; week < life.weeks - 1; week++) {
		const monday = life.firstMonday + 7 * week;
		if (life.endedOn !== null && monday + 6 > life.endedOn) break;
		drift = 0.65 * drift + 0.44 * random.normal();
		const arrives = monday + 7 + (random.chance(0.9) ? lag : lag + random.integer(1, 4));
		const level = levelsOf(life, week, drift, habit);
		const season = seasonOf(profile.industry, profile.place, monday) * (life.commitment[week] ?? 1);
		const seats = life.seats[week] ?? 0;
		const users = Math.min(seats, countAround(seats * Math.min(1, level.users * season), 0.002, random));
		const completed = countAround(weeklyLimit * level.volume * season, 0.006, random);
		const errors = countAround(completed * 0.01 * (0.5 + (life.pain[week] ?? 0)), 0.1, random);
		const used = Math.min(available, Math.round(available * level.features + 0.5 * random.normal()));
		const sessions = countAround(users * sessionsPerUser * season, 0.01, random);
		if (random.chance(lostShare) || monday + 7 > stopsOn) continue;
		if (arrives > life.asOf) continue;
		const age = monday + 6 - life.startedOn;
		rows.push({
			account_id: profile.accountId,
			period: 'week',
			starts_on: formatDay(monday),
			active_users: users,
			licensed_users: seats,
			sessions,
			features_used: Math.max(users > 0 ? 1 : 0, used),
			features_available: available,
			advanced_share: Math.round(100 * Math.min(1, Math.max(0, level.features - 0.25))) / 100,
			workflows_started: completed + errors,
			workflows_completed: completed,
			api_calls: completed * (3 + (profile.index % 5)),
			errors,
			more_json:
				knowsFirstValue && age >= life.firstValueDays ? `{"first_value_days":${life.firstValueDays}}` : null,
		});
		arrivedOn.push(arrives);
	}
	return { rows, arrivedOn };
}

interface Levels {
	readonly users: number;
	readonly features: number;
	readonly volume: number;
}

/** Shares 0 to 1 (volume may exceed the limit); new customers start low. */
function levelsOf(life: Life, week: number, drift: number, habit: Levels): Levels {
	const value = life.value[week] ?? 0;
	const mood = 0.25 * (life.champion[week] ?? 0) - 0.2 * (life.pain[week] ?? 0) + drift;
	const age = Math.max(0, life.firstMonday + 7 * week + 3 - life.startedOn);
	const rollOut = age > 200 ? 0 : -1.7 * (1 - age / 200) * (1 - age / 200);
	return {
		users: sigmoid(1.05 + 1.05 * value + mood + habit.users + rollOut),
		features: sigmoid(0.5 + 0.85 * value + 0.3 * mood + habit.features + rollOut),
		volume: 1.1 * sigmoid(0.6 + 0.95 * value + mood + habit.volume + rollOut),
	};
}
