import { isDay } from '../core/isDay';
import type { Issue } from '../core/issue';
import type { HealthInput } from './HealthScore';

/**
 * Faults of an input apart from its observations. Errors: no day of the score; an override without value, reason or expiry, because
 * what somebody ordered by hand must neither be dropped nor last for ever. Warnings: an expired override, a start that is no day.
 *
 * @example
 * checkHealthInput({ accountId: 'a', asOfOn: '15 Jan', observations: {} })[0].code
 * // => 'no-day'
 */
export function checkHealthInput(input: HealthInput): Issue[] {
	const issues: Issue[] = [];
	if (!isDay(input.asOfOn)) {
		const message = `The day of the score is ${String(input.asOfOn)}`;
		issues.push(issue('no-day', 'asOfOn', message, 'Give a day as YYYY-MM-DD', 'error'));
	}
	if (input.observations === null || typeof input.observations !== 'object') {
		const remedy = 'Give an object with the values by metric id';
		issues.push(issue('no-observations', 'observations', 'There are no observations', remedy, 'error'));
	}
	if (typeof input.startedOn === 'string' && !isDay(input.startedOn)) {
		const message = `The start of account ${input.accountId} is '${input.startedOn}', so its age is unknown`;
		issues.push(issue('no-day', 'startedOn', message, 'Give a day as YYYY-MM-DD', 'warning'));
	}
	return [...issues, ...overrideFaults(input)];
}

function overrideFaults(input: HealthInput): Issue[] {
	const { override, accountId } = input;
	if (override === null || override === undefined) return [];
	const issues: Issue[] = [];
	if (typeof override.value !== 'number' || !(override.value >= 0 && override.value <= 100)) {
		const message = `The override of account ${accountId} sets ${String(override.value)}`;
		issues.push(issue('out-of-range', 'override.value', message, 'Set a score from 0 to 100', 'error'));
	}
	if (typeof override.reason !== 'string' || override.reason.trim() === '') {
		const message = `The override of account ${accountId} has no reason`;
		issues.push(
			issue(
				'override-without-reason',
				'override.reason',
				message,
				'Say why the score is set by hand',
				'error',
			),
		);
	}
	if (!isDay(override.expiresOn)) {
		const message = `The override of account ${accountId} expires on ${String(override.expiresOn)}`;
		const remedy = 'Set its last day as YYYY-MM-DD; it can be renewed';
		issues.push(issue('override-without-expiry', 'override.expiresOn', message, remedy, 'error'));
	} else if (override.expiresOn < input.asOfOn) {
		const message = `The override of account ${accountId} expired on ${override.expiresOn} and is ignored`;
		issues.push(issue('override-expired', 'override.expiresOn', message, 'Renew or remove it', 'warning'));
	}
	return issues;
}

function issue(
	code: string,
	path: string,
	message: string,
	remedy: string,
	severity: Issue['severity'],
): Issue {
	return { code, path, message, remedy, severity };
}
