import { BUSINESS_SIGNALS } from './businessSignals';
import { MARKET_SIGNALS } from './marketSignals';
import type { SignalRule } from './Signal';
import { USAGE_SIGNALS } from './usageSignals';

/**
 * The catalogue of expansion signals: limits, usage, teams, regions, product, business, market and self-service triggers. A signal is a row
 * here and nothing else; add one by adding a row. Half-lives are choices of this project.
 */
export const SIGNAL_RULES: readonly SignalRule[] = [...USAGE_SIGNALS, ...MARKET_SIGNALS, ...BUSINESS_SIGNALS];
