import { SEED_ENUMS } from '../core/seedEnums';
import type { ExpansionType } from './Signal';

/** The six types, in the data model's order. */
export const EXPANSION_TYPES = (SEED_ENUMS['expansion_opportunities.expansion_type'] ?? '').split(
	' ',
) as readonly ExpansionType[];
