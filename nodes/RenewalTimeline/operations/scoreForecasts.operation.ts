import type { RenewalOperation } from '../RenewalOperation';
import { scoreForecastRows } from './scoreForecasts';
import { scoreForecastsProperties } from './scoreForecasts.properties';

/** Frozen forecasts and contract lines in; how right they were, and the forecasts with their actual amounts. */
export const scoreForecastsOperation: RenewalOperation = {
	option: {
		name: 'Score Forecasts',
		description:
			'How right earlier forecasts were: WAPE, bias, slippage, conversion by category, and calls of people against the model',
		action: 'Score earlier forecasts',
	},
	subtitle: 'score forecasts',
	inputs: ['Forecasts', 'Records'],
	outputs: ['Accuracy', 'Forecasts'],
	properties: scoreForecastsProperties,
	run: scoreForecastRows,
};
