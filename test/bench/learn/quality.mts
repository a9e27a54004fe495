// How good the learned models are: on public data beside the best of Python and R, with few accounts, on random labels, on later snapshots, and
// whether the bands' intervals hold. `node --import tsx test/bench/learn/quality.mts small 10` measures one part with so many draws (seeds).
import type { Figure } from '../run.mts';
import { benchBands } from './benchBands.mts';
import { benchFolds } from './benchFolds.mts';
import { benchRandom, benchSmall } from './benchSmall.mts';
import { benchTime } from './benchTime.mts';

type Part = (report: (figure: Figure) => void, draws: number) => Promise<void>;

/** What can be measured, and with how many draws. */
const PARTS: Readonly<Record<string, { readonly run: Part; readonly draws: number }>> = {
	folds: { run: benchFolds, draws: 5 },
	small: { run: benchSmall, draws: 30 },
	random: { run: benchRandom, draws: 100 },
	time: { run: benchTime, draws: 1 },
	bands: { run: benchBands, draws: 12 },
};

/** All parts, or one by its name; data sets that are absent are left out, with a sentence. */
export async function benchLearnQuality(
	report: (figure: Figure) => void,
	only?: string,
	draws?: number,
): Promise<void> {
	for (const [name, part] of Object.entries(PARTS)) {
		if (only !== undefined && only !== name) continue;
		await part.run(report, draws ?? part.draws);
	}
}

if (process.argv[1] === import.meta.filename) {
	const [only, draws] = process.argv.slice(2);
	if (only !== undefined && PARTS[only] === undefined) {
		console.error(
			`There is no part '${only}': name one of ${Object.keys(PARTS).join(', ')}, or none for all`,
		);
		process.exitCode = 2;
	} else {
		const print = (figure: Figure): void => console.log(JSON.stringify(figure));
		await benchLearnQuality(print, only, draws === undefined ? undefined : Number(draws));
	}
}
