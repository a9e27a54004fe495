// What `npm start` has finished in one home, so that a second start repeats nothing.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ImportedTemplate {
	/** Hash of the file that was imported. */
	readonly hash: string;
	/** n8n's version after the import: another one there means that a person changed the workflow. */
	readonly versionId: string;
}

export interface LoadedPortfolio {
	readonly seed: number;
	readonly accounts: number;
	readonly asOfOn: string;
}

export interface HomeState {
	/** Hash of what was packed into the installed package. */
	packageHash?: string;
	/** Set only when every row was there. */
	portfolio?: LoadedPortfolio;
	templates?: Record<string, ImportedTemplate>;
}

const fileOf = (home: string) => join(home, 'state.json');

export function readState(home: string): HomeState {
	return existsSync(fileOf(home)) ? JSON.parse(readFileSync(fileOf(home), 'utf8')) : {};
}

/** Whole or not at all: a kill in the middle leaves the earlier state. */
export function writeState(home: string, state: HomeState): void {
	const draft = `${fileOf(home)}.new`;
	writeFileSync(draft, `${JSON.stringify(state, null, '\t')}\n`);
	renameSync(draft, fileOf(home));
}
