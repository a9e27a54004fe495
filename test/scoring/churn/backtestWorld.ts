import { addDays } from '../../../scoring/core/addDays';
import { createRandom } from '../../../scoring/learn/createRandom';
import type {
	ArrRow,
	Backtest,
	BacktestOptions,
	OutcomeRow,
	ScorePoint,
} from '../../../scoring/churn/Backtest';
import { backtestScore } from '../../../scoring/churn/backtestScore';
import { finishSteps } from '../learn/finishSteps';

export const AS_OF = '2024-12-31';

export interface World {
	readonly points: ScorePoint[];
	readonly outcomes: OutcomeRow[];
	readonly accounts: ArrRow[];
}

export interface WorldOptions {
	readonly accounts: number;
	/** Every so manieth account churns. */
	readonly churnEvery: number;
	/** Points by which churned accounts lie lower than the others; the noise has a range of 40. */
	readonly signal: number;
	readonly weeks?: number;
	readonly seed?: number;
}

/** Days before AS_OF as texts; writing them is what takes the time. */
const DAYS = Array.from({ length: 1000 }, (_, days) => addDays(AS_OF, -days));

/** A portfolio with weekly health scores: every n-th account churned in the last year, of the others every second one renewed. */
export function simulateWorld({ accounts, churnEvery, signal, weeks = 60, seed = 1 }: WorldOptions): World {
	const random = createRandom(seed);
	const world: World = { points: [], outcomes: [], accounts: [] };
	for (let number = 0; number < accounts; number++) {
		const account_id = `A${String(number).padStart(5, '0')}`;
		const churns = number % churnEvery === 0;
		const renews = !churns && number % 2 === 0;
		const ago = churns || renews ? Math.floor(random() * 200) : 0;
		const on = DAYS[ago] as string;
		world.accounts.push({ account_id, name: account_id, arr_minor: 100_000 + number, currency: 'EUR' });
		if (churns || renews) {
			world.outcomes.push({ account_id, kind: churns ? 'churned' : 'renewed', occurred_on: on });
		}
		for (let week = 0; week < weeks; week++) {
			const as_of_on = DAYS[ago + 7 * week] as string;
			const value = 60 - (churns ? signal : 0) + 40 * (random() - 0.5);
			world.points.push({ account_id, as_of_on, computed_at: `${as_of_on}T05:00:00.000Z`, value });
		}
	}
	return world;
}

/** The backtest of a world; throws when the options are refused. */
export function runBacktest(world: World, options: Partial<BacktestOptions> = {}): Backtest {
	const outcome = finishSteps(
		backtestScore(world.points, world.outcomes, world.accounts, { asOfOn: AS_OF, ...options }),
	);
	if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join(' '));
	return outcome.value;
}

/** The result so many days ahead. */
export function ahead(backtest: Backtest, days: number): Backtest['horizons'][number] {
	const found = backtest.horizons.find(({ horizonDays }) => horizonDays === days);
	if (found === undefined) throw new Error(`no horizon of ${days} days`);
	return found;
}

export const point = (
	account_id: string,
	as_of_on: string,
	value: number | null,
	computed_at?: string,
): ScorePoint => ({
	account_id,
	as_of_on,
	value,
	computed_at: computed_at ?? `${as_of_on}T05:00:00.000Z`,
});

export const churned = (
	account_id: string,
	occurred_on: string,
	arr_change_minor: number | null = null,
): OutcomeRow => ({
	account_id,
	kind: 'churned',
	occurred_on,
	arr_change_minor,
	currency: 'EUR',
});
