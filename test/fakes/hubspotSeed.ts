import type { HubspotStore } from './hubspotStore';

const DAY_MS = 86_400_000;
const TIERS = ['customer', 'customer', 'customer', 'lead'];

/** Companies with contacts, tickets, deals and meetings; a day old, so that the search has seen them all. */
export function seedHubspot(store: HubspotStore, accounts: number, children: number): void {
	const at = store.now() - DAY_MS;
	const day = (offset: number): string => new Date(at + offset * DAY_MS).toISOString().slice(0, 10);
	const instant = (offset: number): string => new Date(at + offset * DAY_MS).toISOString();
	for (let index = 0; index < accounts; index += 1) {
		const { id } = store.create(
			'companies',
			{
				name: `Customer ${index + 1}`,
				domain: `customer${index + 1}.example.com`,
				ext_account_id: `CUST_${String(index + 1).padStart(4, '0')}`,
				arr: String(12_000 + 100 * index),
				annualrevenue: String(1_000_000 * (index + 1)),
				renewal_date: day(30 + (index % 300)),
				lifecyclestage: TIERS[index % TIERS.length] ?? 'customer',
				industry: 'COMPUTER_SOFTWARE',
				hs_country_code: 'US',
				hubspot_owner_id: String(201 + (index % 3)),
			},
			[],
			at,
		);
		for (let child = 0; child < children; child += 1) {
			const tag = `${index + 1}-${child + 1}`;
			const create = (type: string, properties: Record<string, string | null>) =>
				store.create(type, properties, [id], at);
			create('contacts', {
				firstname: 'Alex',
				lastname: `Person ${tag}`,
				email: `person${tag}@customer${index + 1}.example.com`,
				jobtitle: 'Operations',
				hs_email_optout: child % 4 === 3 ? 'true' : null,
			});
			create('tickets', {
				subject: `Question ${tag}`,
				hs_pipeline: '0',
				hs_pipeline_stage: String(1 + (child % 4)),
				hs_ticket_priority: ['LOW', 'MEDIUM', 'HIGH', 'URGENT'][child % 4] ?? 'LOW',
				closed_date: child % 4 === 3 ? instant(-1) : null,
			});
			create('deals', {
				dealname: `Deal ${tag}`,
				pipeline: child % 2 === 0 ? 'default' : 'renewals',
				dealstage: child % 2 === 0 ? 'closedwon' : 'renewal_open',
				dealtype: child % 2 === 0 ? 'newbusiness' : 'existingbusiness',
				amount: '1000',
				hs_arr: child % 2 === 0 ? '12000' : null,
				deal_currency_code: 'USD',
				closedate: instant(child % 2 === 0 ? -100 : 60),
			});
			create('meetings', {
				hs_meeting_title: child % 3 === 0 ? 'QBR' : 'Check-in',
				hs_timestamp: instant(-7),
				hs_meeting_start_time: instant(-7),
				hs_meeting_end_time: new Date(at - 7 * DAY_MS + 1_800_000).toISOString(),
				hs_meeting_outcome: ['COMPLETED', 'NO_SHOW', 'SCHEDULED'][child % 3] ?? 'COMPLETED',
			});
		}
	}
}
