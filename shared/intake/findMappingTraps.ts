import type { Issue } from '../../scoring/core/issue';

const REVENUE =
	/^(?:properties\.|fields\.)?(?:annual[ _]?revenue|total[ _]?revenue|company[ _]?revenue)(?:\.value)?$/i;
const PERIOD_END = /^current_period_(?:end|start)$/;

/**
 * Mappings that look right and are not, each as a warning: what a customer's whole company earns in a year (`annualrevenue`,
 * `AnnualRevenue`) is not what it pays us; Stripe's period stands on the items of a subscription, not on the subscription.
 */
export function findMappingTraps(mapping: Readonly<Record<string, string>>): readonly Issue[] {
	return Object.entries(mapping).flatMap(([field, name]) => {
		const trap = /^(?:arr|mrr)_minor$/.test(field) && REVENUE.test(name.trim());
		if (trap) return [companyRevenue(field, name)];
		return PERIOD_END.test(name.trim()) ? [periodEnd(field, name)] : [];
	});
}

const companyRevenue = (field: string, name: string): Issue => ({
	code: 'company-revenue',
	path: `mapping.${field}`,
	message: `'${field}' is read from ${name}, which is what the customer's whole company earns, not what it pays you.`,
	remedy:
		'Map the field that holds the recurring revenue of your contract, or leave it empty and read deals or subscriptions.',
	severity: 'warning',
});

const periodEnd = (field: string, name: string): Issue => ({
	code: 'period-on-item',
	path: `mapping.${field}`,
	message: `'${field}' is read from ${name}, which Stripe keeps on the items of a subscription, not on the subscription.`,
	remedy:
		'Leave the mapping empty: the preset reads it from the items, and takes a day off because the end is exclusive.',
	severity: 'warning',
});
