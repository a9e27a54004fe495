import type { EffectOutcome } from '../Source';
import { attempt } from './attempt';

/** Classes after which nothing else will work either: the whole run has to know. */
const STOPS = new Set(['auth', 'daily-quota']);

/** Turns a fault of one effect into its outcome; what concerns the whole run is thrown on. */
export async function effectOutcome(act: () => Promise<EffectOutcome>): Promise<EffectOutcome> {
	const done = await attempt(act);
	if (done.ok) return done.value;
	if (STOPS.has(done.fault.faultClass)) throw done.fault;
	return { state: 'failed', fault: done.fault };
}
