import { wordCount } from '../core/wordCount';
import type { ModelKind, TrainedModel } from '../learn/Model';
import type { LeftColumn } from '../learn/Schema';
import type { ModelCard, ModelCardExtra } from './ModelCard';
import { wordShare } from './wordShare';

const KINDS: Readonly<Record<ModelKind, string>> = {
	'base-rate': 'the churn rate alone, as there were too few events to learn from',
	lr: 'a ridge logistic regression',
	gbdt: 'gradient-boosted trees',
	rf: 'a random forest',
	blend: 'a blend of',
};

const REASONS: Readonly<Record<LeftColumn['reason'], string>> = {
	constant: 'has the same value in every row',
	identical: 'says the same as another column',
	'all-missing': 'is empty in every row',
	identifier: 'looks like a name or number of the single account',
	text: 'is free text',
	'too-many': 'there were too many columns, and others told more',
};

/**
 * The sentences of a model card: what the model predicts, what it learned from, which columns it left out and why, how to read it, and its limits.
 *
 * @example
 * describeCard({ kind: 'base-rate', rows: 20, events: 2, base: { rate: 0.1, low: 0.03, high: 0.28 }, schema: { fields: [], left: [] }, weights: {} }, { horizonDays: 90 }).predicts
 * // => 'The probability that an account churns within 90 days of the day it is scored.'
 */
export function describeCard(
	model: TrainedModel,
	extra: ModelCardExtra,
): Pick<ModelCard, 'title' | 'predicts' | 'trained' | 'leftOut' | 'howToRead' | 'limits'> {
	const { horizonDays = null, modelId } = extra;
	const within =
		horizonDays === null
			? 'in the time its training rows looked ahead'
			: `within ${wordCount(horizonDays, 'day')}`;
	const { rate, low, high } = model.base;
	const alone = model.kind === 'base-rate';
	return {
		title: modelId === undefined ? 'Churn model' : `Churn model ${modelId}`,
		predicts:
			horizonDays === null
				? 'The probability that an account churns; how far its training rows looked ahead was not said.'
				: `The probability that an account churns ${within} of the day it is scored.`,
		trained: wordTraining(model, extra),
		leftOut: model.schema.left.map(({ name, reason, same }) => ({
			name,
			why: reason === 'identical' && same !== undefined ? `says the same as ${same}` : REASONS[reason],
		})),
		howToRead: [
			`A probability of 20 % means: of a hundred accounts that are told 20 %, about twenty churn ${within}. It says nothing certain about a single one.`,
			alone
				? `Every account gets the same probability, ${wordShare(rate)} (${wordShare(low)} to ${wordShare(high)}): use the rule score to rank them.`
				: 'The interval beside a probability is that of its band: accounts that were scored like this one churned that often. It is no interval for the single account.',
			'The reasons say what moved the prediction, not what causes churn.',
			'The risk from 0 to 100 of the rules stands beside the probability and is another thing: points, not percent.',
		],
		limits: [
			`It has seen ${model.events} churns and knows nothing that did not happen among them.`,
			`It learned from ${wordPeriod(extra) ?? 'rows whose days are not known'}; new prices, products or kinds of customers since then are strange to it.`,
			'Who is likely to leave is not who can be kept: choose actions by what they changed before.',
			'The figures above were measured on accounts of the same history; how good it is on the next months only an evaluation on newer rows shows.',
		],
	};
}

function wordTraining(model: TrainedModel, extra: ModelCardExtra): string {
	const { kind, rows, events, schema, weights } = model;
	const on = extra.trainedAt ? ` on ${extra.trainedAt.slice(0, 10)}` : '';
	const meaning = extra.rowMeaning === undefined ? '' : ` (${extra.rowMeaning})`;
	const snapshots = extra.snapshots ?? null;
	const accounts = extra.accounts ?? null;
	const of = [
		...(snapshots === null ? [] : [wordCount(snapshots, 'snapshot')]),
		...(accounts === null ? [] : [wordCount(accounts, 'account')]),
	].join(' of ');
	const period = wordPeriod(extra);
	const parts = [
		['logistic regression', weights.linear],
		['boosted trees', weights.boosted],
		['random forest', weights.forest],
	] as const;
	const blended = parts
		.filter(([, share]) => share > 0)
		.map(([name, share]) => `${name} (${wordShare(share)})`);
	const what = kind === 'blend' ? `${KINDS.blend} ${blended.join(', ')}` : KINDS[kind];
	const source = [of, period].filter((text) => text !== null && text !== '').join(', ');
	return `Trained${on} on ${rows} rows${meaning}, ${events} of them with churn (${wordShare(rows > 0 ? events / rows : null)})${source === '' ? '' : `: ${source}`}. It is ${what}, and uses ${wordCount(schema.fields.length, 'field')}.`;
}

function wordPeriod({ from = null, to = null }: ModelCardExtra): string | null {
	if (from === null || to === null) return null;
	return from === to ? `rows of ${from}` : `rows from ${from} to ${to}`;
}
