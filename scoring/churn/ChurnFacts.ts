import type { AccountRecords } from '../measures/Records';

/** What was known of an account on a day: flat, snake_case, shares 0 to 1 (changes may be negative), null is "not observed". */
export type ChurnFacts = Readonly<Record<string, number | string | null>>;

/** Rows of one account by table. */
export type ChurnRecords = AccountRecords;

/** Facts as of the cut, in milliseconds since 1970: everything until then, nothing after. */
export type FactsAt = (cut: number, season?: UsageSeason) => Record<string, number | string | null>;

/** Log of how busy a week was for everybody, by its first day in milliseconds since 1970 (0: ordinary); taken out of usage changes. */
export type UsageSeason = ReadonlyMap<number, number>;
