import { roundHalfUp } from '../core/roundHalfUp';
import type { AccountLifetime } from './Lifetime';
import { wordCount } from '../core/wordCount';

const DAYS_PER_MONTH = 365.2425 / 12;

type Told = Omit<AccountLifetime, 'reasons' | 'text'>;

/**
 * An account's lifetime as a sentence, and why figures are missing, each as a sentence.
 *
 * @example
 * wordLifetime({ present: { contractEndDay: null }, ahead: [{ days: 90, share: { value: 0.9, low: 0.8, high: 0.95 } }], atContractEnd: null, medianDaysLeft: null, seenDaysLeft: 304, expectedDaysLeft: 200 }, 12)
 * // => { reasons: ['More than half of such accounts stay longer than the 10 months that any was seen to go on, so there is no median.'], text: 'Of 100 such accounts about so many are still there: 90 in 90 days. More than half stay over 10 months longer.' }
 */
export function wordLifetime(
	{ present, ahead, atContractEnd, medianDaysLeft, seenDaysLeft, expectedDaysLeft }: Told,
	horizonMonths: number,
): Pick<AccountLifetime, 'reasons' | 'text'> {
	const seen = seenDaysLeft === null ? null : wordSpan(seenDaysLeft);
	const unseen = ahead.filter(({ share }) => share === null).map(({ days }) => String(days));
	const reasons: string[] = [];
	if (seen === null) reasons.push('No account was seen to stay longer than this one has.');
	else {
		if (unseen.length > 0)
			reasons.push(
				`Such accounts were seen to go on for ${seen} at most, so nothing is told for ${unseen.join(' and ')} days ahead.`,
			);
		if (present.contractEndDay !== null && atContractEnd === null)
			reasons.push(`The contract ends later than such accounts were seen to go on (${seen}).`);
		if (medianDaysLeft === null)
			reasons.push(
				`More than half of such accounts stay longer than the ${seen} that any was seen to go on, so there is no median.`,
			);
		if (expectedDaysLeft === null)
			reasons.push(
				`No mean over ${wordCount(horizonMonths, 'month')}: such accounts were seen for ${seen} only.`,
			);
	}
	const shares = ahead.flatMap(({ days, share }) =>
		share === null ? [] : [`${roundHalfUp(100 * share.value)} in ${days} days`],
	);
	const parts = [
		shares.length === 0 ? '' : `Of 100 such accounts about so many are still there: ${shares.join(', ')}.`,
		medianDaysLeft !== null
			? `Half of them leave within ${wordSpan(medianDaysLeft)}.`
			: seen !== null && (seenDaysLeft ?? 0) > 0
				? `More than half stay over ${seen} longer.`
				: '',
	].filter((part) => part !== '');
	return { reasons, text: parts.length === 0 ? reasons.join(' ') : parts.join(' ') };
}

const wordSpan = (days: number): string =>
	days < 61 ? wordCount(days, 'day') : wordCount(days / DAYS_PER_MONTH, 'month');
