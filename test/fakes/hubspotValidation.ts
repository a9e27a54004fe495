import type { HubspotStore } from './hubspotStore';

export interface InvalidValue {
	readonly isValid: false;
	readonly message: string;
	readonly error: string;
	readonly name: string;
}

/** A rule an administrator set: values of the property must fit the pattern. */
export interface AdminRule {
	readonly property: string;
	readonly pattern: RegExp;
}

/** What HubSpot would refuse of a record's properties. */
export function findInvalid(
	store: HubspotStore,
	type: string,
	properties: Readonly<Record<string, unknown>>,
	rules: readonly AdminRule[],
): readonly InvalidValue[] {
	return Object.entries(properties).flatMap(([name, raw]) => {
		const value = raw === null ? '' : String(raw);
		const definition = store.definitions.get(type)?.get(name);
		const invalid = (error: string, message: string) => [{ isValid: false as const, message, error, name }];
		if (definition === undefined)
			return invalid('PROPERTY_DOESNT_EXIST', `Property "${name}" does not exist`);
		if (definition.readOnly)
			return invalid('READ_ONLY_VALUE', `"${name}" is a read only property; its value cannot be set.`);
		if (value === '') return [];
		if (definition.type === 'number' && !Number.isFinite(Number(value))) {
			return invalid('INVALID_LONG', `${value} was not a valid long.`);
		}
		if (definition.type === 'date' && !isMidnight(value)) {
			return invalid('INVALID_DATE', `${value} is at a time of day, not midnight UTC.`);
		}
		if (definition.type === 'datetime' && Number.isNaN(Date.parse(value)) && !/^\d+$/.test(value)) {
			return invalid('INVALID_DATE', `${value} was not a valid date.`);
		}
		if (definition.type === 'enumeration' && !definition.options.some((option) => option.value === value)) {
			const allowed = definition.options.map((option) => option.value).join(', ');
			return invalid('INVALID_OPTION', `${value} was not one of the allowed options: [${allowed}]`);
		}
		if (name === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value)) {
			return invalid('INVALID_EMAIL', `Email address ${value} is invalid`);
		}
		const rule = rules.find((one) => one.property === name && !one.pattern.test(value));
		if (rule !== undefined) {
			return invalid(
				'PROPERTY_VALIDATION_RULE_FAILED',
				`"${name}" does not satisfy the validation rule set in this account.`,
			);
		}
		return [];
	});
}

function isMidnight(value: string): boolean {
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return !Number.isNaN(Date.parse(value));
	return /^\d+$/.test(value) && Number(value) % 86_400_000 === 0;
}
