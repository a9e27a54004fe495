import { isDay } from '../core/isDay';
import { instantIn } from './instantIn';
import { jsonIn } from './jsonIn';
import type { Measure, Measures, Row } from './Records';

const DAY_SUFFIX = '_on';

/**
 * What people judged of an account, from the JSON object in cs_accounts.custom_json: every text or number in it is a measure under its
 * own name, "<name>_on" is the day it was judged. A judgement of a later day was not there yet; one without a day counts unless
 * the row was updated at its source after the cut.
 *
 * @param cut milliseconds since 1970, see `knowledgeCut`
 *
 * @example
 * measureJudgements({ custom_json: '{"performance":"consistent","performance_on":"1970-01-01"}' }, 1000)
 * // => { performance: { value: 'consistent', observedOn: '1970-01-01' } }
 */
export function measureJudgements(account: Row, cut: number): Measures {
	const custom = jsonIn(account, 'custom_json');
	const updatedAt = instantIn(account, 'source_updated_at');
	const measures: Record<string, Measure> = {};
	for (const [id, value] of Object.entries(custom)) {
		if (id.endsWith(DAY_SUFFIX) || (typeof value !== 'string' && typeof value !== 'number') || value === '')
			continue;
		const judgedAt = instantIn(custom, id + DAY_SUFFIX);
		const knownFrom = judgedAt ?? updatedAt;
		if (knownFrom !== null && knownFrom > cut) continue;
		const day = String(custom[id + DAY_SUFFIX]).slice(0, 10);
		measures[id] = { value, observedOn: judgedAt !== null && isDay(day) ? day : null };
	}
	return measures;
}
