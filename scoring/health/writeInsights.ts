import { roundHalfUp } from '../core/roundHalfUp';
import { spearman } from '../core/spearman';
import { contrastGroups, type Contrast, type Sample } from './contrastGroups';
import type { PortfolioGroup, PortfolioRollUp } from './rollUpPortfolio';
import { wordMoney } from './wordMoney';

export interface InsightOptions {
	/** Groups with fewer scored accounts are not spoken of; default 10. */
	readonly leastAccounts?: number;
	/** Currency of the roll-up's totals; without it shares are given without amounts. */
	readonly reportCurrency?: string;
	/** One per account: tickets opened in the period, and the change of its score in the same period, in points. */
	readonly tickets?: readonly { readonly tickets: number; readonly scoreChange: number }[];
}

/** Dozens of groups are looked at; with 3.5 standard errors a sentence out of mere noise stays rare (1 in 2,000 comparisons). */
const LEAST_Z = 3.5;
/** Smaller differences of means may be real and still do not matter. */
const LEAST_DIFFERENCE = 1;
const LEAST_PAIRS = 30;
/** A weaker relation explains too little to speak of. */
const LEAST_CORRELATION = 0.15;

/**
 * What stands out in a portfolio, in sentences made from the numbers: how the mean moved, the highest and lowest group by each field, the
 * group that moved against the others, where ARR at risk is concentrated, whether tickets go with falling scores. Only what is larger
 * than noise is said; a portfolio without anything remarkable gets no sentence.
 *
 * @example
 * writeInsights(rollUpPortfolio([], { groupBy: ['tier'], bands: HEALTH_BANDS }))
 * // => []
 */
export function writeInsights(rollUp: PortfolioRollUp, options: InsightOptions = {}): string[] {
	const least = options.leastAccounts ?? 10;
	const fields = [...new Set(rollUp.groups.map((group) => group.field))];
	return [
		...movedMean(rollUp.portfolio, least),
		...fields.flatMap((field) => {
			const groups = rollUp.groups.filter((group) => group.field === field && group.key !== null);
			return [...extremes(groups, rollUp.portfolio, least), ...mover(groups, rollUp.portfolio, least)];
		}),
		...fields.flatMap((field) =>
			concentration(
				rollUp.groups.filter((group) => group.field === field && group.key !== null),
				rollUp.portfolio,
				options,
			),
		),
		...ticketRelation(options.tickets ?? []),
	];
}

function movedMean({ delta, deltaDeviation, compared, mean }: PortfolioGroup, least: number): string[] {
	if (delta === null || deltaDeviation === null || mean === null || compared < least) return [];
	if (Math.abs(delta) < 0.5 || Math.abs(delta) < (LEAST_Z * deltaDeviation) / Math.sqrt(compared)) return [];
	const verb = delta > 0 ? 'rose' : 'fell';
	return [
		`Mean health ${verb} by ${show(Math.abs(delta))} to ${show(mean)} (${count(compared)} accounts scored both times)`,
	];
}

function extremes(groups: readonly PortfolioGroup[], portfolio: PortfolioGroup, least: number): string[] {
	const standing = contrasts(groups, portfolio, levelOf, least);
	const [first, last] = [standing[0], standing.at(-1)];
	const sentences: string[] = [];
	if (first && stands(first.contrast) && first.contrast.difference > 0) {
		sentences.push(`${placeOf(first.group)} has the highest mean health: ${against(first, 'above')}`);
	}
	if (last && stands(last.contrast) && last.contrast.difference < 0) {
		sentences.push(`${placeOf(last.group)} has the lowest mean health: ${against(last, 'below')}`);
	}
	return sentences;
}

function against({ group, contrast }: Standing, side: string): string {
	const distance = show(Math.abs(contrast.difference));
	return `${show(group.mean ?? 0)} (${count(group.scored)} accounts), ${distance} ${side} the others`;
}

