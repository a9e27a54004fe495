import type { BridgeLine, BridgeOptions, ValuedLine } from './Bridge';

import { linesInForce } from './linesInForce';

/** Worth of an amount in the currency of the bridge; null: it cannot be counted. */
export interface Valuation {
	readonly currencyOf: (line: BridgeLine) => string;
	readonly atOpening: (line: BridgeLine) => number;
	readonly atClosing: (line: BridgeLine) => number;
}

/**
 * The lines of one account with what each was worth at the opening (as known then, and as known now) and is worth at the closing, in
 * whole minor units of the bridge's currency. Lines that ran on neither day are left out.
 *
 * @example
 * valueLines([], { openingOn: '2025-01-01', closingOn: '2025-12-31', openingCut: 0, closingCut: 0 }, { currencyOf: () => 'USD', atOpening: () => 1, atClosing: () => 1 })
 * // => []
 */
export function valueLines(
	lines: readonly BridgeLine[],
	options: BridgeOptions,
	worth: Valuation,
): ValuedLine[] {
	const { openingOn, closingOn, openingCut, closingCut } = options;
	const opening = new Set(linesInForce(lines, openingOn, closingCut));
	const reported = openingCut === closingCut ? opening : new Set(linesInForce(lines, openingOn, openingCut));
	const closing = new Set(linesInForce(lines, closingOn, closingCut));
	return [...new Set([...opening, ...reported, ...closing])].map((line) => ({
		lineId: line.lineId,
		productId: line.productId,
		replacesLineId: line.replacesLineId,
		currency: worth.currencyOf(line),
		quantity: line.quantity,
		reportedMinor: reported.has(line) ? worth.atOpening(line) : 0,
		openingMinor: opening.has(line) ? worth.atOpening(line) : 0,
		startMinor: opening.has(line) ? worth.atClosing(line) : 0,
		closingMinor: closing.has(line) ? worth.atClosing(line) : 0,
		atOpening: opening.has(line),
		atClosing: closing.has(line),
	}));
}
