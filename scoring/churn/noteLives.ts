import type { Issue } from '../core/issue';
import type { LifeSkip, ReadLives } from './Lifetime';

const SKIPS: Readonly<Record<LifeSkip, readonly [what: string, remedy: string] | null>> = {
	'not-started': null,
	'first-outcome': null,
	'gone-without-outcome': [
		'Accounts marked as deleted or churned, left out because no outcome says when they left (the curves look better than they are)',
		'Add a churned outcome with its day for each of them',
	],
	'start-not-known': [
		'Accounts left out because no started_on, contract or usage tells when they began',
		'Fill started_on',
	],
	'churned-before-start': [
		'Churns left out because they lie before the first day that anything tells of their account',
		'Correct started_on or occurred_on, or pass the earlier contract if the account came back',
	],
	'churned-twice': [
		'Churns left out because the account had churned already and nothing tells that it came back',
		'Remove the duplicate outcome, or pass the contract with which the account came back',
	],
	'ended-before-records': [
		'Churns left out because they lie before the account was watched',
		'If all churns of that time are in cs_outcomes, say so in the option "Churns Recorded Since"',
	],
};

/**
 * What is to be said of the lives that were read: what was left out and why, accounts watched only from an age on, accounts that came back.
 *
 * @example
 * noteLives({ skipped: { 'churned-twice': 1 }, cameBack: 0, lateEntries: 0 }).map(({ message }) => message.slice(-3))
 * // => [': 1']
 */
export function noteLives({
	skipped,
	cameBack,
	lateEntries,
	recordedSince,
}: Pick<ReadLives, 'skipped' | 'cameBack' | 'lateEntries' | 'recordedSince'>): Issue[] {
	const notes: Issue[] = [];
	for (const [reason, words] of Object.entries(SKIPS)) {
		const count = skipped[reason as LifeSkip] ?? 0;
		if (words === null || count === 0) continue;
		const [what, remedy] = words;
		notes.push({
			code: reason,
			path: 'accounts',
			message: `${what}: ${count}`,
			remedy,
			severity: 'warning',
		});
	}
	const note = (code: string, message: string): void => {
		notes.push({ code, path: 'accounts', message, remedy: 'Nothing to do', severity: 'warning' });
	};
	if (lateEntries > 0)
		note(
			'watched-late',
			`Accounts that began before churns were recorded (${recordedSince}) or before they were known: ${lateEntries}. They count from then on, because who had left before is not in the data`,
		);
	if (cameBack > 0)
		note(
			'came-back',
			`Accounts that left and came back: ${cameBack}. Each time as a customer counts by itself, from its own start`,
		);
	return notes;
}