function mover(groups: readonly PortfolioGroup[], portfolio: PortfolioGroup, least: number): string[] {
	const moves = contrasts(groups, portfolio, changeOf, least)
		.filter(({ contrast }) => stands(contrast))
		.sort((left, right) => Math.abs(right.contrast.difference) - Math.abs(left.contrast.difference));
	const largest = moves[0];
	if (!largest) return [];
	const change = largest.group.delta ?? 0;
	const verb = change < 0 ? 'fell' : 'rose';
	const rest = show(change - largest.contrast.difference, true);
	return [
		`${placeOf(largest.group)} ${verb} by ${show(Math.abs(change))} on average since the last run (${count(largest.group.compared)} accounts), the others moved by ${rest}`,
	];
}

function concentration(
	groups: readonly PortfolioGroup[],
	{ arr, arrAtRisk }: PortfolioGroup,
	{ reportCurrency, leastAccounts = 10 }: InsightOptions,
): string[] {
	const [all, endangered] = [arr.totalMinor, arrAtRisk.totalMinor];
	if (all === null || endangered === null || all <= 0 || endangered <= 0) return [];
	return groups.flatMap((group) => {
		if (group.arr.totalMinor === null || group.arrAtRisk.totalMinor === null) return [];
		const share = group.arr.totalMinor / all;
		const risk = group.arrAtRisk.totalMinor / endangered;
		// Of the group's ARR at least one and a half times as much is at risk as of the others'.
		const outweighs = risk * (1 - share) >= 1.5 * share * (1 - risk);
		if (group.atRisk < leastAccounts || risk < 0.3 || share >= 1 || !outweighs) return [];
		const money = reportCurrency ? ` of the ${wordMoney(endangered, reportCurrency)}` : ' of the';
		return [
			`${placeOf(group)} holds ${percent(risk)}${money} ARR at risk, but ${percent(share)} of all ARR (${count(group.atRisk)} accounts at risk)`,
		];
	});
}

function ticketRelation(pairs: NonNullable<InsightOptions['tickets']>): string[] {
	const correlation = spearman(
		pairs.map((pair) => pair.tickets),
		pairs.map((pair) => pair.scoreChange),
	);
	if (correlation === null || pairs.length < LEAST_PAIRS || Math.abs(correlation) < LEAST_CORRELATION)
		return [];
	if (Math.abs(correlation) * Math.sqrt(pairs.length - 1) < LEAST_Z) return [];
	const relation = correlation < 0 ? 'lost more health' : 'gained more health';
	const value = roundHalfUp(correlation * 100) / 100;
	return [
		`Accounts with more tickets ${relation} (rank correlation ${value}, ${count(pairs.length)} accounts)`,
	];
}

interface Standing {
	readonly group: PortfolioGroup;
	readonly contrast: Contrast;
}

/** Groups that can be compared with the rest, the one furthest above it first. */
function contrasts(
	groups: readonly PortfolioGroup[],
	portfolio: PortfolioGroup,
	sampleOf: (group: PortfolioGroup) => Sample,
	least: number,
): Standing[] {
	return groups
		.flatMap((group) => {
			const contrast = contrastGroups(sampleOf(group), sampleOf(portfolio), least);
			return contrast === null ? [] : [{ group, contrast }];
		})
		.sort((left, right) => right.contrast.difference - left.contrast.difference);
}

function levelOf({ scored, mean, deviation }: PortfolioGroup): Sample {
	return { count: scored, mean, deviation };
}

function changeOf({ compared, delta, deltaDeviation }: PortfolioGroup): Sample {
	return { count: compared, mean: delta, deviation: deltaDeviation };
}

function stands({ difference, z }: Contrast): boolean {
	return Math.abs(z) >= LEAST_Z && Math.abs(difference) >= LEAST_DIFFERENCE;
}

function placeOf({ field, key }: PortfolioGroup): string {
	return `${(field ?? '').replace(/_/g, ' ')} "${key ?? 'unknown'}"`.replace(/^[a-z]/, (first) =>
		first.toUpperCase(),
	);
}

function show(points: number, signed = false): string {
	const rounded = roundHalfUp(points * 10) / 10;
	return signed && rounded > 0 ? `+${rounded}` : String(rounded);
}

function percent(share: number): string {
	return `${roundHalfUp(share * 100)} %`;
}

function count(accounts: number): string {
	return String(accounts).replace(/\B(?=(\d{3})+$)/g, ',');
}
