import { BadArgument } from './BadArgument.mts';

export const USAGE = `npm run -s bench:churn -- --data FILE.csv[.gz] --label COLUMN [--positive VALUE] [--drop A,B] [--group COLUMN]
  (--folds FILE.json | --time COLUMN --train-max V --test V) [--model auto|lr|gbdt|rf] [--seed N] --out OUT.csv`;

export type Learner = 'auto' | 'lr' | 'gbdt' | 'rf';

/** How rows are held back: lists of test rows, or a later time. */
export type Split =
	| { readonly folds: string }
	| { readonly time: string; readonly trainMax: string; readonly test: string };

export interface Arguments {
	readonly data: string;
	readonly label: string;
	readonly positive?: string;
	readonly drop: readonly string[];
	readonly group?: string;
	readonly split: Split;
	readonly model: Learner;
	readonly seed: number;
	readonly out: string;
}

const NAMES = [
	'data',
	'label',
	'positive',
	'drop',
	'group',
	'folds',
	'time',
	'train-max',
	'test',
	'model',
	'seed',
	'out',
];
const LEARNERS: readonly string[] = ['auto', 'lr', 'gbdt', 'rf'];

/** `--name value` and `--name=value`; only `--drop` may come twice. */
function readPairs(words: readonly string[]): Map<string, string[]> {
	const given = new Map<string, string[]>();
	for (let index = 0; index < words.length; index++) {
		const word = words[index]!;
		const [, name, inline] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
		if (name === undefined || !NAMES.includes(name))
			throw new BadArgument(`'${word}' is no argument of this command`);
		const value = inline ?? words[++index];
		// A value may begin with - (a negative time), but not look like the next argument.
		if (value === undefined || (inline === undefined && /^--[a-z]/.test(value))) {
			throw new BadArgument(`--${name} has no value`);
		}
		if (given.has(name) && name !== 'drop') throw new BadArgument(`--${name} is given twice`);
		given.set(name, [...(given.get(name) ?? []), value]);
	}
	return given;
}

function readSplit(one: (name: string) => string | undefined): Split {
	const [folds, time, trainMax, test] = ['folds', 'time', 'train-max', 'test'].map(one);
	if (folds !== undefined) {
		if (time !== undefined || trainMax !== undefined || test !== undefined) {
			throw new BadArgument('--folds and --time exclude each other');
		}
		return { folds };
	}
	if (time === undefined && trainMax === undefined && test === undefined) {
		throw new BadArgument(
			'either --folds or --time with --train-max and --test must say which rows are held back',
		);
	}
	if (time === undefined || trainMax === undefined || test === undefined) {
		throw new BadArgument('--time, --train-max and --test belong together');
	}
	return { time, trainMax, test };
}

/** Reads the command line; everything that is not as the usage says is a BadArgument. */
export function readArguments(words: readonly string[]): Arguments {
	const given = readPairs(words);
	const one = (name: string): string | undefined => {
		const value = given.get(name)?.[0];
		if (value === '') throw new BadArgument(`--${name} is empty`);
		return value;
	};
	const needed = (name: string): string => {
		const value = one(name);
		if (value === undefined) throw new BadArgument(`--${name} is missing`);
		return value;
	};
	const [data, label, out] = [needed('data'), needed('label'), needed('out')];
	const [positive, group] = [one('positive'), one('group')];
	const model = one('model') ?? 'auto';
	if (!LEARNERS.includes(model))
		throw new BadArgument(`--model is '${model}', not one of ${LEARNERS.join(', ')}`);
	const seed = one('seed') ?? '1';
	if (!/^\d{1,9}$/.test(seed)) throw new BadArgument(`--seed is '${seed}', not a whole number from 0`);
	const drop = (given.get('drop') ?? []).flatMap((names) => names.split(',')).map((name) => name.trim());
	return {
		data,
		label,
		...(positive === undefined ? {} : { positive }),
		drop: drop.filter((name) => name !== ''),
		...(group === undefined ? {} : { group }),
		split: readSplit(one),
		model: model as Learner,
		seed: Number(seed),
		out,
	};
}
