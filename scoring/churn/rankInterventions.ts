import { roundHalfUp } from '../core/roundHalfUp';
import { expectedLoss } from './expectedLoss';
import { INTERVENTION_STRATEGIES, type InterventionStrategy } from './interventionStrategies';

export interface RankedIntervention extends InterventionStrategy {
	/** 1 is the best by `retention` (or by `netMinor`, where all costs are known). */
	readonly rank: number;
	/** 0 to 1: 1 - probability * (1 - save). */
	readonly retention: number;
	/** ARR it is expected to save against doing nothing, whole minor units; null: ARR not known. */
	readonly arrSavedMinor: number | null;
	/** That less its cost; null: one of them is not known. */
	readonly netMinor: number | null;
	readonly reachesTarget: boolean;
	/** One of them is. */
	readonly recommended: boolean;
	readonly words: string;
}

export interface InterventionOptions {
	readonly arrMinor?: number | null;
	/** Retention to be reached, 0 to 1; default 0.85 (the seed's). */
	readonly target?: number;
	/** By rising effort, which stands for the cost where costs are not known. */
	readonly strategies?: readonly InterventionStrategy[];
}

/**
 * What each kind of help would make of a churn probability (0 to 1): retention = 1 - p (1 - save). Recommended is the cheapest that reaches the
 * target, else the one that keeps most. Best first; of equals the cheaper.
 *
 * @example
 * rankInterventions(0.78).map(({ id, retention }) => [id, Math.round(100 * retention)])
 * // => [['executive', 89], ['comprehensive', 73], ['standard', 45], ['no_action', 22]]
 */
export function rankInterventions(
	probability: number,
	options: InterventionOptions = {},
): RankedIntervention[] {
	const { arrMinor = null, target = 0.85, strategies = INTERVENTION_STRATEGIES } = options;
	const p = Math.min(1, Math.max(0, probability));
	const costed = strategies.every(({ costMinor }) => costMinor !== null);
	const efforts = new Map(
		strategies.map(({ id, costMinor }, order) => [id, costed ? (costMinor as number) : order]),
	);
	const effortOf = ({ id }: { readonly id: string }): number => efforts.get(id) as number;
	const judged = strategies.map((strategy) => {
		const retention = 1 - p * (1 - strategy.save);
		const arrSavedMinor = expectedLoss(p * strategy.save, arrMinor);
		const { costMinor } = strategy;
		return {
			...strategy,
			retention,
			arrSavedMinor,
			netMinor: arrSavedMinor === null || costMinor === null ? null : arrSavedMinor - costMinor,
			reachesTarget: retention >= target - 1e-12,
		};
	});
	const byNet = judged.every(({ netMinor }) => netMinor !== null);
	const worth = (one: (typeof judged)[number]): number => (byNet ? (one.netMinor as number) : one.retention);
	const best = [...judged].sort((a, b) => b.retention - a.retention || effortOf(a) - effortOf(b))[0];
	const cheapest = [...judged]
		.filter(({ reachesTarget }) => reachesTarget)
		.sort((a, b) => effortOf(a) - effortOf(b) || b.retention - a.retention)[0];
	const chosen = cheapest ?? best;
	return judged
		.sort((a, b) => worth(b) - worth(a) || effortOf(a) - effortOf(b))
		.map((intervention, index) => ({
			...intervention,
			rank: index + 1,
			recommended: intervention.id === chosen?.id,
			words: wordIntervention(intervention, intervention.id === chosen?.id, target),
		}));
}

function wordIntervention(
	one: InterventionStrategy & { readonly retention: number; readonly reachesTarget: boolean },
	chosen: boolean,
	target: number,
): string {
	const percent = (share: number): string => `${roundHalfUp(100 * share)} %`;
	const source =
		one.basis === 'seed' ? 'by rule of thumb, not measured' : `from ${one.accounts} own accounts`;
	const head = `${chosen ? (one.recommendedAs ?? one.label) : one.label}: ${percent(one.retention)} retention ${source}`;
	if (!chosen) return head;
	return one.reachesTarget
		? `${head}; recommended, reaches ${percent(target)}`
		: `${head}; recommended, though ${percent(target)} is out of reach`;
}
