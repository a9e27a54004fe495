import type { ContractHarness } from './ContractHarness';
import { contractSuite } from './contractSuite';
import { exampleFake } from './exampleFake';
import { exampleSource } from './exampleSource';

const harness: ContractHarness = {
	source: exampleSource,
	settings: {
		baseId: '',
		tables: {},
		fields: {},
		keyField: 'Account Key',
		results: {},
		currency: 'EUR',
		options: {},
	},
	headers: {},
	create: exampleFake,
	capabilities: { indexLagMs: 20_000, unknownField: 'No Such Column' },
};

contractSuite(harness);
