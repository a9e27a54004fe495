// Quality where accounts are few: 200 with 10 churns drawn from public data, and labels that have nothing to do with the columns.
import { createRandom } from '../../../scoring/learn/createRandom';
import type { Figure } from '../run.mts';
import { type ChurnData, readChurnData } from './churnData.mts';
import { isWarned, meanOf, type Trial, trainOn } from './trainOn.mts';

const ROWS = 200;
const EVENTS = 10;
const MOST_TESTED = 4000;
const TARGETS = { telco: 0.78, bank: 0.725, b2b_train: 0.79 };

function shuffled(rows: readonly number[], random: () => number): number[] {
	const order = [...rows];
	for (let place = order.length - 1; place > 0; place--) {
		const other = Math.floor(random() * (place + 1));
		[order[place], order[other]] = [order[other]!, order[place]!];
	}
	return order;
}

/** Trains on 200 rows with 10 events, judges on the rest at the same event rate. */
function drawSmall(data: ChurnData, rows: readonly number[], draw: number): Trial {
	const order = shuffled(rows, createRandom(draw * 7919 + ROWS + 13));
	const events = order.filter((row) => data.labels[row] === 1);
	const others = order.filter((row) => data.labels[row] === 0);
	const restOthers = others.slice(ROWS - EVENTS);
	const share = EVENTS / ROWS;
	const restEvents = events.slice(EVENTS).slice(0, Math.round((restOthers.length * share) / (1 - share)));
	const part = Math.min(1, MOST_TESTED / (restOthers.length + restEvents.length));
	const some = (list: readonly number[]) => list.slice(0, Math.round(list.length * part));
	const train = [...events.slice(0, EVENTS), ...others.slice(0, ROWS - EVENTS)];
	const test = [...some(restEvents), ...some(restOthers)];
	return trainOn(data, data.labels, Int32Array.from(train), Int32Array.from(test));
}

/** Trains and judges on labels drawn by chance. */
function drawRandom(data: ChurnData, rows: number, rate: number, draw: number): Trial {
	const random = createRandom(draw + rows);
	const order = shuffled([...data.labels.keys()], random);
	const labels = Uint8Array.from(data.labels, () => (random() < rate ? 1 : 0));
	return trainOn(
		data,
		labels,
		Int32Array.from(order.slice(0, rows)),
		Int32Array.from(order.slice(rows, rows + 2000)),
	);
}

const shareWeak = (trials: readonly Trial[]): number =>
	trials.filter((trial) => isWarned(trial, 'weak-signal')).length / trials.length;

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** `draws` training sets from each data set. */
export async function benchSmall(report: (figure: Figure) => void, draws: number): Promise<void> {
	for (const [name, target] of Object.entries(TARGETS)) {
		const data = await readChurnData(`${name}.csv${name === 'b2b_train' ? '.gz' : ''}`);
		if (data === null) continue;
		const rows = [...data.labels.keys()].filter((row) => data.times === null || data.times[row] === 12);
		const trials = range(draws).map((draw) => drawSmall(data, rows, draw));
		const auc = meanOf(trials.map(({ metrics }) => metrics.auc!));
		report({
			figure: `${name}, 200 accounts with 10 churns, ${draws} draws: AUC`,
			value: auc,
			unit: '',
			target: `at least ${target}`,
			met: auc >= target,
		});
		report({
			figure: `${name}, 200 accounts with 10 churns: log-loss`,
			value: meanOf(trials.map(({ metrics }) => metrics.logLoss!)),
			unit: '',
			peer: 'base rate',
			peerValue: meanOf(trials.map(({ baseLogLoss }) => baseLogLoss)),
			met: null,
		});
		const weak = shareWeak(trials);
		report({
			figure: `${name}, 200 accounts with 10 churns: draws with a weak-signal warning`,
			value: weak * 100,
			unit: '%',
			...(name === 'telco' ? { target: 'at most 10', met: weak <= 0.1 } : { met: null }),
		});
	}
}

/** Random labels: what the model costs over the base rate, and how often it says that it knows nothing. */
export async function benchRandom(report: (figure: Figure) => void, draws: number): Promise<void> {
	const data = await readChurnData('telco.csv');
	if (data === null) return;
	for (const { rows, most, share } of [
		{ rows: 200, most: 0.025, share: 1 },
		{ rows: 1000, most: 0.005, share: 0.5 },
	]) {
		const count = Math.ceil(draws * share);
		const trials = range(count).map((draw) => drawRandom(data, rows, 0.1, draw));
		const cost = meanOf(trials.map(({ metrics, baseLogLoss }) => metrics.logLoss! - baseLogLoss));
		report({
			figure: `random labels, ${rows} accounts, ${count} draws: log-loss above the base rate's`,
			value: cost,
			unit: '',
			target: `at most ${most}`,
			met: cost <= most,
		});
		const weak = shareWeak(trials);
		report({
			figure: `random labels, ${rows} accounts: draws with a weak-signal warning`,
			value: weak * 100,
			unit: '%',
			target: 'at least 95',
			met: weak >= 0.95,
		});
	}
}
