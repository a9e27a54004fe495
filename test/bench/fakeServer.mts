// A vendor's fake in a process of its own, so that its memory is not counted with ours. Time runs `scale` times faster.
import { FAKE_ACCESS } from '../fakes/access';
import { serve } from '../fakes/serve.mts';
import type { SourceId } from '../../shared/connectors/Source';
import { scaledClock } from './scaledClock.mts';

const [vendor = '', accounts = '', speed = '1', readMs = '0', writeMs = '0'] = process.argv.slice(2);
const clock = scaledClock(Number(speed));
const fake = FAKE_ACCESS[vendor as SourceId].create({
	now: clock.now,
	accounts: Number(accounts),
});
const { url } = await serve(
	fake,
	({ method, path }) =>
		Number(method === 'GET' || /search|listRecords|batch\/read/.test(path) ? readMs : writeMs) /
		clock.scale(),
);
process.on('message', (scale: number) => {
	clock.rescale(scale);
	process.send!({ requests: fake.log.length, throttled: fake.throttled() });
	fake.log.length = 0;
});
process.send!({ url });
