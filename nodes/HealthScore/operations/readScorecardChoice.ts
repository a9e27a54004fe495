import type { IExecuteFunctions } from 'n8n-workflow';

import type { CustomDimension, CustomMetric } from '../../../shared/scorecard/buildScorecard';
import { PANEL_PRESETS, type ScorecardChoice } from '../../../shared/scorecard/resolveScorecard';
import { weightParameter } from './scorecard.properties';

/** A fixed collection as n8n stores it: named lists of entries. */
interface EnteredDimensions {
	dimension?: Array<Omit<CustomDimension, 'metrics'> & { metrics?: { metric?: CustomMetric[] } }>;
}

/** Reads what the panel says about the scorecard, once per run. */
export function readScorecardChoice(context: IExecuteFunctions, minCoverage: number | null): ScorecardChoice {
	const kind = context.getNodeParameter('scorecard', 0) as ScorecardChoice['kind'];
	const preset = kind === 'custom' || kind === 'json' ? null : PANEL_PRESETS[kind];
	const weights = (preset?.dimensions ?? []).map(({ id }) => {
		const percent = context.getNodeParameter(weightParameter(id), 0) as number | string;
		return [id, Number(percent)] as const;
	});
	const entered =
		kind === 'custom' ? (context.getNodeParameter('customDimensions', 0) as EnteredDimensions) : {};
	return {
		kind,
		weights: Object.fromEntries(weights),
		custom: (entered.dimension ?? []).map((dimension) => ({
			...dimension,
			metrics: dimension.metrics?.metric ?? [],
		})),
		json: kind === 'json' ? context.getNodeParameter('scorecardJson', 0) : null,
		fromSettings: context.getNodeParameter('scorecardFromSettings', 0, ''),
		minCoverage,
	};
}
