import type { BridgeLine } from './Bridge';

/**
 * The lines of an account that bring revenue on a day, as they were known at a cut. A line that another one in force replaces does not
 * count, and of several rows with one id only the one recorded last. A line without a start never ran.
 *
 * @param onDay YYYY-MM-DD; a line still runs on its last day
 * @param cut milliseconds since 1970
 *
 * @example
 * linesInForce([{ lineId: 'L', startsOn: '2025-01-01', endsOn: '2025-12-31', rollsByMonths: null, recordedAt: 5, supersededAt: null }], '2025-06-30', 9).length
 * // => 1
 */
export function linesInForce(lines: readonly BridgeLine[], onDay: string, cut: number): BridgeLine[] {
	const running = new Map<string, BridgeLine>();
	for (const line of lines) {
		const { startsOn, endsOn, rollsByMonths } = line;
		if (startsOn === null || startsOn > onDay) continue;
		if (endsOn !== null && endsOn < onDay && rollsByMonths === null) continue;
		if ((line.recordedAt ?? cut) > cut || (line.supersededAt !== null && line.supersededAt <= cut)) continue;
		const other = running.get(line.lineId);
		if (other === undefined || (other.recordedAt ?? 0) < (line.recordedAt ?? 0))
			running.set(line.lineId, line);
	}
	const replaced = new Set<string>();
	for (const { lineId, replacesLineId } of running.values()) {
		if (replacesLineId !== null && replacesLineId !== undefined && replacesLineId !== lineId)
			replaced.add(replacesLineId);
	}
	// Two rows that name each other would both vanish; then neither does.
	return [...running.values()].filter((line) => !replaced.has(line.lineId) || names(running, line));
}

function names(running: ReadonlyMap<string, BridgeLine>, line: BridgeLine): boolean {
	const replacer = line.replacesLineId === null ? undefined : running.get(line.replacesLineId);
	return replacer !== undefined && replacer.replacesLineId === line.lineId;
}
