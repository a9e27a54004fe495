import type { IExecuteFunctions } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import type { Warning } from '../../../scoring/learn/Model';
import { addHint } from '../../../shared/n8n/addHint';

/**
 * Sentences a person must not miss: each stands above the output as a warning. Gives them for the items as well, each once. A note that
 * says there is nothing to do is no warning, and stands above the output all the same.
 */
export function warnUser(
	context: IExecuteFunctions,
	warnings: readonly Warning[],
	notes: readonly Issue[] = [],
): string[] {
	const idle = notes.filter(({ remedy }) => /^Nothing to do\.?$/.test(remedy));
	const pressing = notes.filter((note) => !idle.includes(note));
	const once = [...new Set([...warnings.map(({ text }) => text), ...pressing.map(wordIssue)])];
	for (const text of once) addHint(context, text, 'warning');
	for (const text of new Set(idle.map(({ message }) => sentence(message)))) addHint(context, text);
	return once;
}

/** What happened and what to do, as one text. */
export const wordIssue = ({ message, remedy }: Issue): string =>
	[message, remedy].map(sentence).join(' ').trim();

const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);
