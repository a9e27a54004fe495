import type { RidgeFit } from './fitRidge';
import { BLOCK_ROWS, type LinearDesign } from './LinearDesign';
import { lossOf } from './lossOf';
import type { Steps } from './Steps';

/** Inverse of a lower factor, stored by column (`inverse[column * stride + row]`), so that four rows lie side by side. */
function invertFactor(factor: Float64Array, size: number, stride: number): Float64Array {
	const inverse = new Float64Array(stride * stride);
	for (let column = 0; column < size; column++) {
		for (let row = column; row < size; row++) {
			let rest = row === column ? 1 : 0;
			for (let index = column; index < row; index++) {
				rest -= factor[row * stride + index]! * inverse[column * stride + index]!;
			}
			inverse[column * stride + row] = rest / factor[row * stride + row]!;
		}
	}
	return inverse;
}

/** Squared length of inverse * x for two rows of a block at once. */
function addLeverages(design: LinearDesign, base: number, inverse: Float64Array, into: Float64Array): void {
	const { stride, values } = design;
	for (let row = 0; row < BLOCK_ROWS; row += 2) {
		let first = 0;
		let second = 0;
		for (let four = 0; four < stride; four += 4) {
			let a0 = 0;
			let a1 = 0;
			let a2 = 0;
			let a3 = 0;
			let b0 = 0;
			let b1 = 0;
			let b2 = 0;
			let b3 = 0;
			let from = base + row;
			let at = four;
			for (let column = 0; column < four + 4; column++) {
				const a = values[from]!;
				const b = values[from + 1]!;
				const l0 = inverse[at]!;
				const l1 = inverse[at + 1]!;
				const l2 = inverse[at + 2]!;
				const l3 = inverse[at + 3]!;
				a0 += l0 * a;
				a1 += l1 * a;
				a2 += l2 * a;
				a3 += l3 * a;
				b0 += l0 * b;
				b1 += l1 * b;
				b2 += l2 * b;
				b3 += l3 * b;
				from += BLOCK_ROWS;
				at += stride;
			}
			first += a0 * a0 + a1 * a1 + a2 * a2 + a3 * a3;
			second += b0 * b0 + b1 * b1 + b2 * b2 + b3 * b3;
		}
		into[row] = first;
		into[row + 1] = second;
	}
}

/**
 * Mean log-loss that each row would have had if the model had been fitted without it, by one Newton step away from the fit (approximate
 * leave-one-out: Rad and Maleki 2020). Needs the fit at its optimum with its factor.
 */
export function* approximateLeaveOneOut(
	design: LinearDesign,
	labels: Float64Array,
	fit: RidgeFit,
): Steps<number> {
	const inverse = invertFactor(fit.factor, design.width, design.stride);
	const leverages = new Float64Array(BLOCK_ROWS);
	let loss = 0;
	for (let block = 0; block < design.blocks; block++) {
		if (block % design.blocksPerStep === 0) {
			yield { stage: 'fitting the linear model', done: block, total: design.blocks };
		}
		addLeverages(design, block * design.stride * BLOCK_ROWS, inverse, leverages);
		const first = block * BLOCK_ROWS;
		const count = Math.min(BLOCK_ROWS, design.rows - first);
		for (let row = 0; row < count; row++) {
			const margin = fit.margins[first + row]!;
			const label = labels[first + row]!;
			const probability = 1 / (1 + Math.exp(-margin));
			const weight = Math.max(probability * (1 - probability), 1e-9);
			const share = Math.min(leverages[row]! * weight, 0.999);
			loss += lossOf(margin - ((share / (1 - share)) * (label - probability)) / weight, label);
		}
	}
	return loss / design.rows;
}
