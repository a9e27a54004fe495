// The summary a person reads after the daily run: a pure function from table rows to text of at most 100 columns.
import { currencyExponent } from '../scoring/core/currencyExponent.ts';
import { roundHalfUp } from '../scoring/core/roundHalfUp.ts';
import { wordCount } from '../scoring/core/wordCount.ts';
import { HEALTH_BANDS } from '../scoring/health/healthBands.ts';
import { detailsOf, listAtRisk, type SummaryInput } from './atRisk.mts';
import { listGrowth, listRenewals, type RevenueLine } from './growthAndRenewals.mts';
import { listLikelyToLeave } from './likelyToLeave.mts';
import { bar, fit, wrap } from './textLayout.mts';

const WIDTH = 100;
const LISTED = 10;
const LEAVING_LISTED = 5;
const REVENUE_LISTED = 3;
/** A move of the mean under half a point is called steady. */
const STEADY = 0.5;

function meanOf(values: readonly number[]): number | null {
	return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function signed(value: number): string {
	return `${value >= 0 ? '+' : '-'}${Math.abs(value).toFixed(1)}`;
}

function amount(minor: number, currency: string): string {
	const major = roundHalfUp(minor / 10 ** currencyExponent(currency));
	return `${currency} ${major.toLocaleString('en-US')}`;
}

function countLines(input: SummaryInput): string[] {
	const scored = input.scores.filter(({ value }) => value !== null).length;
	const insufficient = input.scores.length - scored;
	const health = input.runs.find(({ stage }) => stage === 'health');
	const faults = (health?.skipped ?? 0) + (health?.failed ?? 0);
	const read = health?.read ?? input.accounts.length;
	return [
		`${fit('Accounts read', 28)}${fit(String(read), 7, 'right')}`,
		`${fit('  scored', 28)}${fit(String(scored), 7, 'right')}`,
		`${fit('  without enough data', 28)}${fit(String(insufficient), 7, 'right')}   (no score is given; the row says what is missing)`,
		`${fit('  left out as broken', 28)}${fit(String(faults), 7, 'right')}`,
	];
}

function bandLines(input: SummaryInput): string[] {
	const scored = input.scores.filter(({ value }) => value !== null);
	return HEALTH_BANDS.map(({ id, label, from }, index) => {
		const count = scored.filter(({ band }) => band === id).length;
		const upTo = index === 0 ? 100 : HEALTH_BANDS[index - 1]!.from - 1;
		const share = scored.length === 0 ? 0 : count / scored.length;
		const range = fit(`${label} (${from}-${upTo})`, 28);
		return `${range}${fit(String(count), 7, 'right')} ${fit(`${Math.round(share * 100)} %`, 5, 'right')}  ${bar(share, 50)}`;
	});
}

function meanLines(input: SummaryInput): string[] {
	const values = input.scores.flatMap(({ value }) => (value === null ? [] : [value]));
	const mean = meanOf(values);
	if (mean === null) return ['No account could be scored.'];
	const moves = input.scores.flatMap((score) => detailsOf(score).days30?.delta ?? []);
	const move = meanOf(moves);
	const trend =
		move === null
			? 'no score of 30 days ago to compare with'
			: `${Math.abs(move) < STEADY ? 'steady' : move > 0 ? 'rising' : 'falling'}: ${signed(move)} in 30 days over ${wordCount(moves.length, 'account')}`;
	const count = (word: string) => input.scores.filter((score) => score.trend === word).length;
	const trends = ['improving', 'stable', 'declining', 'critical']
		.map((word) => `${count(word)} ${word}`)
		.join(', ');
	return [`Portfolio mean ${mean.toFixed(1)}, ${trend}`, `Accounts by their own trend: ${trends}`];
}

function callLines(input: SummaryInput): string[] {
	const atRisk = listAtRisk(input);
	const people = new Map(input.people.map(({ person_id, name }) => [person_id, name ?? person_id]));
	const total = atRisk.reduce((sum, { arrMinor }) => sum + (arrMinor ?? 0), 0);
	const unknown = atRisk.filter(({ arrMinor }) => arrMinor === null).length;
	const lines = [
		`${wordCount(atRisk.length, 'account is', 'accounts are')} under ${input.alertBelow}: ${amount(total, input.reportCurrency)} of ARR at risk` +
			(unknown > 0 ? ` (and ${unknown} whose ARR cannot be told)` : ''),
		'',
	];
	atRisk.slice(0, LISTED).forEach((each, index) => {
		const csm = each.csmId === null ? 'no CSM' : (people.get(each.csmId) ?? each.csmId);
		const arr = each.arrMinor === null ? 'ARR unknown' : amount(each.arrMinor, input.reportCurrency);
		const moved = each.delta30 === null ? '' : ` ${signed(each.delta30)} in 30 d`;
		const score = `${each.rounded} ${each.band ?? ''}${moved}`;
		lines.push(
			`${fit(`${index + 1}.`, 4)}${fit(each.name, 30)} ${fit(arr, 15, 'right')}  ${fit(score, 24)} ${fit(csm, 22)}`.trimEnd(),
		);
		for (const reason of each.reasons) {
			const [first = '', ...rest] = wrap(reason, WIDTH - 8);
			lines.push(`      - ${first}`, ...rest.map((line) => `        ${line}`));
		}
	});
	return lines;
}

/** Nothing where nothing was predicted. */
function leaveLines(input: SummaryInput): string[] {
	const likely = listLikelyToLeave(input);
	if (likely.length === 0) return [];
	const people = new Map(input.people.map(({ person_id, name }) => [person_id, name ?? person_id]));
	const said = input.runs.find(({ stage }) => stage === 'churn')?.message;
	const lines = ['', 'WHO IS MOST LIKELY TO LEAVE, by expected ARR loss'];
	if (said) lines.push(...wrap(said, WIDTH));
	lines.push('');
	likely.slice(0, LEAVING_LISTED).forEach((each, index) => {
		const csm = each.csmId === null ? 'no CSM' : (people.get(each.csmId) ?? each.csmId);
		const loss = each.lossMinor === null ? 'ARR unknown' : amount(each.lossMinor, input.reportCurrency);
		const arr = each.arrMinor === null ? '' : `of ${amount(each.arrMinor, input.reportCurrency)}`;
		const percent = `${each.probability.toFixed(1)} %`;
		lines.push(
			`${fit(`${index + 1}.`, 4)}${fit(each.name, 30)} ${fit(loss, 13, 'right')} ${fit(arr, 17)} ${fit(percent, 7, 'right')}  ${fit(csm, 22)}`.trimEnd(),
		);
		const [first = '', ...rest] = wrap(each.reason ?? 'The row tells no reason.', WIDTH - 8);
		lines.push(`      - ${first}`, ...rest.map((line) => `        ${line}`));
	});
	return lines;
}

/** Nothing where the stage has nothing to show. */
function revenueLines(
	input: SummaryInput,
	stage: string,
	title: string,
	rows: readonly RevenueLine[],
): string[] {
	if (rows.length === 0) return [];
	const people = new Map(input.people.map(({ person_id, name }) => [person_id, name ?? person_id]));
	const said = input.runs.find((run) => run.stage === stage)?.message;
	const lines = ['', title, ...(said ? wrap(said, WIDTH) : []), ''];
	rows.slice(0, REVENUE_LISTED).forEach((each, index) => {
		const owner = each.ownerId === null ? 'no owner' : (people.get(each.ownerId) ?? each.ownerId);
		const money = each.amountMinor === null ? 'not known' : amount(each.amountMinor, input.reportCurrency);
		const percent = each.probability === null ? '' : `${each.probability.toFixed(0)} %`;
		lines.push(
			`${fit(`${index + 1}.`, 4)}${fit(each.name, 30)} ${fit(each.what, 14)} ${fit(money, 14, 'right')} ${fit(percent, 6, 'right')}  ${fit(owner, 24)}`.trimEnd(),
		);
		const [first = '', ...rest] = wrap(each.reason ?? 'The row tells no reason.', WIDTH - 8);
		lines.push(`      - ${first}`, ...rest.map((line) => `        ${line}`));
	});
	return lines;
}

/** The whole summary; ends without a line break. */
export function formatSummary(input: SummaryInput): string {
	const rule = '─'.repeat(WIDTH);
	const failed = input.runs.filter(({ status }) => status !== 'done');
	return [
		rule,
		`Daily run of ${input.businessDay}`,
		rule,
		...failed.flatMap(({ stage, status, message }) =>
			wrap(`! Stage ${stage}: ${status}. ${message ?? ''}`, WIDTH),
		),
		...countLines(input),
		'',
		...bandLines(input),
		'',
		...meanLines(input),
		'',
		'CALL TODAY, most revenue at stake first',
		...callLines(input),
		...leaveLines(input),
		...revenueLines(input, 'renewal', 'WHAT RENEWS NEXT, a year', listRenewals(input)),
		...revenueLines(
			input,
			'expansion',
			'WHO CAN GROW, by expected amount a year; nothing stands in the way',
			listGrowth(input),
		),
		'',
		`Open alerts: ${input.alertsOpen}   messages written: ${input.messagesPlanned}`,
	].join('\n');
}
