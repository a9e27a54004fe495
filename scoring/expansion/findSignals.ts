import { daysBetween } from '../core/daysBetween';
import { decayStrength } from './decayStrength';
import { findContact } from './findContact';
import { findDeclared } from './findDeclared';
import { findFirst } from './findFirst';
import { findGrowth } from './findGrowth';
import { findHeadroom } from './findHeadroom';
import { findLimits } from './findLimits';
import { findMention } from './findMention';
import type { Evidence, Signal, SignalInput, SignalRule } from './Signal';
import type { Season } from './UsageWindow';
import { wordSignal } from './wordSignal';

const LOW_TIERS = ['community', 'starter'];
const TOP_TIER = 'enterprise';
/** Days from the first one in which growth is the roll-out of what was bought. */
const ROLL_OUT_DAYS = 182;

/**
 * Every signal of the catalogue that an account gives, strongest first, with its evidence and what is left of its strength. Growth does not count
 * in the first half year of a customer, when what was bought is rolled out. What is not observed gives no signal.
 *
 * @param seasons by column, see `indexSeason`
 * @param leastStrength 0 to 1; what has faded below it is left out
 *
 * @example
 * findSignals({ accountId: 'a', account: {}, asOf: '2026-01-20', window: null, events: [], measures: { team_hires: { value: 9, observedOn: null } }, records: { usage: [], tickets: [], invoices: [], surveyAnswers: [], interactions: [], contacts: [], contracts: [], contractLines: [], entitlements: [], opportunities: [] } }, [{ id: 'hires', test: { kind: 'declared', field: 'team_hires', atLeast: 3 }, type: 'upsell', halfLifeDays: 60 }], {}, 0.25)[0].liveStrength
 * // => 0.75
 */
export function findSignals(
	input: SignalInput,
	rules: readonly SignalRule[],
	seasons: Readonly<Record<string, Season>>,
	leastStrength: number,
): Signal[] {
	const tier = typeof input.account.tier === 'string' ? input.account.tier : null;
	const signals: Signal[] = [];
	for (const rule of rules) {
		if (rule.tiers !== undefined && (tier === null || !rule.tiers.includes(tier))) continue;
		const type = typeFor(rule, tier);
		for (const evidence of look(input, rule, seasons)) {
			const age = Math.max(0, daysBetween(evidence.observedOn, input.asOf.slice(0, 10)) ?? 0);
			const liveStrength = decayStrength(evidence.strength, age, rule.halfLifeDays);
			if (liveStrength < leastStrength) continue;
			signals.push({ ...evidence, words: wordSignal(rule, evidence), rule, type, liveStrength });
		}
	}
	return signals.sort(
		(a, b) => b.liveStrength - a.liveStrength || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0),
	);
}

/** More of anything means the next tier where there is one that costs little, and never where there is none. */
function typeFor({ type, lowTierType, topTierType }: SignalRule, tier: string | null): Signal['type'] {
	if (tier !== null && LOW_TIERS.includes(tier)) return lowTierType ?? type;
	return type === 'upgrade' && tier === TOP_TIER ? (topTierType ?? type) : type;
}

function look(
	input: SignalInput,
	{ test }: SignalRule,
	seasons: Readonly<Record<string, Season>>,
): readonly Evidence[] {
	const one = (evidence: Evidence | null): Evidence[] => (evidence === null ? [] : [evidence]);
	switch (test.kind) {
		case 'growth':
		case 'rise':
			return isRollOut(input) ? [] : one(findGrowth(input, test, seasons[test.column] ?? null));
		case 'limit':
			return findLimits(input, test.share, { seasons, rollingOut: isRollOut(input) });
		case 'headroom':
			return one(findHeadroom(input, test.share));
		case 'first':
			return one(findFirst(input, test));
		case 'mention':
			return one(findMention(input, test));
		case 'declared':
			return one(findDeclared(input, test));
		case 'contact':
			return one(findContact(input, test));
	}
}

function isRollOut({ account, asOf }: SignalInput): boolean {
	const started = typeof account.started_on === 'string' ? account.started_on.slice(0, 10) : null;
	const age = daysBetween(started, asOf.slice(0, 10));
	return age !== null && age < ROLL_OUT_DAYS;
}
