import type { RenewalOperation } from '../RenewalOperation';
import { forecastRows } from './forecast';
import { forecastProperties } from './forecast.properties';

/** Renewals in; what of them is expected to renew, how sure that is, and rows that freeze it. */
export const forecastOperation: RenewalOperation = {
	option: {
		name: 'Forecast Renewals',
		description:
			'Commit, most likely, best and weighted renewed revenue with 80 and 95 % intervals, by month, owner, segment and category',
		action: 'Forecast renewals',
	},
	subtitle: 'forecast renewals',
	inputs: ['Renewals', 'Records'],
	outputs: ['Forecast', 'Distribution', 'Summary'],
	properties: forecastProperties,
	run: forecastRows,
};
