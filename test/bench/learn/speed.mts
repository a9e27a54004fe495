// How fast trees are grown, scored and explained, beside sklearn and xgboost on one thread where Debian's packages of them are installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..', '..');
const ROWS = 100_000;

/** One line of the benchmark, as run.mts prints it. */
export interface SpeedFigure {
	readonly figure: string;
	readonly value: number;
	readonly unit: string;
	readonly peer?: string;
	readonly peerValue?: number;
	readonly target?: string;
	readonly met: boolean | null;
}

interface Peer {
	readonly seconds: number;
	/** For a million rows. */
	readonly scoreSeconds: number;
	readonly logLoss: number;
}

type Measure = Record<string, number>;

function measure(script: string, ...args: string[]): Measure {
	const file = join(root, 'test/bench/learn', script);
	const line = execFileSync(process.execPath, ['--import', 'tsx', file, ...args], {
		cwd: root,
		encoding: 'utf8',
	});
	return line === '' ? {} : JSON.parse(line);
}

/** The peers' figures by name; empty where no Python has them. PYTHON names another interpreter. */
function measurePeers(file: string): Record<string, Peer> {
	const script = join(root, 'test/bench/learn/peers.py');
	const env = { ...process.env, OMP_NUM_THREADS: '1' };
	for (const python of [process.env['PYTHON'], '/usr/bin/python3', 'python3']) {
		if (python === undefined) continue;
		try {
			const line = execFileSync(python, [script, file], {
				env,
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'ignore'],
			});
			const peers = JSON.parse(line) as Record<string, Peer>;
			if (Object.keys(peers).length > 0) return peers;
		} catch {
			// No such interpreter, or one without numpy: try the next.
		}
	}
	return {};
}

/** Training, scoring, explaining and memory on 100,000 rows of 30 features, 100 trees of 31 leaves. */
function benchTrees(report: (figure: SpeedFigure) => void): void {
	const folder = mkdtempSync(join(tmpdir(), 'cs-learn-'));
	try {
		const file = join(folder, 'rows');
		measure('speedRun.mts', 'draw', file, String(ROWS));
		const peers = Object.entries(measurePeers(file));
		console.log(
			`peers that ran: ${peers.map(([name]) => name).join(', ') || 'none (python3-sklearn and python3-xgboost are missing)'}`,
		);
		const train = measure('speedRun.mts', 'train', file);
		const score = measure('speedRun.mts', 'score', file);
		const explain = measure('speedRun.mts', 'explain', file);
		const [slowest] = peers.toSorted(([, one], [, other]) => other.seconds - one.seconds);
		for (const [peer, { seconds }] of peers) {
			report({
				figure: 'boosting 100,000 rows x 30 features, 100 trees of 31 leaves',
				value: train.seconds!,
				unit: 's',
				peer,
				peerValue: seconds,
				target: 'at most 1.5 times one of the peers',
				met: slowest === undefined ? null : train.seconds! <= 1.5 * slowest[1].seconds,
			});
		}
		if (peers.length === 0) {
			report({
				figure: 'boosting 100,000 rows x 30 features, 100 trees of 31 leaves',
				value: train.seconds!,
				unit: 's',
				met: null,
			});
		}
		const [peer] = peers;
		const scorePeer = peer === undefined ? {} : { peer: peer[0], peerValue: peer[1].scoreSeconds };
		const lossPeer = peer === undefined ? {} : { peer: peer[0], peerValue: peer[1].logLoss };
		report({
			figure: '1,000,000 predictions, boosting',
			value: score.seconds!,
			unit: 's',
			...scorePeer,
			target: 'at most 8 s',
			met: score.seconds! <= 8,
		});
		report({
			figure: 'log-loss of these on the rows they were trained on',
			value: score.logLoss!,
			unit: '',
			...lossPeer,
			met: null,
		});
		report({
			figure: 'exact TreeSHAP, boosting',
			value: explain.rowsPerSecond!,
			unit: 'rows/s',
			target: 'at least 1,000',
			met: explain.rowsPerSecond! >= 1000,
		});
		const peakMb = Math.max(train.peakBytes!, score.peakBytes!, explain.peakBytes!) / 1e6;
		report({
			figure: 'peak memory of training and of 1,000,000 predictions',
			value: peakMb,
			unit: 'MB',
			target: 'under 600 MB',
			met: peakMb < 600,
		});
		report({
			figure: 'longest step of training',
			value: train.longestStep!,
			unit: 'ms',
			target: 'at most 50 ms',
			met: train.longestStep! <= 50,
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The public churn data; null where it is absent. CUSTOMER_SUCCESS_CHURN_DATA names another folder. */
function churnFile(name: string): string | null {
	const folder = process.env['CUSTOMER_SUCCESS_CHURN_DATA'] ?? join(root, '..', 'shared', 'data', 'churn');
	return existsSync(join(folder, name)) ? join(folder, name) : null;
}

/** The automatic model on telco rows, drawn with replacement where more are wanted than there are. */
function benchAuto(report: (figure: SpeedFigure) => void): void {
	const file = churnFile('telco.csv');
	if (file === null) {
		console.log(
			'telco.csv is not on this machine: set CUSTOMER_SUCCESS_CHURN_DATA to the folder that holds it',
		);
		return;
	}
	const under = (figure: string, value: number, most: number): void =>
		report({ figure, value, unit: 's', target: `at most ${most} s`, met: value <= most });
	const runs = (rows: number, times: number): Measure[] =>
		Array.from({ length: times }, () => measure('autoRun.mts', file, String(rows)));
	const best = (measures: Measure[]): number => Math.min(...measures.map(({ seconds }) => seconds!));
	under('automatic model on 1,000 accounts, best of three', best(runs(1000, 3)), 2);
	under('automatic model on 5,000 accounts, best of three', best(runs(5000, 3)), 8);
	const large = runs(100_000, 1);
	under('automatic model on 100,000 accounts', best(large), 90);
	const { predictSeconds, explainSeconds, peakBytes, longestStep, longestStage } = large[0]!;
	under('1,000,000 predictions, automatic model', predictSeconds!, 30);
	under('1,000 explanations, automatic model', explainSeconds!, 10);
	const peakMb = peakBytes! / 1e6;
	report({
		figure: 'peak memory of the automatic model, with a million rows to predict',
		value: peakMb,
		unit: 'MB',
		met: null,
	});
	report({
		figure: `longest step of training on 100,000 accounts (processor time; while or after ${String(longestStage)})`,
		value: longestStep!,
		unit: 'ms',
		target: 'at most 50 ms',
		met: longestStep! <= 50,
	});
}

/** How fast models are trained and used. Seconds are of the processor, so that other work on the machine counts little. */
export function benchLearnSpeed(report: (figure: SpeedFigure) => void): void {
	benchTrees(report);
	benchAuto(report);
}

if (process.argv[1] === import.meta.filename)
	benchLearnSpeed((figure) => console.log(JSON.stringify(figure)));
