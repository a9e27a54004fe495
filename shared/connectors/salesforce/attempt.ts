import { ConnectorFault } from '../ConnectorFault';

export type Attempt<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly fault: ConnectorFault };

/** A fault as a value, where the next step depends on what went wrong. An error that is no fault stays thrown. */
export async function attempt<Value>(act: () => Promise<Value>): Promise<Attempt<Value>> {
	return await act().then(
		(value) => ({ ok: true as const, value }),
		(reason: unknown) => {
			if (reason instanceof ConnectorFault) return { ok: false as const, fault: reason };
			throw reason;
		},
	);
}
