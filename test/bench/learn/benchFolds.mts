// Cross-validated quality on whole public data sets, beside the best single model of Python and R on the same data.
import { makeFolds } from '../../../scoring/learn/makeFolds';
import { measureMetrics } from '../../../scoring/learn/measureMetrics';
import type { Figure } from '../run.mts';
import { readChurnData } from './churnData.mts';
import { isWarned, meanOf, trainOn } from './trainOn.mts';

/** Best single row of 15 learners tuned by hand (scikit-learn, xgboost, R): log-loss, AUC, and how far below it AUC may be. */
const ANCHORS = {
	telco: { logLoss: 0.41, auc: 0.8505, slack: 0.002 },
	bank: { logLoss: 0.3334, auc: 0.866, slack: 0.002 },
	bigml: { logLoss: 0.1665, auc: 0.9163, slack: 0.012 },
	ecommerce_dd: { logLoss: 0.1009, auc: 0.988, slack: 0.002 },
};
const PEER = 'best of 15 Python and R models';

interface Quality {
	readonly logLoss: number;
	readonly auc: number;
	readonly ece: number;
	readonly isWeak: boolean;
}

/** Five folds of one seed: pooled log-loss and calibration, AUC by fold. */
async function measureFolds(name: string, seed: number): Promise<Quality | null> {
	const data = await readChurnData(`${name}.csv`);
	if (data === null) return null;
	const foldOf = makeFolds(data.labels, { folds: 5, seed: 100 + seed });
	const pooled = new Float64Array(data.labels.length);
	const areas: number[] = [];
	let isWeak = false;
	for (let fold = 0; fold < 5; fold++) {
		const rows = Int32Array.from(foldOf, (_, row) => row);
		const test = rows.filter((row) => foldOf[row] === fold);
		const trial = trainOn(
			data,
			data.labels,
			rows.filter((row) => foldOf[row] !== fold),
			test,
		);
		test.forEach((row, place) => (pooled[row] = trial.probabilities[place]!));
		areas.push(trial.metrics.auc!);
		isWeak ||= isWarned(trial, 'weak-signal');
	}
	const { logLoss, ece } = measureMetrics(pooled, data.labels);
	return { logLoss: logLoss!, ece: ece!, auc: meanOf(areas), isWeak };
}

/** Mean over `seeds` seeds of folds; 25 trainings a data set with five. */
export async function benchFolds(report: (figure: Figure) => void, seeds: number): Promise<void> {
	const differences: number[] = [];
	for (const [name, anchor] of Object.entries(ANCHORS)) {
		const runs: Quality[] = [];
		for (let seed = 1; seed <= seeds; seed++) {
			const run = await measureFolds(name, seed);
			if (run !== null) runs.push(run);
		}
		if (runs.length === 0) continue;
		const mean = (read: (run: Quality) => number): number => meanOf(runs.map(read));
		const [logLoss, auc, ece] = [mean((run) => run.logLoss), mean((run) => run.auc), mean((run) => run.ece)];
		differences.push(logLoss - anchor.logLoss);
		report({
			figure: `${name}, auto, mean of ${runs.length} fold seeds: log-loss`,
			value: logLoss,
			unit: '',
			peer: PEER,
			peerValue: anchor.logLoss,
			target: `at most ${(anchor.logLoss + 0.002).toFixed(4)}`,
			met: logLoss <= anchor.logLoss + 0.002,
		});
		report({
			figure: `${name}: AUC`,
			value: auc,
			unit: '',
			peer: PEER,
			peerValue: anchor.auc,
			target: `at least ${(anchor.auc - anchor.slack).toFixed(4)}`,
			met: auc >= anchor.auc - anchor.slack,
		});
		report({ figure: `${name}: ECE`, value: ece, unit: '', target: 'at most 0.025', met: ece <= 0.025 });
		if (name === 'telco') {
			const weak = runs.filter((run) => run.isWeak).length;
			report({
				figure: 'telco whole: fold seeds with a weak-signal warning',
				value: weak,
				unit: '',
				target: 'none',
				met: weak === 0,
			});
		}
	}
	if (differences.length === 0) return;
	report({
		figure: `log-loss above the ${PEER}, mean of ${differences.length} data sets`,
		value: meanOf(differences),
		unit: '',
		target: 'below 0',
		met: meanOf(differences) < 0,
	});
}
