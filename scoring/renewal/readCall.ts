import type { ForecastCategory } from './RenewalForecast';

const WORDS: Readonly<Record<string, ForecastCategory>> = {
	commit: 'commit',
	committed: 'commit',
	mostlikely: 'most_likely',
	likely: 'most_likely',
	best: 'best',
	bestcase: 'best',
	upside: 'best',
	pipeline: 'pipeline',
	omitted: 'omitted',
	omit: 'omitted',
	lost: 'omitted',
	atrisk: 'pipeline',
};

/**
 * The call of a person as a forecast category: our words and those of CRMs ("Best Case", "Most Likely"), whatever their case. null: none, or
 * `undefined` when there is a word that means none of them, so that the caller can say so. "Closed" is no call: an outcome says that.
 *
 * @example
 * [readCall('Best Case'), readCall('most_likely'), readCall(''), readCall('perhaps')]
 * // => ['best', 'most_likely', null, undefined]
 */
export function readCall(value: unknown): ForecastCategory | null | undefined {
	if (value === null || value === undefined || value === '') return null;
	const folded = String(value)
		.toLowerCase()
		.replace(/[^a-z]+/g, '');
	return folded === 'closed' ? null : WORDS[folded];
}
