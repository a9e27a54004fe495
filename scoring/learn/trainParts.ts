import { binMatrix } from './binMatrix';
import { crossFitBoosted } from './crossFitBoosted';
import { crossFitForest } from './crossFitForest';
import { crossFitLinear } from './crossFitLinear';
import type { FoldPlan } from './FoldPlan';
import { forestMargin } from './forestMargin';
import type { LinearModel } from './LinearModel';
import type { Labels, Matrix } from './Matrix';
import type { TrainedModel } from './Model';
import { stackLogOdds } from './stackLogOdds';
import type { Steps } from './Steps';
import type { TreeEnsemble } from './TreeEnsemble';

/** With fewer events boosting tells chance from nothing: linear and forest, half and half. */
const ENOUGH_TO_BOOST = 40;

export interface TrainedParts {
	readonly linear: LinearModel | null;
	readonly boosted: TreeEnsemble | null;
	readonly forest: TreeEnsemble | null;
	readonly weights: TrainedModel['weights'];
	/** Blended log-odds of the plan's judged rows, which the parts had not seen, in their order. */
	readonly outOfFold: Float64Array;
}

export interface PartOptions {
	readonly kind: 'auto' | 'lr' | 'gbdt' | 'rf';
	/** Rows with the event or without, whichever are fewer. */
	readonly events: number;
	readonly seed: number;
	readonly monotone?: Int8Array;
}

/**
 * Trains the learners that `kind` and the number of events call for, and blends them: linear and forest in equal shares below 40 events,
 * above with boosted trees in the shares that predict unseen rows best.
 */
export function* trainParts(
	matrix: Matrix,
	labels: Labels,
	plan: FoldPlan,
	options: PartOptions,
): Steps<TrainedParts> {
	const { kind, events } = options;
	const wants = (learner: PartOptions['kind']): boolean => kind === 'auto' || kind === learner;
	const linear = wants('lr') ? yield* crossFitLinear(matrix, labels, plan) : null;
	const needsTrees = wants('gbdt') || wants('rf');
	const binned = needsTrees ? yield* binMatrix(matrix) : null;
	const boosts = kind === 'gbdt' || (kind === 'auto' && events >= ENOUGH_TO_BOOST);
	const boosted = binned !== null && boosts ? yield* crossFitBoosted(binned, labels, plan, options) : null;
	const growing = { seed: options.seed, margin: forestMargin(matrix.rows) };
	const forest = binned !== null && wants('rf') ? yield* crossFitForest(binned, labels, plan, growing) : null;

	const parts = [linear, boosted, forest].filter((part) => part !== null);
	const unseen = parts.map(({ outOfFold }) => Float64Array.from(plan.judged, (row) => outOfFold[row]!));
	const equal = parts.map(() => 1 / parts.length);
	const judgedLabels = Uint8Array.from(plan.judged, (row) => labels[row]!);
	const shares = events >= ENOUGH_TO_BOOST ? yield* stackLogOdds(unseen, judgedLabels, equal) : equal;
	const shareOf = (part: unknown): number =>
		part === null ? 0 : (shares[parts.indexOf(part as never)] ?? 0);
	const weights = { linear: shareOf(linear), boosted: shareOf(boosted), forest: shareOf(forest) };
	const blended = new Float64Array(plan.judged.length);
	for (const [part, scores] of unseen.entries()) {
		for (let row = 0; row < blended.length; row++) blended[row]! += shares[part]! * scores[row]!;
	}
	return {
		// What has no weight would only take up room.
		linear: weights.linear > 0 ? linear!.part : null,
		boosted: weights.boosted > 0 ? boosted!.part : null,
		forest: weights.forest > 0 ? forest!.part : null,
		weights,
		outOfFold: blended,
	};
}
