import type { AlertAccount } from './AlertRows';
import type { AlertSubject } from './AlertSubject';
import type { Fall } from './findCrossings';
import { formatAmount } from './formatAmount';
import { formatInstant } from './formatInstant';
import { healthSubject } from './healthSubject';
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
	subject: AlertSubject = healthSubject,
): { readonly title: string; readonly text: string } {
	const { score, crossings } = fall;
	const { noun, moved, side, unit } = subject.words;
	const name = account?.name ?? score.accountId;
	const limits = crossings.map((crossing) => crossing.level.below);
	const furthest = subject.bad === 'low' ? Math.min(...limits) : Math.max(...limits);
	const now = `${score.rounded}${unit}`;
	const from = score.previous === null ? null : `${score.previous.rounded}${unit}`;
	const movement =
		from === null ? `starts at ${now}` : `${moved} from ${from}${since(score.previous?.on)} to ${now}`;
	const thresholds = limits.map((limit) => `${limit}${unit}`).join(' and ');
	const lines = [
		`${name}: ${noun} ${movement}, ${side} ${thresholds}.`,
		score.lost.length > 0 ? `Why: ${score.lost.slice(0, REASONS_SHOWN).join('; ')}.` : reasonOf(score.reason),
		score.note ?? '',
		`ARR at stake: ${stakeOf(account, score.rounded, subject)}.`,
		escalation(crossings.some((crossing) => crossing.level.audiences.includes('executives'))),
		`Goes to: ${recipients.map(({ person, as }) => `${person.name ?? person.person_id} (${as})`).join(', ')}.`,
		`Act by ${formatInstant(dueAt)}.`,
	];
	const change = from === null ? now : `${from} to ${now}`;
	return {
		title: `${name}: ${noun} ${side} ${furthest}${unit} (${change})`,
		text: lines.filter((line) => line !== '').join('\n'),
	};
}

/** ARR; of a churn probability also what is lost on average. */
function stakeOf(account: AlertAccount | null, rounded: number, { score }: AlertSubject): string {
	const { arr_minor: minor = null, currency = null } = account ?? {};
	const arr = formatAmount(minor, currency) ?? 'unknown';
	const loss = score === 'churn' && minor !== null ? formatAmount((minor * rounded) / 100, currency) : null;
	return loss === null ? arr : `${arr}, expected loss ${loss}`;
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
