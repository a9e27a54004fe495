// A vendor's fake in a process of its own, so that its memory is not counted with ours. Time runs `scale` times faster.
import { FAKE_ACCESS } from '../fakes/access';
import { serve } from '../fakes/serve.mts';
import type { SourceId } from '../../shared/connectors/Source';

const [vendor = '', accounts = '', scale = '1', readMs = '0', writeMs = '0'] = process.argv.slice(2);
const started = Date.now();
const fake = FAKE_ACCESS[vendor as SourceId].create({
	now: () => started + (Date.now() - started) * Number(scale),
	accounts: Number(accounts),
});
const { url } = await serve(
	fake,
	({ method, path }) =>
		Number(method === 'GET' || /search|listRecords|batch\/read/.test(path) ? readMs : writeMs) /
		Number(scale),
);
process.on('message', () => {
	process.send!({ requests: fake.log.length, throttled: fake.throttled() });
	fake.log.length = 0;
});
process.send!({ url });
