import { currencyExponent } from '../../scoring/core/currencyExponent';
import type { Random } from './createRandom';
import { formatDay } from './formatDay';
import { formatInstant } from './formatInstant';
import type { Life } from './Life';
import { UNITS_PER_DOLLAR } from './places';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';
import type { Contact } from './writeContacts';

const SHARE = { community: 0, starter: 0.15, professional: 0.45, enterprise: 0.75 } as const;
const QUARTERS = 4;

interface Entry {
	readonly kind: string;
	readonly period: string;
	readonly formula: string;
	/** Whole major units and counts; null: a claim that nobody can check. */
	readonly inputs: Readonly<Record<string, number>> | null;
	readonly source: string;
	readonly note: string;
	/** Major units. */
	readonly base: number;
	readonly agreedOn: number | null;
}

/** "2026-Q1" */
function quarterOf(day: number): string {
	const [year = '', month = '1'] = formatDay(day).split('-');
	return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Ends of the last full quarters before a day, newest last, with their names. */
function lastQuarters(asOf: number): { name: string; endsOn: number }[] {
	const [year = 0, month = 1] = formatDay(asOf).split('-').map(Number);
	const current = year * 4 + Math.floor((month - 1) / 3);
	return Array.from({ length: QUARTERS }, (_, index) => {
		const quarter = current - QUARTERS + index;
		const first = (of: number): number => Date.UTC(Math.floor(of / 4), (of % 4) * 3, 1) / 86_400_000;
		return {
			name: `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`,
			endsOn: first(quarter + 1) - 1,
		};
	});
}

/**
 * What the product was worth to some customers, entry by entry: what their work cost before, the target, savings by quarter with the
 * inputs they come from, their own effort, and claims for which there is no evidence. Four in five of the evidenced savings were agreed by a contact.
 */
export function writeValue(
	profile: Profile,
	life: Life,
	contacts: readonly Contact[],
	random: Random,
): PortfolioRow[] {
	const isReviewed = random.chance(SHARE[profile.tier]);
	const { currency } = profile.place;
	const rate = Math.max(1, Math.round(random.between(42, 75) * (UNITS_PER_DOLLAR[currency] ?? 1)));
	// Saved when all goes as promised; twice as many were worked by hand before.
	const hours = Math.max(8, Math.round(profile.seats * random.between(1, 2.5)));
	const mood = random.between(0.6, 1.3);
	if (!isReviewed || life.asOf - life.startedOn < 120) return [];
	const quarters = lastQuarters(life.asOf);
	const contact = contacts.find(({ leftOn }) => leftOn === null)?.contactId ?? null;
	const entries: Entry[] = [
		{
			kind: 'baseline',
			period: 'once',
			formula: 'hours_per_month * 12 * hourly_cost',
			inputs: { hours_per_month: hours * 2, hourly_cost: rate },
			source: 'interview at kick-off',
			note: 'work done by hand before, a year',
			base: hours * 2 * 12 * rate,
			agreedOn: contact === null ? null : life.startedOn + 30,
		},
		{
			kind: 'target',
			period: formatDay(life.asOf).slice(0, 4),
			formula: 'hours_per_month * labour_avoidable_share * 12 * hourly_cost',
			inputs: { hours_per_month: hours * 2, labour_avoidable_share: 0.5, hourly_cost: rate },
			source: 'success plan',
			note: 'half of the work by hand is gone',
			base: hours * 12 * rate,
			agreedOn: contact === null ? null : life.startedOn + 40,
		},
		...quarters.flatMap(({ name, endsOn }): Entry[] => {
			const saved = Math.max(1, Math.round(hours * mood * random.between(0.85, 1.15)));
			const isAgreed = random.chance(0.8);
			const agreedOn = endsOn + random.integer(3, 20);
			if (endsOn - life.startedOn < 90 || (life.endedOn !== null && life.endedOn < endsOn)) return [];
			return [
				{
					kind: 'operational',
					period: name,
					formula: 'hours_saved_per_month * 3 * hourly_cost',
					inputs: { hours_saved_per_month: saved, hourly_cost: rate },
					source: 'workflow runs and the time each took by hand',
					note: 'hours that workflows took over',
					base: saved * 3 * rate,
					agreedOn: isAgreed && contact !== null && agreedOn <= life.asOf ? agreedOn : null,
				},
			];
		}),
	];
	if (random.chance(0.6)) {
		const licences = Math.max(1, Math.round(profile.seats * random.between(0.1, 0.3)));
		const price = rate * random.integer(1, 2);
		entries.push({
			kind: 'direct',
			period: quarters.at(-1)?.name ?? '',
			formula: 'licences * price_per_quarter',
			inputs: { licences, price_per_quarter: price },
			source: 'cancelled contract of the tool before',
			note: 'licences that are no longer paid for',
			base: licences * price,
			agreedOn: contact === null ? null : life.asOf - random.integer(10, 80),
		});
	}
	if (random.chance(0.5)) {
		const days = random.integer(5, 30);
		entries.push({
			kind: 'cost',
			period: quarterOf(life.startedOn),
			formula: 'days * day_rate',
			inputs: { days, day_rate: rate * 8 },
			source: 'time sheets of the roll-out',
			note: "the customer's own work to get started",
			base: days * rate * 8,
			agreedOn: null,
		});
	}
	if (random.chance(0.55)) {
		entries.push({
			kind: 'strategic',
			period: quarters.at(-1)?.name ?? '',
			formula: '',
			inputs: null,
			source: '',
			note: 'said in a call: the new market would not have opened without it',
			base: hours * 6 * rate,
			agreedOn: null,
		});
	}
	return entries.map((entry, index) => rowOf(profile, entry, index, contact));
}

function rowOf(profile: Profile, entry: Entry, index: number, contact: string | null): PortfolioRow {
	const minor = Math.round(entry.base * 10 ** currencyExponent(profile.place.currency));
	const { inputs, source, note } = entry;
	return {
		entry_id: `VAL_${profile.accountId.slice(5)}_${index + 1}`,
		account_id: profile.accountId,
		kind: entry.kind,
		period: entry.period,
		low_minor: Math.round(minor * 0.8),
		base_minor: minor,
		high_minor: Math.round(minor * 1.15),
		currency: profile.place.currency,
		formula: entry.formula === '' ? null : entry.formula,
		evidence_json: JSON.stringify(inputs === null ? { note } : { source, inputs, note }),
		acknowledged_at: entry.agreedOn === null ? null : formatInstant(entry.agreedOn, 900),
		acknowledged_by: entry.agreedOn === null ? null : contact,
	};
}
