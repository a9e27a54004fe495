// What may stand behind `npm start --`.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_HOME, DEFAULT_PORT } from './hostPaths.mts';

export interface StartOptions {
	readonly once: boolean;
	readonly port: number;
	readonly home: string;
	/** Null: whatever the home holds, or the default of a new one. */
	readonly accounts: number | null;
	readonly seed: number | null;
	/** UTC day of the demo data; null: today. */
	readonly asOfOn: string | null;
}

export const USAGE = `npm start -- [options]
  --once            end after the summary; exit code 0 only if the run succeeded
  --port N          port of the editor (default ${DEFAULT_PORT}; the task runners take N + 1)
  --accounts N      size of the demo portfolio (default 1250); another size replaces the demo data
  --seed N          another portfolio of the same kind; replaces the demo data
  --as-of DAY       last day of the demo data, YYYY-MM-DD (default today, UTC); replaces the demo data
  --home DIR        folder for n8n's database and settings (default .n8n-home in this checkout)`;

function wholeNumber(name: string, text: string | undefined, low: number, high: number): number | null {
	if (text === undefined) return null;
	const value = Number(text);
	if (Number.isInteger(value) && value >= low && value <= high) return value;
	throw new Error(`--${name} ${text}: expected a whole number from ${low} to ${high}.\n\n${USAGE}`);
}

function day(text: string | undefined): string | null {
	if (text === undefined) return null;
	const time = Date.parse(`${text}T00:00:00Z`);
	if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text.length === 10) return text;
	throw new Error(`--as-of ${text}: expected a calendar day such as 2026-03-31.\n\n${USAGE}`);
}

export function parseStartOptions(args: readonly string[]): StartOptions {
	const text = { type: 'string' } as const;
	const options = {
		once: { type: 'boolean' },
		port: text,
		home: text,
		accounts: text,
		seed: text,
		'as-of': text,
	} as const;
	let values;
	try {
		({ values } = parseArgs({ args: [...args], options, strict: true }));
	} catch (fault) {
		throw new Error(`${(fault as Error).message}\n\n${USAGE}`);
	}
	return {
		once: values.once === true,
		port: wholeNumber('port', values.port, 1024, 65534) ?? DEFAULT_PORT,
		home: values.home === undefined ? DEFAULT_HOME : resolve(values.home),
		accounts: wholeNumber('accounts', values.accounts, 1, 1_000_000),
		seed: wholeNumber('seed', values.seed, 0, 2 ** 31 - 1),
		asOfOn: day(values['as-of']),
	};
}
