import type { ValuedLine } from './Bridge';

/** What an account had of one product in one currency before and has after. */
export interface ProductGroup {
	readonly productId: string | null;
	readonly currency: string;
	readonly lineIds: readonly string[];
	/** Whether there was a line before, and is one after. */
	readonly before: boolean;
	readonly after: boolean;
	readonly beforeMinor: number;
	readonly afterMinor: number;
	/** null: of a line it is not known. */
	readonly quantityBefore: number | null;
	readonly quantityAfter: number | null;
	/** The product is billed in one currency before and in another after, and no rate tells what became of it. */
	readonly movedCurrency: boolean;
}

/**
 * Pairs the lines of an account by product. A line that ran through is paired with itself; what is left is put together by product. A line
 * without a product has that of the line it replaces, or of the first of those that follow one another.
 *
 * @example
 * pairProducts([{ lineId: 'L', productId: 'p', currency: 'USD', quantity: 2, startMinor: 100, closingMinor: 100, atOpening: true, atClosing: true }])[0].afterMinor
 * // => 100
 */
export function pairProducts(lines: readonly ValuedLine[]): ProductGroup[] {
	const byId = new Map(lines.map((line) => [line.lineId, line]));
	const groups = new Map<string, ValuedLine[]>();
	for (const line of lines) {
		if (!line.atOpening && !line.atClosing) continue;
		const through = line.atOpening && line.atClosing;
		const key = through ? `line ${line.lineId}` : keyOf(line, byId);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [line]);
		else group.push(line);
	}
	return [...groups.values()].flatMap(splitCurrencies);
}

function keyOf(line: ValuedLine, byId: ReadonlyMap<string, ValuedLine>): string {
	let at = line;
	const seen = new Set<string>();
	while (!at.productId) {
		const next = at.replacesLineId ? byId.get(at.replacesLineId) : undefined;
		if (next === undefined || seen.has(next.lineId)) return `root ${at.replacesLineId ?? at.lineId}`;
		seen.add(next.lineId);
		at = next;
	}
	return `product ${at.productId}`;
}

function splitCurrencies(group: readonly ValuedLine[]): ProductGroup[] {
	const codes = [...new Set(group.map(({ currency }) => currency))];
	const parts = codes.map((code) =>
		measure(
			group.filter(({ currency }) => currency === code),
			code,
		),
	);
	const gone = parts.some(({ before, after }) => before && !after);
	const come = parts.some(({ before, after }) => after && !before);
	return parts.map((part) => ({ ...part, movedCurrency: gone && come && part.before !== part.after }));
}

function measure(lines: readonly ValuedLine[], currency: string): ProductGroup {
	const [before, after] = [
		lines.filter(({ atOpening }) => atOpening),
		lines.filter(({ atClosing }) => atClosing),
	];
	const quantity = (list: readonly ValuedLine[]): number | null =>
		list.reduce<number | null>(
			(sum, line) => (sum === null || line.quantity === null ? null : sum + line.quantity),
			0,
		);
	return {
		productId: lines.find(({ productId }) => productId !== null)?.productId ?? null,
		currency,
		lineIds: lines.map(({ lineId }) => lineId),
		before: before.length > 0,
		after: after.length > 0,
		beforeMinor: before.reduce((sum, line) => sum + line.startMinor, 0),
		afterMinor: after.reduce((sum, line) => sum + line.closingMinor, 0),
		quantityBefore: quantity(before),
		quantityAfter: quantity(after),
		movedCurrency: false,
	};
}
