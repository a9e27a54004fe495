import type { AlertAccount } from './AlertRows';
import type { Fall } from './findCrossings';
import { formatAmount } from './formatAmount';
import { formatInstant } from './formatInstant';
import type { Recipient } from './routeAlert';

const REASONS_SHOWN = 3;

/**
 * Writes one alert for people: what happened (from and to score), why (largest negative contributions), ARR at stake, who gets it and
 * by when (`dueAt`, UTC instant). Unknown facts are said to be unknown, or left out, never 0.
 */
export function writeAlertText(
	fall: Fall,
	account: AlertAccount | null,
	recipients: readonly Recipient[],
	dueAt: string,
): { readonly title: string; readonly text: string } {
	const { score, crossings } = fall;
	const name = account?.name ?? score.accountId;
	const below = Math.min(...crossings.map((crossing) => crossing.level.below));
	const from = score.previous?.rounded ?? null;
	const movement =
		from === null
			? `starts at ${score.rounded}`
			: `fell from ${from}${since(score.previous?.on)} to ${score.rounded}`;
	const thresholds = crossings.map((crossing) => crossing.level.below).join(' and ');
	const arr = formatAmount(account?.arr_minor ?? null, account?.currency ?? null);
	const lines = [
		`${name}: health ${movement}, below ${thresholds}.`,
		score.lost.length > 0 ? `Why: ${score.lost.slice(0, REASONS_SHOWN).join('; ')}.` : reasonOf(score.reason),
		`ARR at stake: ${arr ?? 'unknown'}.`,
		escalation(crossings.some((crossing) => crossing.level.audiences.includes('executives'))),
		`Goes to: ${recipients.map(({ person, as }) => `${person.name ?? person.person_id} (${as})`).join(', ')}.`,
		`Act by ${formatInstant(dueAt)}.`,
	];
	const change = from === null ? `${score.rounded}` : `${from} to ${score.rounded}`;
	return {
		title: `${name}: health below ${below} (${change})`,
		text: lines.filter((line) => line !== '').join('\n'),
	};
}

function since(on: string | null | undefined): string {
	return on === null || on === undefined ? '' : ` (${on})`;
}

function reasonOf(reason: string | null): string {
	return reason === null ? '' : `Why: ${reason.replace(/\.$/, '')}.`;
}

function escalation(executive: boolean): string {
	return executive
		? 'Next: an executive agrees a recovery plan with the account team.'
		: 'Next: check-in call, health analysis, root cause.';
}
