import type { AlertRow } from './AlertRows';
import type { DailyWatchInput, Finding } from './DailyWatch';
import { findScoredFewer } from './findScoredFewer';
import { findStaleSources } from './findStaleSources';
import { formatInstant } from './formatInstant';

const NAMES_SHOWN = 10;

/**
 * Judges what the run left behind: far fewer accounts scored than on the last business day before, sources without a recent change,
 * messages whose result is unknown or that were given up, and open alerts that reached nobody. A comparison without its other half is left out.
 *
 * @example
 * assessData({
 * 	now: '2024-01-15T00:31:00.000Z',
 * 	businessDayOn: '2024-01-15',
 * 	runs: [],
 * 	freshness: [{ source: 'crm', lastUpdatedAt: '2024-01-01T00:00:00.000Z' }],
 * 	outbox: [],
 * 	ledger: [],
 * 	accountNames: new Map(),
 * 	people: [],
 * 	watchPersonId: null,
 * 	settings: { stages: ['health'], scoredStage: 'health', startAt: '00:00', deadline: '04:00', graceMinutes: 30, stalledAfterMinutes: 15, minScoredShare: 0.8, staleAfterHours: 48 },
 * }).map((finding) => finding.code)
 * // => ['source-stale:crm']
 */
export function assessData(input: DailyWatchInput): readonly Finding[] {
	return [...scoredShare(input), ...staleSources(input), ...stuckEffects(input), ...unreached(input)];
}

function scoredShare({ runs, businessDayOn, settings }: DailyWatchInput): readonly Finding[] {
	const fewer = findScoredFewer(runs, settings.scoredStage, businessDayOn, settings.minScoredShare);
	return fewer === null ? [] : [fewer];
}

function staleSources({ freshness, now, settings }: DailyWatchInput): readonly Finding[] {
	return findStaleSources(freshness, now, settings.staleAfterHours).map(({ source, lastUpdatedAt }) => ({
		code: `source-stale:${source}`,
		words: `The source ${source} brought nothing new for more than ${settings.staleAfterHours} hours (last ${formatInstant(lastUpdatedAt)}).`,
	}));
}

function stuckEffects({ outbox }: DailyWatchInput): readonly Finding[] {
	const count = (status: string): number => outbox.filter((row) => row.status === status).length;
	const [unknown, dead] = [count('unknown'), count('dead')];
	const rows = (many: number): string => (many === 1 ? '1 row' : `${many} rows`);
	return [
		...(unknown === 0
			? []
			: [
					{
						code: 'effects-unknown',
						words: `${rows(unknown)} of cs_outbox may or may not have been sent: check and set the status.`,
					},
				]),
		...(dead === 0 ? [] : [{ code: 'effects-dead', words: `${rows(dead)} of cs_outbox were given up.` }]),
	];
}

function unreached({ ledger, accountNames }: DailyWatchInput): readonly Finding[] {
	const nobody = ledger.filter(
		(row: AlertRow) => row.closed_at === null && row.sent_to === null && row.acknowledged_at === null,
	);
	const names = [...new Set(nobody.map((row) => accountNames.get(row.account_id) ?? row.account_id))].sort();
	if (names.length === 0) return [];
	const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
	const words = `Alerts reached nobody for ${names.slice(0, NAMES_SHOWN).join(', ')}${more}.`;
	return [{ code: 'alerts-unreached', words }];
}
