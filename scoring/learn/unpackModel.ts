import type { Issue, Outcome } from '../core/issue';
import { checkLinks } from './checkLinks';
import { checkModel } from './checkModel';
import type { TrainedModel } from './Model';
import { unpackTrees } from './unpackTrees';

const FORMAT = 1;
/** A model of ours has 2 million characters at most. */
const LONGEST = 8_000_000;
const REMEDY = 'Train a new model, or restore its rows in cs_models from a backup';

/**
 * Reads a trained model from the text that `packModel` wrote. Nothing in the text is trusted: every member, index and size is checked, and a
 * text of another version or with any fault is refused with what is wrong.
 */
export function unpackModel(text: string): Outcome<TrainedModel> {
	if (text.length > LONGEST) {
		return refuse(
			'model-size',
			`The model has ${text.length} characters, more than any model of ours`,
			REMEDY,
		);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return refuse('model-json', 'The model is no complete JSON text: it was cut off or changed', REMEDY);
	}
	const format =
		typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : undefined;
	if (typeof format === 'number' && format !== FORMAT) {
		return refuse(
			'model-version',
			`The model has format ${format}; this version of the package reads format ${FORMAT}`,
			format > FORMAT ? 'Update the package, or train a new model with this version' : 'Train a new model',
		);
	}
	const fault = checkModel(value);
	if (fault !== null) return faultAt(fault);
	const read = value as Record<'boosted' | 'forest', unknown>;
	const boosted = read.boosted === null ? null : unpackTrees(read.boosted);
	const forest = read.forest === null ? null : unpackTrees(read.forest);
	if (boosted === null && read.boosted !== null) return faultAt('.boosted');
	if (forest === null && read.forest !== null) return faultAt('.forest');
	const model = { ...(value as TrainedModel), boosted, forest };
	const broken = checkLinks(model);
	return broken === null ? { ok: true, value: model, warnings: [] } : faultAt(`.${broken}`);
}

function faultAt(path: string): Outcome<never> {
	const where = path === '' ? 'the whole text' : path.replace(/^\./, '');
	return refuse(
		'model-fault',
		`The model is not one that this package wrote: ${where} is not as it must be`,
		REMEDY,
		where,
	);
}

function refuse(code: string, message: string, remedy: string, path = 'model'): Outcome<never> {
	const issue: Issue = { code, path, message, remedy, severity: 'error' };
	return { ok: false, issues: [issue] };
}
