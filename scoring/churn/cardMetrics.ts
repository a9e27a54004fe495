import type { Evaluation, Ranking } from '../learn/Evaluation';
import type { Metrics } from '../learn/Metrics';
import type { CardMetric } from './ModelCard';

type Names = Pick<CardMetric, 'id' | 'label' | 'meaning'>;

const NAMES: Readonly<Record<string, Names>> = {
	auc: {
		id: 'auc',
		label: 'AUC',
		meaning:
			'Chance that of a churned and a kept account the churned one was given more; 0.5 is guessing, 1 perfect.',
	},
	prAuc: {
		id: 'prAuc',
		label: 'Average precision',
		meaning:
			'Mean share of right warnings as more and more accounts are warned of; guessing reaches the churn rate.',
	},
	logLoss: {
		id: 'logLoss',
		label: 'Log-loss',
		meaning: 'How wrong the probabilities were, certain errors weighing most; lower is better.',
	},
	brier: {
		id: 'brier',
		label: 'Brier score',
		meaning: 'Mean squared error of the probabilities; lower is better.',
	},
	ece: {
		id: 'ece',
		label: 'Calibration error',
		meaning:
			'Mean distance between what was told and what happened; 0 is perfect, and telling all the true churn rate has 0 too.',
	},
	lift10: {
		id: 'lift10',
		label: 'Lift of the top tenth',
		meaning: 'Churn rate of the riskiest tenth over that of all; guessing reaches 1.',
	},
};

/**
 * Every metric beside what telling all accounts the base rate reaches and what the rule score reaches on the same rows. The rule score ranks but tells no
 * probability, so it has AUC, average precision and lift only. What can't be measured is null.
 *
 * @param evaluation on newer rows; null: `metrics` are of rows left out in training
 *
 * @example
 * cardMetrics({ rows: 10, events: 2, auc: 0.8, lift10: 3 }, null, { auc: 0.7 }).filter(({ id }) => id === 'auc').map(({ model, baseRate, rule }) => [model, baseRate, rule])
 * // => [[0.8, 0.5, 0.7]]
 */
export function cardMetrics(
	metrics: Metrics | null,
	evaluation: Evaluation | null,
	rule: Ranking | null,
): CardMetric[] {
	if (metrics === null) return [];
	const { rows, events, auc, aucLow, aucHigh, prAuc, logLoss, brier, ece, lift10, baseLogLoss } = metrics;
	const rate = rows > 0 ? events / rows : null;
	const both = events > 0 && events < rows;
	const base = evaluation?.base ?? null;
	const row = (
		name: string,
		model: number | null,
		baseRate: number | null,
		ruled: number | null,
	): CardMetric => ({
		...(NAMES[name] as Names),
		model: model ?? null,
		low: null,
		high: null,
		baseRate: baseRate ?? null,
		rule: ruled ?? null,
	});
	return [
		{ ...row('auc', auc, both ? 0.5 : null, rule?.auc ?? null), low: aucLow ?? null, high: aucHigh ?? null },
		row('prAuc', prAuc, both ? rate : null, rule?.prAuc ?? null),
		row('logLoss', logLoss, base?.logLoss ?? baseLogLoss, null),
		row('brier', brier, base?.brier ?? (rate === null ? null : rate * (1 - rate)), null),
		row('ece', ece, base?.ece ?? (rate === null ? null : 0), null),
		row('lift10', lift10, both ? 1 : null, rule?.lift10 ?? null),
	];
}
