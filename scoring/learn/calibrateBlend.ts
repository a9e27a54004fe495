import { chooseRepair } from './chooseRepair';
import { fitPlatt, type Calibration } from './fitPlatt';
import { fitShift } from './fitShift';
import { newestWindow } from './newestWindow';
import type { Steps } from './Steps';

/** Unseen rows: what the blend said, what happened, whose they are and when. */
export interface Judged {
	readonly logOdds: Float64Array;
	readonly labels: Uint8Array;
	readonly groups: Int32Array | null;
	readonly times: Float64Array | null;
}

export interface BlendCalibration {
	readonly calibration: Calibration;
	/** By judged row: 1 where the probabilities are meant for rows like it; all, or the newest when the level was set to them. */
	readonly counts: Uint8Array;
	/** The time from which on rows set the level; null: all rows did. */
	readonly newestFrom: number | null;
}

const shiftOnly = (logOdds: Float64Array, labels: Uint8Array): Calibration => ({
	slope: 1,
	intercept: fitShift(logOdds, labels),
});

function newestOf(judged: Judged, from: number): Judged {
	const isNewest = (_: number, row: number): boolean => judged.times![row]! >= from;
	return {
		logOdds: judged.logOdds.filter(isNewest),
		labels: judged.labels.filter(isNewest),
		groups: judged.groups?.filter(isNewest) ?? null,
		times: null,
	};
}

/**
 * Slope and intercept that the blended log-odds still need: Platt's where it lowers the loss of unseen rows, then, when rows have times, the level
 * of the newest window where that lowers the loss there. What did not help is not done.
 */
export function* calibrateBlend(judged: Judged, seed: number): Steps<BlendCalibration> {
	const { labels, groups, times } = judged;
	const platt = yield* chooseRepair(judged.logOdds, labels, fitPlatt, { seed, groups });
	const repaired = judged.logOdds.map((logOdds) => platt.slope * logOdds + platt.intercept);
	const everyRow = new Uint8Array(labels.length).fill(1);
	const from = times === null ? null : newestWindow(times, labels);
	if (from === null) return { calibration: platt, counts: everyRow, newestFrom: null };
	const newest = newestOf({ ...judged, logOdds: repaired }, from);
	const shift = yield* chooseRepair(newest.logOdds, newest.labels, shiftOnly, {
		seed,
		groups: newest.groups,
	});
	if (shift.intercept === 0) return { calibration: platt, counts: everyRow, newestFrom: null };
	return {
		calibration: { slope: platt.slope, intercept: platt.intercept + shift.intercept },
		counts: Uint8Array.from(times!, (time) => (time >= from ? 1 : 0)),
		newestFrom: from,
	};
}
