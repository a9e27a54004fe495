import { roundHalfUp } from '../core/roundHalfUp';
import { badnessOf } from './badnessOf';
import type { ChurnFacts } from './ChurnFacts';
import { factNumber } from './factNumber';
import { matchBaseRates } from './matchBaseRates';
import { meanBaseRate } from './meanBaseRate';
import type { RiskFamily, RiskSignal, RuleRisk, SignalRule } from './RuleRisk';
import { LEAST_COVERAGE, RISK_FAMILIES, SIGNAL_RULES } from './signalRules';

/** Coverage from which confidence is high, medium. */
const HIGH = 0.8;
const MEDIUM = 0.55;
const WORTH_SAYING = 1;

/**
 * Risk of churn 0 to 100 by the transparent rule: mean badness of the signals that were observed, each by its weight (`SIGNAL_RULES`). What is
 * missing is left out: it lowers coverage and widens `low` to `high`, and is counted neither as good nor as bad. Below a coverage of 0.3
 * the risk is null. It is a rule, not a probability; `baseRate` is the probability the seed's base rates give, beside it.
 *
 * @example
 * assessRisk({}).risk
 * // => null
 */
export function assessRisk(facts: ChurnFacts, rules: readonly SignalRule[] = SIGNAL_RULES): RuleRisk {
	const judged = rules.map((rule) => {
		const value = rule.read === undefined ? factNumber(facts, rule.facts[0] ?? '') : rule.read(facts);
		return { rule, value, badness: value === null ? null : badnessOf(value, rule.curve) };
	});
	const total = rules.reduce((sum, { weight }) => sum + weight, 0);
	let observed = 0;
	let bad = 0;
	for (const { rule, badness } of judged) {
		if (badness === null) continue;
		observed += rule.weight;
		bad += rule.weight * badness;
	}
	const coverage = observed / total;
	const signals: RiskSignal[] = judged
		.map(({ rule, value, badness }) => ({
			id: rule.id,
			family: rule.family,
			label: rule.label,
			value,
			badness,
			weight: rule.weight,
			contribution: badness === null ? 0 : (100 * rule.weight * badness) / observed,
			words: value === null ? `${rule.label}: not observed` : rule.words(value, facts),
		}))
		.sort((left, right) => right.contribution - left.contribution);
	const contributions = signals
		.filter(({ badness }) => badness !== null)
		.map(({ id, family, contribution }) => ({ id, family, points: contribution }));
	const enough = coverage >= LEAST_COVERAGE - 1e-12;
	const risk = contributions.reduce((sum, { points }) => sum + points, 0);
	const { matched, modifiers } = matchBaseRates(facts);
	return {
		risk: enough ? Math.min(100, risk) : null,
		low: (100 * bad) / total,
		high: Math.min(100, (100 * (bad + total - observed)) / total),
		coverage,
		confidence: enough && coverage >= HIGH ? 'high' : enough && coverage >= MEDIUM ? 'medium' : 'low',
		families: RISK_FAMILIES.map(({ id, label }) => familyOf(id, label, signals)),
		signals,
		contributions,
		matched,
		modifiers,
		baseRate: meanBaseRate(matched.map(({ rate }) => rate)),
		basis: 'rule-based',
		words: wordRisk(enough ? risk : null, coverage, signals),
	};
}

function familyOf(id: RiskFamily['id'], label: string, signals: readonly RiskSignal[]): RiskFamily {
	const own = signals.filter(({ family }) => family === id);
	const known = own.filter(({ badness }) => badness !== null);
	const weight = sum(own, (signal) => signal.weight);
	const observed = sum(known, (signal) => signal.weight);
	return {
		id,
		label,
		weight,
		risk:
			observed === 0
				? null
				: (100 * sum(known, (signal) => signal.weight * (signal.badness as number))) / observed,
		coverage: weight === 0 ? 0 : observed / weight,
		contribution: sum(known, (signal) => signal.contribution),
	};
}

const sum = (signals: readonly RiskSignal[], of: (signal: RiskSignal) => number): number =>
	signals.reduce((total, signal) => total + of(signal), 0);

function wordRisk(risk: number | null, coverage: number, signals: readonly RiskSignal[]): string {
	const known = `${roundHalfUp(100 * coverage)} % of the signals known`;
	if (risk === null) {
		return `No rule risk: only ${known}, ${roundHalfUp(100 * LEAST_COVERAGE)} % are needed`;
	}
	const said = signals.filter(({ contribution }) => contribution >= WORTH_SAYING).slice(0, 3);
	const why = said.map(({ words, contribution }) => `${words} (+${roundHalfUp(contribution)})`).join('; ');
	return `Rule risk ${roundHalfUp(risk)} of 100, ${known}${why === '' ? '' : `: ${why}`}`;
}
