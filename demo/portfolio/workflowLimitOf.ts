import type { Profile } from './profileAccount';

const PER_SEAT = { community: 12, starter: 25, professional: 40, enterprise: 45 } as const;

/** Workflows a month that the plan of an account includes; fixed at the start, whole tens. */
export function workflowLimitOf(profile: Profile): number {
	return Math.max(50, Math.round((profile.seats * PER_SEAT[profile.tier]) / 10) * 10);
}
