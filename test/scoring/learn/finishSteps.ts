import type { Steps } from '../../../scoring/learn/Steps';

/** Runs a long computation to its end; how many steps it took goes to `count`. */
export function finishSteps<Result>(steps: Steps<Result>, count?: (steps: number) => void): Result {
	for (let taken = 1; ; taken++) {
		const step = steps.next();
		if (!step.done) continue;
		count?.(taken);
		return step.value;
	}
}
