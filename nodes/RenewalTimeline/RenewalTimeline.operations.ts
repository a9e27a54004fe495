import { bridgeOperation } from './operations/bridge.operation';
import { forecastOperation } from './operations/forecast.operation';
import { planOperation } from './operations/plan.operation';
import { scoreForecastsOperation } from './operations/scoreForecasts.operation';
import type { RenewalOperation } from './RenewalOperation';

/** The operations of the node by value, in the order of their names. One entry is all that a new one needs here. */
export const OPERATIONS = {
	bridge: bridgeOperation,
	forecast: forecastOperation,
	plan: planOperation,
	scoreForecasts: scoreForecastsOperation,
} as const satisfies Readonly<Record<string, RenewalOperation>>;

export type OperationId = keyof typeof OPERATIONS;
