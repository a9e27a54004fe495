import { addMonths } from './addMonths';
import type { Random } from './createRandom';
import { formatDay } from './formatDay';
import type { Life } from './Life';
import type { PortfolioRow } from './PortfolioRows';
import type { Profile } from './profileAccount';

const MONTHS = { annual: 12, quarterly: 3, monthly: 1 } as const;
const DAYS_TO_PAY = 30;

/**
 * Invoices in advance for each billing period, and when they were paid: later under price pressure and when little value is felt.
 * Insolvent customers and some that leave never pay their last one.
 */
export function writeInvoices(profile: Profile, life: Life, random: Random): PortfolioRow[] {
	const rows: PortfolioRow[] = [];
	const months = MONTHS[profile.billing];
	for (const contract of life.contracts) {
		for (let period = 0; ; period++) {
			const issuedOn = addMonths(contract.startsOn, period * months);
			if (issuedOn > contract.endsOn || issuedOn > life.asOf) break;
			if (life.endedOn !== null && issuedOn > life.endedOn) break;
			const week = Math.max(life.firstWeek, Math.floor((issuedOn - life.firstMonday) / 7));
			const trouble = 0.7 * life.pricePressure - 0.5 * (life.value[week] ?? 0);
			const delay = Math.round(
				-8 + 7 * Math.max(0, trouble) + 9 * random.normal() + (random.chance(0.06) ? 25 : 0),
			);
			const neverPays = life.endedOn !== null && life.endedOn - issuedOn < 40 && random.chance(0.5);
			if (issuedOn < life.firstMonday) continue;
			const seats = contract.lines.reduce(
				(sum, line) => sum + (line.startsOn <= issuedOn ? line.seats : 0),
				0,
			);
			const dueOn = issuedOn + DAYS_TO_PAY;
			const paidOn = neverPays ? Infinity : Math.max(issuedOn, dueOn + delay);
			rows.push({
				invoice_id: `INV_${profile.accountId.slice(5)}_${contract.number}_${period + 1}`,
				account_id: profile.accountId,
				issued_on: formatDay(issuedOn),
				due_on: formatDay(dueOn),
				paid_on: paidOn <= life.asOf ? formatDay(paidOn) : null,
				amount_minor: Math.round((seats * contract.unitPrice * months) / 12),
				currency: profile.place.currency,
				status: paidOn <= life.asOf ? 'paid' : neverPays && dueOn + 60 < life.asOf ? 'uncollectible' : 'open',
			});
		}
	}
	return rows;
}
