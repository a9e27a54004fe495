import type { IDataObject } from 'n8n-workflow';

import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import { numberIn } from '../../../scoring/measures/numberIn';
import { projectValue, type ProjectedYear, type Trajectory } from '../../../scoring/value/projectValue';
import { yearsIn } from '../../../scoring/measures/ledger/yearsIn';
import { isObject } from '../../../shared/isObject';
import type { MeasuredAccount } from './measureValue';
import type { RoiSetting } from './readRoi';

/** A year that the account's own list `trajectory` plans: amounts in minor units of the report currency. */
function ownYear(row: IDataObject, yearlyCost: number | null): ProjectedYear {
	const parts = isObject(row.parts) ? row.parts : { value: row.value_minor };
	const cost = numberIn(row, 'cost_minor');
	return {
		parts: Object.fromEntries(Object.keys(parts).map((name) => [name, numberIn(parts, name)])),
		costMinor: cost ?? yearlyCost,
	};
}

/**
 * The years to come: the account's own list `trajectory` (parts and cost per year), else the value of a year, growing; the cost stays what it is
 * unless the list says otherwise.
 */
export function trajectoryOf({ account, score, window }: MeasuredAccount, setting: RoiSetting): Trajectory {
	const years = setting.valueFrom === 'fields' || window === null ? 1 : yearsIn(window);
	const perYear = (amount: number | null): number | null =>
		amount === null || years === null || !(years > 0) ? null : amount / years;
	const yearlyCost = perYear(score.costMinor);
	const rounded = yearlyCost === null ? null : roundHalfUp(yearlyCost);
	const own = account.trajectory;
	if (Array.isArray(own) && own.length > 0)
		return projectValue(
			own.filter(isObject).map((row) => ownYear(row as IDataObject, rounded)),
			setting.discountRate,
		);
	let value = perYear(score.valueMinor);
	const planned: ProjectedYear[] = [];
	for (let year = 0; year < setting.years; year++) {
		planned.push({ parts: { value: value === null ? null : roundHalfUp(value) }, costMinor: rounded });
		if (value !== null) value *= 1 + setting.growth;
	}
	return projectValue(planned, setting.discountRate);
}
