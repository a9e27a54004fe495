import { SETTING_DEFAULTS } from '../../shared/tables/settingDefaults';
import { formatInstant } from './formatInstant';
import type { PortfolioRow } from './PortfolioRows';

/** Who is told when a run is not as it should be, and who gets digests. */
const OPERATIONS = 'OPS_01';

/** Rows of cs_settings: the defaults of create-tables, with a person of the demo where one is to be named. */
export function defaultSettings(asOf: number): PortfolioRow[] {
	return SETTING_DEFAULTS.map(({ key, value, note }) => ({
		key,
		value_json: JSON.stringify(key.endsWith('.person_id') ? OPERATIONS : value),
		note,
		changed_at: formatInstant(asOf, 0),
		changed_by: 'demo',
	}));
}
