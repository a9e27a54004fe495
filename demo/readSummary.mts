// Gathers what the summary needs from the tables of a running n8n.
import { runsOf } from './dailyRun.mts';
import type { N8nServer } from './server.mts';
import type { AccountRow, ChurnRow, RenewalRow, ScoreRow, SummaryInput } from './atRisk.mts';

/** A row of cs_settings, parsed; `fallback` where it is missing or null. */
function settingOf<Value>(
	rows: ReadonlyArray<{ key: string; value_json: string | null }>,
	key: string,
	fallback: Value,
): Value {
	const text = rows.find((row) => row.key === key)?.value_json;
	return text ? (JSON.parse(text) ?? fallback) : fallback;
}

/** Rows of the newest run that is done; while a run is being replaced, those of the one before it. */
async function lastDoneScores<Score>(
	server: N8nServer,
	stage: 'health' | 'churn' | 'renewal',
): Promise<Score[]> {
	const done = await server.getRows<{ run_id: string }>('cs_runs', { stage, status: 'done' });
	const runId = done.at(-1)?.run_id;
	return runId === undefined ? [] : await server.getRows<Score>('cs_scores', { run_id: runId, score: stage });
}

export async function readSummary(server: N8nServer, businessDay: string): Promise<SummaryInput> {
	const settings = await server.getRows<{ key: string; value_json: string | null }>('cs_settings');
	const accounts = await server.getRows<AccountRow & { deleted: boolean | null }>('cs_accounts');
	const alerts = await server.getRows<{ closed_at: string | null }>('cs_alerts');
	const tables = await server.tableNames();
	return {
		businessDay,
		accounts: accounts.filter(({ deleted }) => deleted !== true),
		scores: await lastDoneScores<ScoreRow>(server, 'health'),
		churn: await lastDoneScores<ChurnRow>(server, 'churn'),
		renewals: await lastDoneScores<RenewalRow>(server, 'renewal'),
		opportunities: tables.includes('cs_opportunities') ? await server.getRows('cs_opportunities') : [],
		runs: await runsOf(server, businessDay),
		people: await server.getRows('cs_people'),
		rates: await server.getRows('cs_rates'),
		reportCurrency: settingOf(settings, 'report.currency', 'USD'),
		alertBelow: settingOf(settings, 'health.alert_below', 70),
		alertsOpen: alerts.filter(({ closed_at }) => closed_at === null).length,
		messagesPlanned: await server.countRows('cs_outbox'),
	};
}
