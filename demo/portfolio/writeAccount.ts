import { createRandom } from './createRandom';
import { customJsonOf } from './customJsonOf';
import { formatDay } from './formatDay';
import { formatInstant } from './formatInstant';
import type { Life } from './Life';
import type { PortfolioRow, Review } from './PortfolioRows';
import type { Profile } from './profileAccount';
import type { ContractRows } from './writeContracts';

const PLANS = {
	community: 'free',
	starter: 'starter',
	professional: 'professional',
	enterprise: 'enterprise',
} as const;

function stageOf(life: Life, churned: boolean, { renewalOn }: ContractRows): string {
	if (churned) return 'churned';
	if (life.asOf - life.startedOn < 90) return 'onboarding';
	if (renewalOn !== null && renewalOn - life.asOf <= 90) return 'renewal';
	const grewLately = life.outcomes.some(
		({ kind, occurredOn, knownOn }) =>
			kind === 'expanded' && occurredOn > life.asOf - 180 && Math.max(occurredOn, knownOn) <= life.asOf,
	);
	return grewLately ? 'growth' : 'adoption';
}

/** The row of cs_accounts as the CRM has it on the day of the portfolio; some fields were never filled in. */
export function writeAccount(
	seed: number,
	profile: Profile,
	life: Life,
	contracts: ContractRows,
	reviews: readonly Review[],
): PortfolioRow {
	const random = createRandom(seed, profile.index, 'account');
	const filled = <Value>(value: Value, probability: number): Value | null =>
		random.chance(probability) ? value : null;
	const churned = life.endedOn !== null && life.endedOn < life.asOf && (life.endKnownOn ?? 0) <= life.asOf;
	const seats = contracts.seats === 0 ? profile.seats : contracts.seats;
	const lastReview = reviews.at(-1)?.day ?? life.startedOn;
	const updatedOn = Math.min(life.asOf, Math.max(lastReview, life.asOf - random.integer(0, 60)));
	return {
		account_id: profile.accountId,
		name: profile.name,
		domain: filled(profile.domain, 0.96),
		parent_id: profile.parentId,
		tier: profile.tier,
		segment: profile.segment,
		industry: filled(profile.industry, 0.97),
		company_size: filled(profile.companySize, 0.97),
		country: profile.place.country,
		time_zone: filled(profile.place.timeZone, 0.95),
		language: profile.place.language,
		currency: profile.place.currency,
		csm_id: filled(profile.csmId, profile.tier === 'community' ? 0.9 : 0.993),
		ae_id: profile.tier === 'community' ? null : filled(profile.aeId, 0.97),
		lifecycle_stage: stageOf(life, churned, contracts),
		plan: PLANS[profile.tier],
		seats,
		arr_minor: contracts.arrMinor,
		mrr_minor: Math.round(contracts.arrMinor / 12),
		started_on: formatDay(life.startedOn),
		renewal_on: contracts.renewalOn === null ? null : formatDay(contracts.renewalOn),
		created_at: formatInstant(life.startedOn - random.integer(0, 20), 480),
		source: 'demo',
		source_updated_at: formatInstant(updatedOn - 1, 1200 + random.integer(0, 200)),
		deleted: churned,
		row_hash: null,
		custom_json: customJsonOf(reviews, life.asOf),
	};
}
