import type { RenewalAlternative } from './RenewalDocument';
import type { RenewalPlan } from './RenewalPlan';

/**
 * The ways to go at a renewal: as proposed, as it runs today, and the other offers somebody entered. Each with what it costs more or less
 * than the proposal in its first year, all in minor units of the contract's currency.
 */
export function listAlternatives(plan: RenewalPlan): RenewalAlternative[] {
	const { structure, account, amount } = plan;
	const proposed = structure?.proposedMinor ?? null;
	const compare = (yearlyMinor: number | null, oneTimeMinor: number | null): number | null => {
		if (yearlyMinor === null || proposed === null) return null;
		return (oneTimeMinor === null ? yearlyMinor : yearlyMinor + oneTimeMinor) - proposed;
	};
	const own = (name: string, yearlyMinor: number): RenewalAlternative => ({
		name,
		yearlyMinor,
		oneTimeMinor: null,
		differenceMinor: compare(yearlyMinor, null),
		source: 'proposal',
	});
	const alternatives: RenewalAlternative[] = [];
	if (structure !== null) {
		alternatives.push(own('As proposed', structure.proposedMinor));
		if (structure.incrementMinor !== 0) alternatives.push(own('As it runs today', structure.baseMinor));
	}
	const { otherOffers = [], budgetCurrency = null } = account?.facts ?? {};
	if (budgetCurrency !== null && budgetCurrency !== amount.currency) return alternatives;
	for (const { name, yearlyMinor, oneTimeMinor } of otherOffers) {
		const differenceMinor = compare(yearlyMinor, oneTimeMinor);
		alternatives.push({ name, yearlyMinor, oneTimeMinor, differenceMinor, source: 'customer' });
	}
	return alternatives;
}
