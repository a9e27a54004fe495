import { asFault } from '../../shared/connectors/engine/asFault';
import type { EffectOutcome } from '../../shared/connectors/Source';
import type { Call } from '../../shared/connectors/Wire';
import { objectOf } from './exampleAnswer';

/**
 * Makes what is not there yet. It looks by our key first, and again when the answer was lost; only where that tells nothing is the outcome
 * unknown.
 */
export async function createOnce(
	call: Call,
	path: string,
	key: string,
	body: Record<string, unknown>,
): Promise<EffectOutcome> {
	const find = async () => {
		const { id } = objectOf((await call({ method: 'GET', path, query: { key }, idempotent: true })).body);
		return typeof id === 'string' ? id : null;
	};
	const there = await find();
	if (there !== null) return { state: 'confirmed', externalId: there, created: false };
	try {
		const made = await call({ method: 'POST', path, body: { key, ...body }, idempotent: false });
		return { state: 'confirmed', externalId: String(objectOf(made.body)['id']), created: true };
	} catch (error) {
		const fault = asFault(error);
		if (!fault.mayHaveHappened) return { state: 'failed', fault };
		const made = await find();
		if (made !== null) return { state: 'confirmed', externalId: made, created: true };
		return { state: 'unknown', fault };
	}
}
