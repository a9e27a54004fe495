import type { Issue } from '../../../scoring/core/issue';
import type { SourceSettings } from '../Source';

/** Doubts about the mapping that the records cannot tell: AnnualRevenue is what the customer earns, not what it pays. */
export function checkMapping(settings: SourceSettings): readonly Issue[] {
	return Object.entries(settings.fields.accounts ?? {})
		.filter(([name, field]) => /^(arr|mrr)_minor$/.test(name) && /^AnnualRevenue$/i.test(field))
		.map(([name, field]) => ({
			code: 'salesforce-revenue-is-not-arr',
			path: `accounts.${name}`,
			message: `'${field}' of a Salesforce account is the yearly revenue of the customer's company, not what it pays you.`,
			remedy:
				'Map the custom field that holds your ARR (often ARR__c), or leave it out and read subscriptions.',
			severity: 'warning' as const,
		}));
}
