import { addDays } from '../../../scoring/core/addDays';
import type { ScorePoint } from '../../../scoring/health/thinToWeeks';

/** Uniform numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Standard normal numbers from uniform ones (Box and Muller). */
export function normal(uniform: () => number): () => number {
	return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

export interface World {
	readonly accounts: number;
	readonly weeks: number;
	/** Standard deviation of an account's ups and downs, in points. */
	readonly noise: number;
	/** Correlation of one week's ups and downs with the week before. */
	readonly lagOne: number;
	/** Height of the yearly wave that all accounts share, in points. */
	readonly wave: number;
	/** Depth of the two-week holiday dip that all accounts share, in points. */
	readonly dip: number;
}

/** Weekly scores of accounts that go nowhere: a level, shared wave and dip, and noise of their own. */
export function simulateFlat(world: World, uniform: () => number): ScorePoint[][] {
	const gauss = normal(uniform);
	const phase = uniform() * 52;
	const holiday = Math.floor(uniform() * world.weeks);
	return Array.from({ length: world.accounts }, () => {
		const level = 60 + uniform() * 25;
		let state = gauss();
		return Array.from({ length: world.weeks }, (_, week) => {
			state = world.lagOne * state + Math.sqrt(1 - world.lagOne ** 2) * gauss();
			const dip = week === holiday || week === holiday + 1 ? world.dip : 0;
			const season = world.wave * Math.sin((2 * Math.PI * (week + phase)) / 52) - dip;
			return { on: addDays('2023-01-02', 7 * week), value: level + season + world.noise * state };
		});
	});
}

/** The same history with a steady fall over the last weeks. */
export function plantFall(history: readonly ScorePoint[], points: number, weeks: number): ScorePoint[] {
	return history.map(({ on, value }, index) => {
		const passed = Math.max(0, index - (history.length - 1 - weeks));
		return { on, value: value - (points * passed) / weeks };
	});
}
