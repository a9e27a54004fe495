import { quantile } from '../core/quantile';
import { roundHalfUp } from '../core/roundHalfUp';
import type { BandRate, BacktestOptions, JoinedCase, RiskDirection } from './Backtest';
import { rateOf } from './rateOf';

type Bands = NonNullable<BacktestOptions['bands']>;

/**
 * Churn rate by band with its Wilson interval, best band first. The band is the one the value came with, else by `bands`, else the fifth of the values
 * it lies in. `monotone`: a better band never churned more; null with fewer than two bands.
 *
 * @example
 * rateBands([{ value: 80, band: 'good', churned: false }, { value: 30, band: 'poor', churned: true }], 'low', []).bands.map(({ band, value }) => [band, value])
 * // => [['good', 0], ['poor', 1]]
 */
export function rateBands(
	joined: readonly Pick<JoinedCase, 'value' | 'band' | 'churned'>[],
	direction: RiskDirection,
	bands: Bands,
): { readonly bands: readonly BandRate[]; readonly monotone: boolean | null } {
	const own = joined.some(({ band }) => band !== null);
	const fifths = own || bands.length > 0 ? [] : cutPoints(joined);
	const groups = new Map<string, { rows: number; events: number; sum: number }>();
	for (const { value, band, churned } of joined) {
		const name = band ?? nameOf(value, bands, fifths, own);
		const group = groups.get(name) ?? { rows: 0, events: 0, sum: 0 };
		group.rows += 1;
		group.events += churned ? 1 : 0;
		group.sum += value;
		groups.set(name, group);
	}
	const sign = direction === 'low' ? -1 : 1;
	const ordered = [...groups]
		.map(([band, group]) => ({ band, group, mean: group.sum / group.rows }))
		.sort((left, right) => sign * (left.mean - right.mean) || (left.band < right.band ? -1 : 1))
		.map(({ band, group }) => ({ band, ...rateOf(group.events, group.rows) }));
	const rises = ordered.every(
		({ value }, place) => place === 0 || (value as number) >= (ordered[place - 1]?.value as number),
	);
	return { bands: ordered, monotone: ordered.length < 2 ? null : rises };
}

function nameOf(value: number, bands: Bands, fifths: readonly number[], own: boolean): string {
	if (bands.length > 0) {
		const rounded = roundHalfUp(value);
		return bands.find(({ from }) => rounded >= from)?.id ?? 'below all bands';
	}
	if (own) return 'without band';
	const place = fifths.filter((cut) => value > cut).length;
	const [from, to] = [fifths[place - 1], fifths[place]];
	if (from === undefined) return to === undefined ? 'all' : `up to ${short(to)}`;
	return to === undefined ? `over ${short(from)}` : `over ${short(from)} to ${short(to)}`;
}

/** Values at a fifth, two, three and four fifths, each once. */
function cutPoints(joined: readonly { readonly value: number }[]): number[] {
	const values = joined.map(({ value }) => value);
	const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
	const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => quantile(values, share) ?? largest);
	return [...new Set(cuts)].filter((cut) => cut < largest);
}

function short(value: number): string {
	return Math.abs(value) >= 10
		? String(roundHalfUp(10 * value) / 10)
		: String(roundHalfUp(1000 * value) / 1000);
}
