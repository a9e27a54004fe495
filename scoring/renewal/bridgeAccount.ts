import type { AccountBridge, BridgeMove, MoveKind, ValuedLine } from './Bridge';
import { pairProducts, type ProductGroup } from './pairProducts';
import { splitChange } from './splitChange';

export interface BridgedAccount {
	/** One per currency. */
	readonly bridges: readonly AccountBridge[];
	readonly notSplit: number;
}

/**
 * The bridge of one account, line by line: opening plus all moves is closing, in every currency, by construction. What became of the
 * account (new, reactivation, churn) is judged over all its currencies; otherwise lines are compared product by product. Products
 * that went and products that came are swaps up to the smaller of the two sums, so that a migration is neither contraction nor expansion.
 *
 * @param hadRevenueBefore whether it had revenue before the opening, which makes a return a reactivation
 *
 * @example
 * bridgeAccount('a', [{ lineId: 'L', productId: 'p', currency: 'USD', reportedMinor: 100, openingMinor: 100, startMinor: 100, closingMinor: 0, atOpening: true, atClosing: false }], false).bridges[0].moves
 * // => [{ kind: 'churn', amountMinor: -100, productId: 'p', lineIds: ['L'] }]
 */
export function bridgeAccount(
	accountId: string,
	lines: readonly ValuedLine[],
	hadRevenueBefore: boolean,
): BridgedAccount {
	const books = new Map<string, BridgeMove[]>();
	const put = (
		currency: string,
		kind: MoveKind,
		amountMinor: number,
		group: Pick<ProductGroup, 'productId' | 'lineIds'>,
	): void => {
		if (amountMinor === 0) return;
		const { productId, lineIds } = group;
		books.get(currency)?.push({ kind, amountMinor, productId, lineIds });
	};
	for (const { currency } of lines) if (!books.has(currency)) books.set(currency, []);
	for (const line of lines) {
		const group = { productId: line.productId, lineIds: [line.lineId] };
		put(line.currency, 'restated', line.openingMinor - line.reportedMinor, group);
		put(line.currency, 'currency', line.startMinor - line.openingMinor, group);
	}
	const groups = pairProducts(lines);
	const fate = judgeFate(lines, hadRevenueBefore);
	let notSplit = 0;
	if (fate !== null) {
		for (const group of groups) put(group.currency, fate, group.afterMinor - group.beforeMinor, group);
	} else {
		for (const group of groups) {
			if (group.movedCurrency) put(group.currency, 'currency', group.afterMinor - group.beforeMinor, group);
			else if (group.before && group.after) {
				const split = splitChange(group);
				if (split === null) notSplit++;
				const volume = split?.volumeMinor ?? group.afterMinor - group.beforeMinor;
				put(group.currency, volume > 0 ? 'expansion' : 'contraction', volume, group);
				put(group.currency, 'price', split?.priceMinor ?? 0, group);
			}
		}
		for (const currency of books.keys()) {
			const own = groups.filter(
				(group) => group.currency === currency && !group.movedCurrency && group.before !== group.after,
			);
			swapProducts(own, (kind, amount, group) => put(currency, kind, amount, group));
		}
	}
	return {
		bridges: [...books].map(([currency, moves]) => close(accountId, currency, moves, lines)),
		notSplit,
	};
}

/** What became of the whole account; null: it had revenue and has some. */
function judgeFate(lines: readonly ValuedLine[], hadRevenueBefore: boolean): MoveKind | null {
	const some = (worth: (line: ValuedLine) => number): boolean => {
		const sums = new Map<string, number>();
		for (const line of lines) sums.set(line.currency, (sums.get(line.currency) ?? 0) + worth(line));
		return [...sums.values()].some((sum) => sum > 0);
	};
	const [before, after] = [some((line) => line.startMinor), some((line) => line.closingMinor)];
	if (before) return after ? null : 'churn';
	if (after) return hadRevenueBefore ? 'reactivation' : 'new';
	return null;
}

/** Products that only went against products that only came; credits that came or went are price. */
function swapProducts(
	groups: readonly ProductGroup[],
	put: (kind: MoveKind, amountMinor: number, group: ProductGroup) => void,
): void {
	const changeOf = ({ beforeMinor, afterMinor }: ProductGroup): number => afterMinor - beforeMinor;
	const isCredit = ({ beforeMinor, afterMinor }: ProductGroup): boolean => beforeMinor < 0 || afterMinor < 0;
	for (const group of groups) if (isCredit(group)) put('price', changeOf(group), group);
	const gone = groups.filter((group) => !isCredit(group) && changeOf(group) < 0);
	const come = groups.filter((group) => !isCredit(group) && changeOf(group) > 0);
	const sum = (list: readonly ProductGroup[]): number =>
		list.reduce((total, group) => total + changeOf(group), 0);
	const swapped = Math.min(-sum(gone), sum(come));
	for (const [list, sign, rest] of [
		[gone, -1, 'contraction'],
		[come, 1, 'expansion'],
	] as const) {
		let open = swapped;
		for (const group of list) {
			const size = sign * changeOf(group);
			const part = Math.min(open, size);
			open -= part;
			put('swap', sign * part, group);
			put(rest, sign * (size - part), group);
		}
	}
}

function close(
	accountId: string,
	currency: string,
	moves: readonly BridgeMove[],
	lines: readonly ValuedLine[],
): AccountBridge {
	let [openingMinor, startMinor, closingMinor] = [0, 0, 0];
	for (const line of lines) {
		if (line.currency !== currency) continue;
		openingMinor += line.reportedMinor;
		startMinor += line.startMinor;
		closingMinor += line.closingMinor;
	}
	// Of what is billed in another currency now, the part that left or came is in neither sum.
	const sumOf = (kind: MoveKind): number =>
		moves.reduce((sum, move) => sum + (move.kind === kind ? move.amountMinor : 0), 0);
	const rate = lines.reduce(
		(sum, line) => sum + (line.currency === currency ? line.startMinor - line.openingMinor : 0),
		0,
	);
	const moved = sumOf('currency') - rate;
	return {
		accountId,
		currency,
		openingMinor,
		closingMinor,
		moves,
		startMinor: startMinor + Math.min(0, moved),
		endMinor: closingMinor - Math.max(0, moved),
	};
}
