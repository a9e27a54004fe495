import { aucInterval } from '../learn/aucInterval';
import type { Backtest, BacktestOptions, JoinedCase, RiskDirection } from './Backtest';
import { riskRanks } from './riskRanks';

const HIGH_IS_RISK = /churn|risk|attrition|cancel|detractor/i;
const LOW_IS_RISK = /health|nps|csat|satisf|engage|adopt|usage|renew|loyal|retention/i;

/**
 * Which values of a score mean risk: as told, else by its name, else whichever way it ranked the outcomes better (`measured`: its AUC is then never
 * under 0.5, so half of the luck is in it).
 *
 * @example
 * [chooseDirection({ score: 'churn_risk' }, []), chooseDirection({ score: 'health' }, [])].map(({ direction }) => direction)
 * // => ['high', 'low']
 */
export function chooseDirection(
	options: Pick<BacktestOptions, 'score' | 'direction'>,
	joined: readonly Pick<JoinedCase, 'value' | 'churned'>[],
): { readonly direction: RiskDirection; readonly directionFrom: Backtest['directionFrom'] } {
	if (options.direction === 'low' || options.direction === 'high') {
		return { direction: options.direction, directionFrom: 'given' };
	}
	const name = options.score ?? 'health';
	if (HIGH_IS_RISK.test(name)) return { direction: 'high', directionFrom: 'name' };
	if (LOW_IS_RISK.test(name)) return { direction: 'low', directionFrom: 'name' };
	const area = aucInterval(
		riskRanks(
			joined.map(({ value }) => value),
			'high',
		),
		Uint8Array.from(joined, ({ churned }) => (churned ? 1 : 0)),
	);
	return { direction: area !== null && area.auc > 0.5 ? 'high' : 'low', directionFrom: 'measured' };
}
