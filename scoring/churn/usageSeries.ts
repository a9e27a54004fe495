/** What stands for "usage": how often, by how many, for how much work. Each account is judged by those it reports. */
export const USAGE_SERIES = ['sessions', 'active_users', 'workflows_completed'] as const;

const MS_PER_DAY = 86_400_000;
export const MS_PER_WEEK = 7 * MS_PER_DAY;
/** A feed brings a week by the end of the third day after it; rows that say when they were received are judged by that. */
export const USAGE_ARRIVAL = 3 * MS_PER_DAY - 1;
/** No fact looks further back. */
export const WEEKS_LOOKED_AT = 52;
