import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';

/**
 * Of running contract lines those of the product with the largest quantity: the one that is sold by seat beside flat modules. Lines without a
 * quantity are left out; an empty list when none has one.
 *
 * @example
 * seatLines([{ line_id: 1, product_id: 'plan', quantity: 40 }, { line_id: 2, product_id: 'module', quantity: 1 }]).length
 * // => 1
 */
export function seatLines(lines: readonly Row[]): Row[] {
	const totals = new Map<unknown, number>();
	for (const line of lines) {
		const quantity = numberIn(line, 'quantity');
		if (quantity !== null && quantity > 0)
			totals.set(line.product_id, (totals.get(line.product_id) ?? 0) + quantity);
	}
	const most = Math.max(...totals.values());
	const product = [...totals].find(([, total]) => total === most)?.[0];
	return lines.filter((line) => line.product_id === product && (numberIn(line, 'quantity') ?? 0) > 0);
}
