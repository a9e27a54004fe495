import { normalCdf } from '../core/normalCdf';

/**
 * Distribution function of a standardised sum with the given skewness and excess kurtosis, 0 to 1: normal with the Edgeworth correction of
 * second order, the counterpart of the Cornish-Fisher quantile. Good for skewness up to about 0.3; held inside 0 and 1.
 *
 * @example
 * [skewedCdf(0, 0, 0).toFixed(4), skewedCdf(0, -0.2, 0).toFixed(4)]
 * // => ['0.5000', '0.4867']
 */
export function skewedCdf(z: number, skewness: number, excess: number): number {
	if (z < -9) return 0;
	if (z > 9) return 1;
	const square = z * z;
	const density = 0.3989422804014327 * Math.exp(-square / 2);
	const third = (skewness / 6) * (square - 1);
	const fourth = (excess / 24) * z * (square - 3);
	const sixth = ((skewness * skewness) / 72) * z * (square * square - 10 * square + 15);
	return Math.min(1, Math.max(0, normalCdf(z) - density * (third + fourth + sixth)));
}
