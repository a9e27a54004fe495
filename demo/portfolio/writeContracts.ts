import { formatDay } from './formatDay';
import { formatInstant } from './formatInstant';
import type { Life, LifeContract } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';
import { workflowLimitOf } from './workflowLimitOf';

export interface ContractRows {
	readonly contracts: PortfolioRow[];
	readonly lines: PortfolioRow[];
	readonly entitlements: PortfolioRow[];
	/** Seats and minor units of recurring revenue a year on the day of the portfolio, as far as recorded; 0 without a running contract. */
	readonly seats: number;
	readonly arrMinor: number;
	/** Last day of the running contract; null without one. */
	readonly renewalOn: number | null;
}

const contractIdOf = (profile: Profile, number: number): string =>
	`CTR_${profile.accountId.slice(5)}_${number}`;

/** Last day as a customer, as far as known; null: still one. */
const leftOn = ({ endedOn, endKnownOn, asOf }: Life): number | null =>
	endedOn !== null && (endKnownOn ?? 0) <= asOf ? endedOn : null;

/**
 * A renewal that is signed is active, though its start may lie ahead. Who leaves before the end terminates what runs, and the renewal that was
 * signed already.
 */
function statusOf(contract: LifeContract, life: Life): string {
	const left = leftOn(life);
	if (left !== null && (contract.fate === 'terminated' || contract.endsOn > left)) return 'terminated';
	return contract.endsOn >= life.asOf ? 'active' : 'ended';
}

/** The contracts signed and lines recorded until the day of the portfolio, and what the plan includes. Free accounts have no contract. */
export function writeContracts(profile: Profile, life: Life): ContractRows {
	const contracts: PortfolioRow[] = [];
	const lines: PortfolioRow[] = [];
	let seats = 0;
	let arrMinor = 0;
	let renewalOn: number | null = null;
	const left = leftOn(life);
	for (const [position, contract] of life.contracts.entries()) {
		if (contract.signedOn > life.asOf) break;
		const contractId = contractIdOf(profile, contract.number);
		const status = statusOf(contract, life);
		const previous = life.contracts[position - 1];
		contracts.push({
			contract_id: contractId,
			account_id: profile.accountId,
			previous_contract_id: previous === undefined ? null : contractIdOf(profile, previous.number),
			signed_on: formatDay(contract.signedOn),
			starts_on: formatDay(contract.startsOn),
			ends_on: formatDay(contract.endsOn),
			term_months: contract.termMonths,
			auto_renew: contract.autoRenew,
			notice_days: contract.noticeDays,
			uplift_rate: contract.upliftRate,
			status,
		});
		const runs = status === 'active' && contract.startsOn <= life.asOf;
		if (runs) {
			seats = 0;
			arrMinor = 0;
			renewalOn = contract.endsOn;
		}
		for (const [index, line] of contract.lines.entries()) {
			if (line.recordedOn > life.asOf || (index > 0 && line.startsOn > life.asOf)) continue;
			const lastDay = status === 'terminated' ? Math.min(contract.endsOn, left ?? Infinity) : contract.endsOn;
			// A renewal that was signed and never began has no line.
			if (line.startsOn > lastDay) continue;
			const lineArr = line.seats * contract.unitPrice;
			if (runs) {
				seats += line.seats;
				arrMinor += lineArr;
			}
			lines.push({
				line_id: `${contractId}_${index + 1}`,
				contract_id: contractId,
				account_id: profile.accountId,
				product_id: `plan_${profile.tier}`,
				quantity: line.seats,
				unit_price_minor: contract.unitPrice,
				arr_minor: lineArr,
				currency: profile.place.currency,
				starts_on: formatDay(line.startsOn),
				ends_on: formatDay(lastDay),
				replaces_line_id:
					index === 0 && previous !== undefined ? `${contractIdOf(profile, previous.number)}_1` : null,
				status: status === 'active' ? 'active' : 'ended',
				recorded_at: formatInstant(line.recordedOn, 600),
				superseded_at: null,
			});
		}
	}
	return {
		contracts,
		lines,
		entitlements: writeEntitlements(profile, life, seats),
		seats,
		arrMinor,
		renewalOn,
	};
}

function writeEntitlements(profile: Profile, life: Life, seats: number): PortfolioRow[] {
	const entitlement = (metric: string, limit: number, period: string): PortfolioRow => ({
		account_id: profile.accountId,
		metric,
		limit_value: limit,
		period,
		valid_from_on: formatDay(life.startedOn),
		valid_to_on: null,
	});
	return [
		entitlement('workflows', workflowLimitOf(profile), 'month'),
		entitlement('seats', seats === 0 ? profile.seats : seats, 'total'),
	];
}
