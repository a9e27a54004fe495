// Trained on the past, judged on a later snapshot; beside scikit-learn's boosting in the same run where Debian's package of it is installed.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from '../run.mts';
import { churnFile, readChurnData } from './churnData.mts';
import { trainOn } from './trainOn.mts';

interface Peer {
	readonly name: string;
	readonly auc: number;
	readonly logLoss: number;
}

/** scikit-learn's figures, or null where no Python has it. PYTHON names another interpreter. */
function measurePeer(file: string, last: number, test: number): Peer | null {
	const script = join(import.meta.dirname, 'timePeer.py');
	for (const python of [process.env['PYTHON'], '/usr/bin/python3', 'python3']) {
		if (python === undefined) continue;
		try {
			const args = [script, churnFile(file)!, String(last), String(test)];
			const line = execFileSync(python, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
			return JSON.parse(line) as Peer;
		} catch {
			// No such interpreter, or one without scikit-learn: try the next.
		}
	}
	return null;
}

async function measureTime(
	report: (figure: Figure) => void,
	file: string,
	last: number,
	test: number,
	most?: number,
) {
	const data = await readChurnData(file);
	if (data === null || data.times === null) return;
	const { times, labels } = data;
	const rows = Int32Array.from(labels, (_, row) => row);
	const trial = trainOn(
		data,
		labels,
		rows.filter((row) => times[row]! <= last),
		rows.filter((row) => times[row] === test),
		true,
	);
	const peer = measurePeer(file, last, test);
	const { auc, logLoss } = trial.metrics;
	const beside = (value: number | undefined) =>
		peer === null ? {} : { peer: peer.name, peerValue: value as number };
	const limit = most ?? peer?.logLoss;
	report({
		figure: `${file}, trained up to ${last}, judged at ${test}: log-loss`,
		value: logLoss!,
		unit: '',
		...beside(peer?.logLoss),
		...(limit === undefined
			? { met: null }
			: { target: `at most ${limit.toFixed(4)}`, met: logLoss! <= limit }),
	});
	report({
		figure: `${file}, judged at ${test}: AUC`,
		value: auc!,
		unit: '',
		...beside(peer?.auc),
		...(peer === null ? { met: null } : { target: 'at least the peer', met: auc! >= peer.auc }),
	});
}

export async function benchTime(report: (figure: Figure) => void): Promise<void> {
	await measureTime(report, 'b2b_train.csv.gz', 9, 12);
	await measureTime(report, 'saas_expansion.csv.gz', 202503, 202509, 0.047);
}
