import { outputsByOperation } from '../../shared/n8n/outputsByOperation';

/** Outputs of each operation, in order. */
export const OUTPUT_NAMES = {
	build: ['Snapshots', 'Summary'],
	train: ['Model', 'Model Card'],
	evaluate: ['Results', 'Model Card'],
	recalibrate: ['Model', 'Model Card'],
	predict: ['Predictions', 'Rule Risk', 'Summary'],
	rankInterventions: ['Interventions'],
	estimateLifetime: ['Accounts', 'Curve', 'Summary'],
	backtest: ['Verdict', 'Accounts', 'Weights'],
} as const;

export type Operation = keyof typeof OUTPUT_NAMES;

export const churnPredictionOutputs = outputsByOperation(OUTPUT_NAMES);
