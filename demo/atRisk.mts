// Who is at risk, from table rows: the accounts under the alert threshold with what they lose points on.
import type { RateRow } from '../scoring/core/convertMoney.ts';
import { roundHalfUp } from '../scoring/core/roundHalfUp.ts';
import { rankAtRisk } from '../scoring/health/rankAtRisk.ts';

/** Causes shown of each account. */
const REASONS = 3;

export interface AccountRow {
	readonly account_id: string;
	readonly name: string | null;
	readonly tier: string | null;
	readonly csm_id: string | null;
	readonly arr_minor: number | null;
	readonly currency: string | null;
}

export interface ScoreRow {
	readonly account_id: string;
	readonly value: number | null;
	readonly band: string | null;
	readonly trend: string | null;
	readonly reason: string | null;
	readonly detail_json: string | null;
}

/** A row of cs_scores, score "churn": values in percent. */
export interface ChurnRow {
	readonly account_id: string;
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly reason: string | null;
}

/** A row of cs_scores, score "renewal": values in percent; dates and amounts stand in detail_json. */
export interface RenewalRow {
	readonly account_id: string;
	readonly value: number | null;
	readonly reason: string | null;
	readonly detail_json: string | null;
}

/** A row of cs_opportunities. */
export interface OpportunityRow {
	readonly opportunity_id: string;
	readonly account_id: string;
	readonly kind: string;
	readonly status: string | null;
	readonly amount_minor: number | null;
	readonly currency: string | null;
	/** 0 to 1. */
	readonly probability: number | null;
	readonly owner_id: string | null;
	readonly evidence_json: string | null;
}

export interface RunRow {
	readonly stage: string;
	readonly status: string;
	readonly read: number | null;
	readonly skipped: number | null;
	readonly failed: number | null;
	readonly message: string | null;
}

export interface SummaryInput {
	readonly businessDay: string;
	readonly accounts: readonly AccountRow[];
	/** Rows of the last run that is done, score "health". */
	readonly scores: readonly ScoreRow[];
	/** Rows of the last run that is done, score "churn"; empty: nothing was predicted. */
	readonly churn: readonly ChurnRow[];
	/** Rows of the last run that is done, score "renewal"; empty: nothing is due, or the stage is not there. */
	readonly renewals: readonly RenewalRow[];
	readonly opportunities: readonly OpportunityRow[];
	/** Rows of cs_runs of the business day, in order. */
	readonly runs: readonly RunRow[];
	readonly people: ReadonlyArray<{ readonly person_id: string; readonly name: string | null }>;
	readonly rates: readonly RateRow[];
	/** ISO 4217; ARR at risk is converted into it. */
	readonly reportCurrency: string;
	/** A rounded score under it makes an account "at risk". */
	readonly alertBelow: number;
	readonly alertsOpen: number;
	readonly messagesPlanned: number;
}

export interface AtRisk {
	readonly accountId: string;
	readonly name: string;
	readonly csmId: string | null;
	readonly rounded: number;
	readonly band: string | null;
	/** Minor units of the report currency; null when ARR or rate is unknown. */
	readonly arrMinor: number | null;
	readonly delta30: number | null;
	readonly reasons: readonly string[];
}

interface Details {
	readonly rounded?: number | null;
	readonly days30?: { readonly value: number; readonly delta: number } | null;
	readonly lost?: ReadonlyArray<readonly [label: string, points: number, words: string]>;
}

export function detailsOf({ detail_json }: ScoreRow): Details {
	return detail_json === null ? {} : JSON.parse(detail_json);
}

function roundedOf(score: ScoreRow): number | null {
	return score.value === null ? null : roundHalfUp(score.value);
}

/** Accounts under the alert threshold in the order of the library: most recurring revenue at stake first, unknown revenue last. */
export function listAtRisk(input: SummaryInput): AtRisk[] {
	const accounts = new Map(input.accounts.map((account) => [account.account_id, account]));
	const scores = new Map(input.scores.map((score) => [score.account_id, score]));
	const rows = [...scores.values()].map((score) => {
		const account = accounts.get(score.account_id);
		const causes = (detailsOf(score).lost ?? []).slice(0, REASONS).map(([, , words]) => words);
		return {
			accountId: score.account_id,
			name: account?.name ?? null,
			value: score.value,
			rounded: roundedOf(score),
			band: score.band,
			causes,
			arrMinor: account?.arr_minor ?? null,
			currency: account?.currency ?? null,
		};
	});
	const causesOf = new Map(rows.map(({ accountId, causes }) => [accountId, causes]));
	const { reportCurrency, businessDay: asOfOn, rates, alertBelow: atRiskBelow } = input;
	const limit = rows.length;
	return rankAtRisk(rows, { reportCurrency, asOfOn, rates, atRiskBelow, limit }).accounts.map((ranked) => {
		const score = scores.get(ranked.accountId);
		return {
			accountId: ranked.accountId,
			name: ranked.name ?? ranked.accountId,
			csmId: accounts.get(ranked.accountId)?.csm_id ?? null,
			rounded: ranked.rounded,
			band: ranked.band,
			arrMinor: ranked.arrAtRiskMinor,
			delta30: score === undefined ? null : (detailsOf(score).days30?.delta ?? null),
			reasons: causesOf.get(ranked.accountId) ?? [],
		};
	});
}
