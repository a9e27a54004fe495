import type { IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../../../scoring/core/issue';
import type { PropensityCandidate } from '../../../scoring/expansion/judgePropensity';
import type { ExpansionCase } from './ExpansionCase';

/** A trained model that is ready to be asked. */
export interface TrainedPropensity extends PropensityCandidate {
	/** Probabilities, 0 to 1, in the order of the accounts. */
	readonly predict: (
		context: IExecuteFunctions,
		cases: readonly ExpansionCase[],
	) => Promise<Outcome<Float64Array>>;
}
