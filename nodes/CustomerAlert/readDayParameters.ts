import type { IExecuteFunctions } from 'n8n-workflow';

/** A text parameter that does not vary per item; '' is null. */
export function readText(context: IExecuteFunctions, name: string): string | null {
	const value = context.getNodeParameter(name, 0, '') as unknown;
	const text = value === null || value === undefined ? '' : String(value).trim();
	return text === '' ? null : text;
}

/** Instant and business day of the run: as set, else the time of the execution and its UTC day. */
export function readDayParameters(context: IExecuteFunctions): {
	readonly asOf: string;
	readonly businessDayOn: string;
} {
	const given = readText(context, 'asOf') ?? new Date().toISOString();
	// An expression may give an instant with another offset; what cannot be read is left for the check to name.
	const asOf = Number.isNaN(Date.parse(given)) ? given : new Date(given).toISOString();
	return { asOf, businessDayOn: readText(context, 'businessDayOn') ?? asOf.slice(0, 10) };
}
