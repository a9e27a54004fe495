import { roundHalfUp } from '../core/roundHalfUp';
import type { Cell } from '../learn/RawTable';
import { FACT_LABELS } from './factLabels';
import { FACT_LIMITS } from './factLimits';
import { wordChange } from './wordChange';
import { wordCount } from '../core/wordCount';
import { wordMove } from './wordMove';
import { wordNumber } from './wordNumber';
import { wordPercent } from './wordPercent';

/**
 * A fact in words for people, with its size and direction. A column nobody described is called by its own name.
 *
 * @example
 * [wordFact('usage_change_60d', -0.43), wordFact('plan_tier', 'starter'), wordFact('nps', null)]
 * // => ['Usage fell 43 % in 60 days', 'Plan tier is "starter"', 'NPS score is not known']
 */
export function wordFact(field: string, value: Cell): string {
	const fact = FACT_LABELS[field];
	const label = fact?.label ?? ownName(field);
	if (value === null || value === undefined || value === '') return `${label} is not known`;
	if (typeof value !== 'number')
		return `${label} is ${typeof value === 'string' ? `"${value}"` : wordYes(value)}`;
	if (fact === undefined) return `${label} is ${wordNumber(value)}`;
	const after = fact.after === undefined || fact.after === '' ? '' : ` ${fact.after}`;
	const orMore = value === FACT_LIMITS[field] ? ' or more' : '';
	switch (fact.kind) {
		case 'change':
			return `${label} ${wordChange(value)}${orMore}${after}`;
		case 'shift':
			return `${label} ${wordMove(100 * value, 'points')}${after}`;
		case 'step':
			return `${label} ${wordMove(value, '').trim()}${after}`;
		case 'share':
			return `${label} is ${wordPercent(value)}`;
		case 'days':
			return value < 0
				? `${label} is past by ${wordCount(-value, 'day')}`
				: `${label} is ${wordCount(value, 'day')}${orMore}`;
		case 'due': {
			const days = `${wordNumber(Math.abs(value))} ${Math.abs(value) === 1 ? 'day' : 'days'}`;
			return value === 0
				? `${label} on the due day`
				: `${label} ${days} ${value < 0 ? 'before' : 'after'} the due day`;
		}
		case 'hours':
			return `${label} is ${wordCount(value, 'hour')}${orMore}`;
		case 'flag':
			return (value >= 0.5 ? fact.yes : fact.no) ?? label;
		case 'count':
			return `${label}: ${roundHalfUp(value * 10) / 10}${after}${orMore}`;
		case 'number':
			return `${label} is ${wordNumber(value)}${after}`;
	}
}

const wordYes = (value: boolean): string => (value ? 'yes' : 'no');

/** plan_tier becomes "Plan tier". */
function ownName(field: string): string {
	const words = field.replace(/_+/g, ' ').trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
