import { confidenceOf } from '../../../scoring/churn/confidenceOf';
import type { ChurnCase, Prediction } from './ChurnCase';

/**
 * The prediction where no model was trained: the mean of the known churn rates of the signs that an account shows. Without such a sign
 * there is no probability; the risk of the rules stands beside it all the same.
 */
export function predictByRule({ rule }: ChurnCase): Prediction {
	return {
		basis: 'rule-based',
		probability: rule.baseRate === null ? null : rule.baseRate / 100,
		low: null,
		high: null,
		band: null,
		coverage: rule.coverage,
		...confidenceOf({
			metrics: null,
			weakSignal: false,
			coverage: rule.coverage,
			drift: null,
			ageDays: null,
		}),
	};
}
