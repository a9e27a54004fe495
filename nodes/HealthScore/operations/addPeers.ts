import type { Metric, Scorecard } from '../../../scoring/health/Scorecard';
import type { Observations } from './observe';

/** Peers of one metric by group: all observed values, ascending. */
type PeersByGroup = ReadonlyMap<string, readonly number[]>;

const valueOf = (observation: Observations[string] | undefined): number | null => {
	const value = typeof observation === 'object' ? observation?.value : observation;
	return typeof value === 'number' ? value : null;
};

/** The metrics of the scorecard that are compared with peers; most have none, and then nobody has to be looked at twice. */
export function metricsWithPeers(scorecard: Scorecard): Metric[] {
	return scorecard.dimensions
		.flatMap((dimension) => dimension.metrics)
		.filter((metric) => metric.normalisation === 'segment_percentile');
}

/** Gives every observation of a compared metric the values of its group, its own among them. */
export function addPeers(
	metrics: readonly Metric[],
	accounts: ReadonlyArray<{ readonly group: string; readonly observations: Observations }>,
): void {
	for (const { id } of metrics) {
		const byGroup = peersOf(id, accounts);
		for (const { group, observations } of accounts) {
			const observation = observations[id];
			const value = valueOf(observation);
			if (value === null) continue;
			const peers = byGroup.get(group) ?? [];
			observations[id] =
				typeof observation === 'object' && observation !== null
					? { ...observation, peers }
					: { value, observedOn: null, peers };
		}
	}
}

function peersOf(
	id: string,
	accounts: ReadonlyArray<{ readonly group: string; readonly observations: Observations }>,
): PeersByGroup {
	const groups = new Map<string, number[]>();
	for (const { group, observations } of accounts) {
		const value = valueOf(observations[id]);
		if (value === null) continue;
		const list = groups.get(group);
		if (list === undefined) groups.set(group, [value]);
		else list.push(value);
	}
	for (const list of groups.values()) list.sort((a, b) => a - b);
	return groups;
}
