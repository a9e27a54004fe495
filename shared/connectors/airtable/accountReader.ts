import type { SourceReader } from '../Source';
import { personId } from './personId';
import { CREATED_TIME } from './resolveFields';

/** Table `Accounts`, or `Customer Assets` of a base that was taken over. */
export const accountReader: SourceReader = {
	fields: {
		account_id: 'Account ID',
		name: 'Name',
		domain: 'Domain',
		tier: 'Tier',
		segment: 'Segment',
		industry: 'Industry',
		country: 'Country',
		csm_id: 'CSM',
		arr_minor: 'ARR',
		currency: 'Currency',
		plan: 'Plan',
		seats: 'Seats',
		started_on: 'Start Date',
		renewal_on: 'Renewal Date',
		lifecycle_stage: 'Stage',
		created_at: CREATED_TIME,
	},
	needed: ['Row Hash'],
	shape: (_record, mapped, settings) => {
		const values = {
			...mapped,
			csm_id: personId(mapped.csm_id),
			currency: mapped.currency ?? settings.currency,
		};
		return [{ object: 'accounts', accountExternalId: null, values, amounts: 'major' }];
	},
};
