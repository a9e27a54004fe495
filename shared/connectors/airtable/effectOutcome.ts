import { ConnectorFault } from '../ConnectorFault';
import type { EffectOutcome } from '../Source';

/** What came, or the refusal as a value; every other error goes on. */
async function orFault<T>(asked: Promise<T>): Promise<ConnectorFault | T> {
	return await asked.catch((error: unknown) => {
		if (error instanceof ConnectorFault) return error;
		throw error;
	});
}

/**
 * The outcome of writing one task or deal. When the answer was lost, `find` is asked by the effect key: what is there is confirmed, what is not has
 * failed and may be tried again, because every write is by that key. `unknown` only when that question gets no answer either.
 */
export async function effectOutcome(
	write: () => Promise<{ readonly externalId: string; readonly created: boolean }>,
	find: () => Promise<{ readonly id: string } | null>,
): Promise<EffectOutcome> {
	const written = await orFault(write());
	if (!(written instanceof ConnectorFault)) return { state: 'confirmed', ...written };
	if (!written.mayHaveHappened) return { state: 'failed', fault: written };
	const there = await orFault(find());
	if (there instanceof ConnectorFault) return { state: 'unknown', fault: written };
	return there
		? { state: 'confirmed', externalId: there.id, created: true }
		: { state: 'failed', fault: written };
}
