import { MOVE_KINDS, type AccountBridge, type BridgeStep } from './Bridge';

/**
 * The rows of the bridge of one currency: opening, each kind of move once, closing. Whole minor units; opening plus all moves is closing to the
 * last unit because every account's is.
 *
 * @example
 * sumBridge([{ accountId: 'a', openingMinor: 100, closingMinor: 0, moves: [{ kind: 'churn', amountMinor: -100 }] }]).map((step) => step.amountMinor)
 * // => [100, 0, 0, 0, 0, 0, 0, 0, 0, -100, 0]
 */
export function sumBridge(accounts: readonly AccountBridge[]): BridgeStep[] {
	const steps = new Map(
		MOVE_KINDS.map((kind) => [kind, { gains: 0, losses: 0, accounts: new Set<string>() }]),
	);
	let [opening, closing, opened, closed] = [0, 0, 0, 0];
	for (const { accountId, openingMinor, closingMinor, moves } of accounts) {
		opening += openingMinor;
		closing += closingMinor;
		if (openingMinor !== 0) opened++;
		if (closingMinor !== 0) closed++;
		for (const { kind, amountMinor } of moves) {
			const step = steps.get(kind);
			if (step === undefined) continue;
			if (amountMinor > 0) step.gains += amountMinor;
			else step.losses += amountMinor;
			step.accounts.add(accountId);
		}
	}
	const end = (kind: 'opening' | 'closing', amountMinor: number, count: number): BridgeStep => ({
		kind,
		amountMinor,
		gainsMinor: 0,
		lossesMinor: 0,
		accounts: count,
	});
	const moves = [...steps].map(([kind, { gains, losses, accounts: moved }]) => ({
		kind,
		amountMinor: gains + losses,
		gainsMinor: gains,
		lossesMinor: losses,
		accounts: moved.size,
	}));
	return [end('opening', opening, opened), ...moves, end('closing', closing, closed)];
}
