// Recorded traffic of the real vendors stands outside the repository; where it is absent the tests say so and are skipped.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Exchange {
	readonly system: string;
	readonly id: string;
	readonly request: {
		readonly method: string;
		readonly path: string;
		readonly query: Record<string, string>;
		readonly body: any;
	};
	readonly response: {
		readonly status: number;
		readonly headers: Record<string, string>;
		readonly body: any;
	};
}

/** Beside the repository, unless the environment names another place. */
const recordingsFolder = (): string =>
	process.env.CUSTOMER_SUCCESS_RECORDINGS ??
	resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'recordings');

/** All exchanges of one vendor, or the sentence that says why there are none. */
export function readRecordings(system: string): Exchange[] | string {
	const file = join(recordingsFolder(), `${system}.jsonl`);
	if (!existsSync(file)) {
		return `no recordings of ${system} on this machine: set CUSTOMER_SUCCESS_RECORDINGS to the folder that holds ${system}.jsonl`;
	}
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Exchange);
}
