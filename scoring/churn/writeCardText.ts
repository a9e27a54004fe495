import type { FieldImportance } from '../learn/Evaluation';
import type { CardBin, CardMetric, ModelCard } from './ModelCard';
import { wordShare } from './wordShare';

const MOST_FIELDS = 15;

/**
 * A model card as Markdown. Names of fields come from the user's columns, so what would break a table or start markup is escaped.
 *
 * @example
 * writeCardText({ title: 'Churn model', predicts: 'P.', trained: 'T.', warnings: [], measured: 'M.', metrics: [], calibration: [], bands: [], fields: [], leftOut: [], howToRead: ['H.'], limits: ['L.'] }).split('\n')[0]
 * // => '# Churn model'
 */
export function writeCardText(card: Omit<ModelCard, 'markdown'>): string {
	const sections = [
		`# ${plain(card.title)}`,
		...card.warnings.map(({ code, text }) => `> **Warning (${code}):** ${plain(text)}`),
		card.predicts,
		plain(card.trained),
		`## How good it is\n\n${card.measured}`,
		card.metrics.length === 0 ? '' : metricTable(card.metrics),
		section('Told and happened', card.calibration, binTable),
		section('Bands', card.bands, binTable),
		section('What moves it most', card.fields.slice(0, MOST_FIELDS), fieldTable),
		section('Columns left out', card.leftOut, (left) =>
			left.map(({ name, why }) => `- ${plain(name)}: ${plain(why)}`).join('\n'),
		),
		section('How to read it', card.howToRead, listOf),
		section('Limits', card.limits, listOf),
	];
	return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function section<Row>(title: string, rows: readonly Row[], write: (rows: readonly Row[]) => string): string {
	return rows.length === 0 ? '' : `## ${title}\n\n${write(rows)}`;
}

function listOf(lines: readonly string[]): string {
	return lines.map((line) => `- ${line}`).join('\n');
}

function metricTable(metrics: readonly CardMetric[]): string {
	const rows = metrics.map(({ label, model, low, high, baseRate, rule }) => {
		const interval = low === null || high === null ? '' : ` (${number(low)} to ${number(high)})`;
		return [label, `${number(model)}${interval}`, number(baseRate), number(rule)];
	});
	const meanings = metrics.map(({ label, meaning }) => `- ${label}: ${meaning}`).join('\n');
	return `${table(['Metric', 'Model', 'Base rate', 'Rule score'], rows)}\n\n${meanings}`;
}

function binTable(bins: readonly CardBin[]): string {
	const told = bins.some(({ predicted }) => predicted !== null);
	return table(
		['Told', ...(told ? ['Mean told'] : []), 'Accounts', 'Churned', 'Share', '90 % interval'],
		bins.map(({ from, to, predicted, rows, events, observed, low, high }) => [
			`${percent(from)} to ${percent(to)}`,
			...(told ? [percent(predicted)] : []),
			String(rows),
			String(events),
			percent(observed),
			`${percent(low)} to ${percent(high)}`,
		]),
	);
}

function fieldTable(fields: readonly FieldImportance[]): string {
	return table(
		['Field', 'Share', 'Which way'],
		fields.map(({ field, share, direction, level }) => [
			plain(field),
			wordShare(share),
			wordWay(direction, level),
		]),
	);
}

function wordWay(direction: FieldImportance['direction'], level: string | null | undefined): string {
	if (direction === 'raises') return 'the higher, the likelier churn';
	if (direction === 'lowers') return 'the higher, the less likely churn';
	if (direction === 'mixed') return 'both ways, depending on the value';
	return `most likely where it is ${level === null || level === undefined ? 'not known' : plain(`"${level}"`)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function plain(text: string): string {
	return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

function number(value: number | null): string {
	return value === null ? 'not known' : value.toFixed(3);
}

function percent(share: number | null): string {
	return share === null ? 'not known' : `${(100 * share).toFixed(1)} %`;
}
