import { wordCount } from '../core/wordCount';
import type { HorizonResult, Verdict } from './Backtest';
import { wordShare } from './wordShare';

const STRONG = 0.8;
const USEFUL = 0.65;

/** What follows from the AUC, by code. */
const ADVICE: Readonly<Record<Verdict['code'], string>> = {
	'not-enough-outcomes': '',
	'wrong-way':
		'it points the wrong way, so do not act on it before its direction and its measures were checked',
	'no-better-than-chance': 'that can not be told from chance, so do not act on this score alone',
	weak: 'better than chance, but weak, so take it as one sign among others',
	useful: 'better than chance, worth acting on',
	strong: 'it tells well who will leave, act on it',
};

/**
 * One sentence for an executive on whether the score knew it in time. Under 30 outcomes, ten of them churned and ten kept, there is no verdict: it says
 * how many there are. The judgement rests on the 90 % interval of the AUC: whole above 0.5 is better than chance; from 0.65 on useful, from 0.8 on strong.
 *
 * @param score name of the score
 *
 * @example
 * writeVerdict('health', { horizonDays: 90, n: 12, churned: 3, enough: false }).text
 * // => 'Not enough outcomes to judge the health score: 12 accounts have a value from 90 days ahead (3 churned), at least 30 with 10 churned and 10 kept are needed.'
 */
export function writeVerdict(score: string, result: HorizonResult): Verdict {
	const { auc, aucLow, aucHigh, horizonDays } = result;
	if (!result.enough || auc === null || aucLow === null || aucHigh === null) {
		return {
			code: 'not-enough-outcomes',
			text: `Not enough outcomes to judge the ${score} score: ${wordCount(result.n, 'account has', 'accounts have')} a value from ${wordCount(horizonDays, 'day')} ahead (${result.churned} churned), at least 30 with 10 churned and 10 kept are needed.`,
		};
	}
	const code =
		aucHigh < 0.5
			? 'wrong-way'
			: aucLow <= 0.5
				? 'no-better-than-chance'
				: auc >= STRONG
					? 'strong'
					: auc >= USEFUL
						? 'useful'
						: 'weak';
	return {
		code,
		text: `${wordCount(horizonDays, 'day')} ahead the ${score} score flagged ${wordCaught(result)}, and ${wordWarnings(result)}; AUC ${auc.toFixed(2)} (${aucLow.toFixed(2)}-${aucHigh.toFixed(2)}): ${ADVICE[code]}.`,
	};
}

function wordCaught({ churnedArr, recall }: HorizonResult): string {
	if (churnedArr.value === null) return `${recall.events} of ${recall.rows} churned accounts`;
	const span =
		churnedArr.low === null || churnedArr.high === null
			? ''
			: ` (${wordShare(churnedArr.low)} to ${wordShare(churnedArr.high)})`;
	return `${wordShare(churnedArr.value)} of the churned revenue${span}`;
}

/** How many had to be warned of for it, and how much better than blind warnings that was. */
function wordWarnings({ precision, flagged, churned, n }: HorizonResult): string {
	return precision.value === null
		? 'it warned of nobody'
		: `${wordShare(precision.value)} of its warnings came true (${wordShare(churned / n)} would by chance), with ${wordShare(flagged / n)} of all accounts warned of`;
}
