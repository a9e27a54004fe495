import type { Issue } from '../../../scoring/core/issue';
import type { SourceSettings } from '../Source';

/** Faults in the user's choices that HubSpot itself would not notice. */
export function checkMapping(settings: SourceSettings): readonly Issue[] {
	const { arr_minor: arr, mrr_minor: mrr } = settings.fields.accounts ?? {};
	const issues: Issue[] = [];
	for (const [field, property] of [
		['arr_minor', arr],
		['mrr_minor', mrr],
	] as const) {
		if (property !== 'annualrevenue') continue;
		issues.push({
			code: 'hubspot-company-revenue-as-arr',
			path: `fields.accounts.${field}`,
			message:
				'"annualrevenue" in HubSpot is what the customer\'s whole company earns, not what it pays you; as ARR it makes every sum wrong.',
			remedy:
				'Map the property that holds your own contract value, or derive ARR from won deals in the options.',
			severity: 'warning',
		});
	}
	return issues;
}
