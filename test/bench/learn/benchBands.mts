// Whether the bands' 90 % intervals hold what they promise: labels are drawn from probabilities that are known, so the true rate of a band is too.
import { bandAt } from '../../../scoring/learn/bandAt';
import { createRandom } from '../../../scoring/learn/createRandom';
import type { Figure } from '../run.mts';
import { readChurnData } from './churnData.mts';
import { trainOn } from './trainOn.mts';

/** `draws` training sets of each size; the truth is what a model of the whole data set says. */
export async function benchBands(report: (figure: Figure) => void, draws: number): Promise<void> {
	const data = await readChurnData('telco.csv');
	if (data === null) return;
	const everyRow = Int32Array.from(data.labels, (_, row) => row);
	const truth = trainOn(data, data.labels, everyRow, everyRow).probabilities;
	for (const size of [300, 1000, 4000]) {
		let [held, asked, width] = [0, 0, 0];
		for (let draw = 0; draw < draws; draw++) {
			const random = createRandom(draw * 71 + size);
			const order = everyRow.slice();
			for (let place = order.length - 1; place > 0; place--) {
				const other = Math.floor(random() * (place + 1));
				[order[place], order[other]] = [order[other]!, order[place]!];
			}
			const labels = Uint8Array.from(truth, (rate) => (random() < rate ? 1 : 0));
			const test = order.slice(size, size + 2500);
			const { model, probabilities } = trainOn(data, labels, order.slice(0, size), test);
			for (const band of model.bands) {
				const rates = [...test].flatMap((row, place) =>
					bandAt(model.bands, probabilities[place]!) === band ? [truth[row]!] : [],
				);
				if (rates.length <= 5) continue;
				const rate = rates.reduce((sum, value) => sum + value, 0) / rates.length;
				asked++;
				width += band.high - band.low;
				if (rate >= band.low && rate <= band.high) held++;
			}
		}
		report({
			figure: `bands of ${size} accounts: share of 90 % intervals that hold the true rate (mean width ${(width / asked).toFixed(3)})`,
			value: (held / asked) * 100,
			unit: '%',
			target: '85 to 95',
			met: held / asked >= 0.85 && held / asked <= 0.95,
		});
	}
}
