// Nobody recorded Stripe. What stands in for it: the SDK's own types and decoding in test/sdk.
import { test } from 'node:test';
import { readRecordings } from './readRecordings.mts';

test('recorded traffic of Stripe', (context) => {
	const recorded = readRecordings('stripe');
	if (typeof recorded === 'string') context.skip(recorded);
	else throw new Error(`${recorded.length} exchanges of Stripe are there, and no test reads them yet`);
});
