// One line per step with the time since the command was given.
const startedAt = Number(process.env['LAUNCHED_AT'] ?? Date.now());

function elapsed(): string {
	return `[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s]`;
}

export function say(text: string): void {
	console.log(`${elapsed()} ${text}`);
}

/** Announces a step that takes a moment, runs it, and passes its result on. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
	say(`${title} ...`);
	return await work();
}
