import { hubspot } from '../../shared/connectors/hubspot/hubspot';
import { createHubspotFake } from '../fakes/hubspot';
import { contractCases, contractSuite } from './contractSuite';
import { hubspotSettings } from './hubspotRig';

const harness = { source: hubspot, headers: { authorization: 'Bearer test' }, create: createHubspotFake };

describe('with a key property', () => {
	// One request more: HubSpot says nothing of a property it does not have, so the properties chosen are looked up.
	contractSuite({
		...harness,
		settings: hubspotSettings,
		capabilities: { indexLagMs: 3_000, besides: { read: 1 } },
	});
});

describe('without one: accounts are called by their record id, and no request more is made', () => {
	const cases = contractCases({
		...harness,
		settings: { ...hubspotSettings, keyField: '' },
		capabilities: { indexLagMs: 3_000 },
	});
	// Where there is no key there are none twice and none hostile; and of a merge HubSpot makes a record that is a new account then.
	const without = cases.filter(
		({ name, needs }) =>
			!needs.includes('duplicate-keys') && !needs.includes('merge') && !name.startsWith('hostile keys'),
	);
	test.each(without.map(({ name, run }) => [name, run] as const))('%s', async (_name, run) => await run());
});
