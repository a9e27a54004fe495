import { ConnectorFault } from '../ConnectorFault';
import type { EffectOutcome } from '../Source';

export interface EffectMoves {
	/** Vendor id of what is there under the effect's key; null: nothing is. */
	readonly find: () => Promise<string | null>;
	/** Makes it and gives its vendor id. */
	readonly make: () => Promise<string>;
	/** Brings what was found to the wanted state; absent: what is there is right. */
	readonly update?: (id: string) => Promise<void>;
}

/**
 * Makes something at a vendor that has no idempotency key: look, make, and look again when the answer was lost. Not found after a lost
 * answer is `failed`: the next try begins with a look, so it cannot make a second one. Could not look is `unknown`.
 */
export async function settleEffect(moves: EffectMoves): Promise<EffectOutcome> {
	const there = await attempt(moves.find);
	if (!there.ok) return { state: 'failed', fault: there.fault };
	if (there.value !== null) {
		const id = there.value;
		const updated = await attempt(async () => await moves.update?.(id));
		if (!updated.ok) return { state: 'failed', fault: updated.fault };
		return { state: 'confirmed', externalId: id, created: false };
	}
	const made = await attempt(moves.make);
	if (made.ok) return { state: 'confirmed', externalId: made.value, created: true };
	if (!made.fault.mayHaveHappened) return { state: 'failed', fault: made.fault };
	const found = await attempt(moves.find);
	if (!found.ok) return { state: 'unknown', fault: made.fault };
	if (found.value === null) return { state: 'failed', fault: made.fault };
	return { state: 'confirmed', externalId: found.value, created: true };
}

type Attempt<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly fault: ConnectorFault };

/** A refusal as a value; what is no refusal (cancelled, a fault of ours) goes on up. */
async function attempt<Value>(move: () => Promise<Value>): Promise<Attempt<Value>> {
	return await move().then(
		(value): Attempt<Value> => ({ ok: true, value }),
		(error: unknown): Attempt<Value> => ({ ok: false, fault: faultOf(error) }),
	);
}

function faultOf(error: unknown): ConnectorFault {
	if (error instanceof ConnectorFault) return error;
	throw error;
}
