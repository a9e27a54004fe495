import {
	isFlag,
	isText,
	listOf,
	nullOr,
	numberFrom,
	oneOf,
	optional,
	wholeFrom,
	withMembers,
	type Check,
} from './checkShape';

/** More than any model of ours has; keeps a forged one from filling the memory. */
const MOST = 5_000;
const MOST_COLUMNS = 100_000;
const MOST_ROWS = 1e12;

const anyNumber = numberFrom();
const share = numberFrom(0, 1);
const count = wholeFrom(0, MOST_ROWS);
const isPlainObject = withMembers({});

const schema = withMembers({
	fields: listOf(
		withMembers({
			name: isText,
			kind: oneOf('number', 'category', 'date'),
			levels: optional(listOf(isText, MOST)),
			low: optional(anyNumber),
			high: optional(anyNumber),
			epoch: optional(nullOr(anyNumber)),
		}),
		MOST,
	),
	features: listOf(
		withMembers({
			field: wholeFrom(0, MOST),
			what: oneOf('value', 'level'),
			level: optional(nullOr(isText)),
		}),
		MOST,
	),
	left: listOf(
		withMembers({
			name: isText,
			reason: oneOf('constant', 'identical', 'all-missing', 'identifier', 'text', 'too-many'),
			same: optional(isText),
		}),
		MOST_COLUMNS,
	),
	asOf: optional(isText),
});

const linear = withMembers({
	terms: listOf(
		withMembers({
			feature: wholeFrom(0, MOST),
			basis: oneOf('value', 'missing', 'spline', 'point'),
			knots: optional(listOf(anyNumber, 100)),
			index: optional(wholeFrom(0, 100)),
			at: optional(anyNumber),
			low: optional(anyNumber),
			high: optional(anyNumber),
			fill: anyNumber,
			mean: anyNumber,
			scale: (value) => (value === 0 ? '' : anyNumber(value)),
		}),
		MOST,
	),
	coefficients: listOf(anyNumber, MOST),
	intercept: anyNumber,
	lambda: numberFrom(0),
	leaveOneOut: nullOr(anyNumber),
});

const metrics = withMembers({
	rows: count,
	events: count,
	auc: nullOr(share),
	aucLow: nullOr(anyNumber),
	aucHigh: nullOr(anyNumber),
	prAuc: nullOr(share),
	logLoss: nullOr(anyNumber),
	brier: nullOr(anyNumber),
	ece: nullOr(anyNumber),
	lift10: nullOr(anyNumber),
	baseLogLoss: nullOr(anyNumber),
});

const reference = withMembers({
	rows: count,
	fields: listOf(
		withMembers({
			name: isText,
			edges: nullOr(listOf(anyNumber, 1_000)),
			levels: nullOr(listOf(isText, MOST)),
			shares: listOf(share, MOST),
		}),
		MOST,
	),
});

const model = withMembers({
	format: oneOf(1),
	kind: oneOf('base-rate', 'lr', 'gbdt', 'rf', 'blend'),
	schema,
	base: withMembers({ rate: share, low: share, high: share }),
	rows: count,
	events: count,
	seed: anyNumber,
	linear: nullOr(linear),
	boosted: nullOr(isPlainObject),
	forest: nullOr(isPlainObject),
	weights: withMembers({ linear: share, boosted: share, forest: share }),
	calibration: withMembers({ slope: anyNumber, intercept: anyNumber }),
	bands: listOf(
		withMembers({ from: share, to: share, rows: count, events: count, low: share, high: share }),
		1_000,
	),
	metrics: nullOr(metrics),
	signal: nullOr(withMembers({ gain: anyNumber, limit: anyNumber, weak: isFlag })),
	reference,
	warnings: listOf(
		withMembers({
			code: oneOf('weak-signal', 'leakage', 'drift', 'few-events', 'stale', 'duplicates'),
			text: isText,
		}),
		1_000,
	),
	context: isPlainObject,
});

/**
 * Where a value departs from the shape of a trained model, trees excepted: path of the first fault (`.linear.terms[3].mean`), null when there
 * is none.
 *
 * @example
 * checkModel({ format: 2 })
 * // => '.format'
 */
export const checkModel: Check = (value) => model(value);
