import { ConnectorFault } from '../ConnectorFault';
import { quoteSoql } from './quoteSoql';

export type SoqlType = 'boolean' | 'day' | 'instant' | 'number' | 'text';

const UNQUOTED: Readonly<Record<Exclude<SoqlType, 'text'>, RegExp>> = {
	boolean: /^(true|false)$/,
	day: /^\d{4}-\d{2}-\d{2}$/,
	instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/,
	number: /^-?\d+(\.\d+)?$/,
};

/**
 * A value as a SOQL literal. The type of the field decides about the quotes, never the look of the value: '00501' of a text field stays
 * text. What does not fit its type is a `request` fault, for it would change the query.
 */
export function soqlLiteral(value: boolean | number | string, type: SoqlType): string {
	const text = String(value);
	if (type === 'text') return quoteSoql(text);
	if (UNQUOTED[type].test(text)) return text;
	throw new ConnectorFault({
		faultClass: 'request',
		code: 'salesforce-literal',
		message: `A Salesforce query needs a ${type} and was given '${text.slice(0, 40)}'.`,
		remedy: 'This is a fault of the node; report it with the operation and the field mapping.',
		status: null,
	});
}
