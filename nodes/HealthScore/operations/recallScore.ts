import type { HealthInput } from '../../../scoring/health/HealthScore';
import type { Scorecard } from '../../../scoring/health/Scorecard';
import { scoreHealth } from '../../../scoring/health/scoreHealth';
import { snapshotScore, type ScoreSnapshot, type SnapshotTerm } from '../../../scoring/health/snapshotScore';
import { observe } from './observe';
import type { PastScore } from './readHistory';
import type { Scoring } from './readScoring';
import type { ScoredAccount } from './ObservedAccount';

/** The parts of a change in points, and a sentence. They add up to the change. */
export interface Split {
	readonly value: number;
	readonly weight: number;
	readonly config: number;
	readonly data: number;
	/** null when part of it is not what the sentence would say. */
	readonly words: string | null;
}

/** An earlier score with what it was made of, as far as that can be known. */
export interface RecalledScore {
	readonly snapshot: ScoreSnapshot;
	/**
	 * What the recalled score differs by from the one recorded then: by another configuration, or by records that arrived later.
	 * 0 when the row itself says what it was made of.
	 */
	readonly late: { readonly config: number; readonly data: number };
}

interface PastDetail {
	contributions?: SnapshotTerm[];
	scorecard?: string;
	cap_values?: Record<string, number | string | null>;
}

const NONE = { config: 0, data: 0 };

/**
 * What an earlier score was made of: from its own row (cs_scores keeps it), else by measuring the account again as of that day from
 * its records, else the value alone.
 */
export function recallScore(
	scoring: Scoring,
	account: ScoredAccount,
	earlier: PastScore,
	scorecard: Scorecard,
): RecalledScore {
	const { value, configHash } = earlier;
	const detail = parse(earlier.detailJson);
	if (detail?.contributions !== undefined) {
		const { contributions: terms, scorecard: scorecardId = null, cap_values: capValues = {} } = detail;
		return { snapshot: { value, scorecardId, configHash, terms, capValues }, late: NONE };
	}
	const unknown: ScoreSnapshot = { value, scorecardId: null, configHash, terms: null };
	if (account.records === null || value === null) return { snapshot: unknown, late: NONE };

	const input: HealthInput = {
		...account.input,
		asOfOn: earlier.on,
		observations: observe(scoring, account.account, account.records, untilOn(scoring, earlier.on), null),
	};
	const outcome = scoreHealth(input, scoring.scorecard, scoring.alternatives);
	if (!outcome.ok || outcome.value.value === null) return { snapshot: unknown, late: NONE };
	const snapshot = snapshotScore(outcome.value, scoring.configHash, scorecard, input);
	const difference = outcome.value.value - value;
	const reconfigured = configHash !== null && configHash !== scoring.configHash;
	return { snapshot, late: reconfigured ? { config: difference, data: 0 } : { config: 0, data: difference } };
}

/** The same time of day as now, so that an earlier run is repeated as it was. */
function untilOn(scoring: Scoring, day: string): string {
	return `${day}${scoring.asOf.until.slice(10)}`;
}

function parse(json: string | null): PastDetail | null {
	if (json === null) return null;
	try {
		const detail: unknown = JSON.parse(json);
		return typeof detail === 'object' && detail !== null ? detail : null;
	} catch {
		return null;
	}
}
