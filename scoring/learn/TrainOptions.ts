export interface TrainOptions {
	/** auto: what the number of events bears; lr, gbdt, rf: one learner alone. */
	readonly kind: 'auto' | 'lr' | 'gbdt' | 'rf';
	readonly seed: number;
	/** By field: 1 the boosted trees may only raise the probability with the value, -1 only lower it. Numbers and dates only. */
	readonly monotone?: Readonly<Record<string, 1 | -1>>;
	/** Kept in the model as it is: horizon, options of the snapshots, day of training. */
	readonly context?: Readonly<Record<string, unknown>>;
}
