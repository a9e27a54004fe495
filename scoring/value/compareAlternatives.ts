import { checkClaim, type ClaimCheck } from './checkClaim';

/** A way to get the same outcome; amounts in whole minor units of one currency. */
export interface Alternative {
	readonly name: string;
	/** Paid once at the start; null: not known. */
	readonly oneTimeMinor: number | null;
	readonly yearlyMinor: number | null;
	/** Until it works; null: not known. */
	readonly monthsToDeploy: number | null;
	/** By how many percent ours is said to be cheaper; it is checked. null: nothing is said. */
	readonly claimedPercent: number | null;
}

export interface ComparedAlternative extends Alternative {
	/** One-time and yearly cost over the years; null: not known. */
	readonly totalMinor: number | null;
	/** (ours - theirs) / theirs: -0.256 means ours costs 25.6 % less. null when unknown or theirs is not above 0. */
	readonly differenceRate: number | null;
	/** theirs - ours, minor units. */
	readonly savedMinor: number | null;
	/** Months ours works earlier; negative: later. */
	readonly monthsEarlier: number | null;
	readonly claim: ClaimCheck | null;
}

const totalOf = ({ oneTimeMinor, yearlyMinor }: Alternative, years: number): number | null =>
	oneTimeMinor === null || yearlyMinor === null ? null : oneTimeMinor + yearlyMinor * years;

/**
 * Sets our solution against alternatives by total cost over a number of years. The difference is taken from the alternative's cost, and a
 * claimed percentage is checked against it. What is not known leaves the comparison null; it never counts as free.
 *
 * @param years over which the yearly cost is counted
 *
 * @example
 * compareAlternatives({ name: 'Ours', oneTimeMinor: 0, yearlyMinor: 1340, monthsToDeploy: 3, claimedPercent: null }, [{ name: 'X', oneTimeMinor: 0, yearlyMinor: 1800, monthsToDeploy: 9, claimedPercent: 34 }], 1)[0].claim.words
 * // => 'X, percent cheaper: 34 is claimed, 25.56 follows from the figures'
 */
export function compareAlternatives(
	ours: Alternative,
	others: readonly Alternative[],
	years: number,
): ComparedAlternative[] {
	const mine = totalOf(ours, years);
	return others.map((other) => {
		const totalMinor = totalOf(other, years);
		const both = mine !== null && totalMinor !== null;
		const differenceRate = both && totalMinor > 0 ? (mine - totalMinor) / totalMinor : null;
		return {
			...other,
			totalMinor,
			differenceRate,
			savedMinor: both ? totalMinor - mine : null,
			monthsEarlier:
				other.monthsToDeploy === null || ours.monthsToDeploy === null
					? null
					: other.monthsToDeploy - ours.monthsToDeploy,
			claim:
				other.claimedPercent === null
					? null
					: checkClaim(
							`${other.name}, percent cheaper`,
							other.claimedPercent,
							differenceRate === null ? null : -100 * differenceRate,
						),
		};
	});
}
