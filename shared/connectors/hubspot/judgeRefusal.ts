import { ConnectorFault, type FaultInput } from '../ConnectorFault';
import type { WireRequest } from '../Wire';
import type { HubspotError } from './HubspotAnswer';
import { quoteVendor } from './quoteVendor';
import { readRefusals, type Refusal } from './readRefusals';

const PREPARE =
	'Run the operation Prepare Base, which makes the properties our results need, or correct the field mapping.';
const RULE =
	/validation[_ ]rule|property[_ ]validation|VALIDATION_RULE|does not (?:match|meet|satisfy)|required.*(?:stage|rule)|REQUIRED_(?:PROPERTY|FIELD)/i;

/** What HubSpot refuses in a request, or in one record of a batch (an entry of `errors` in a 207). */
export function judgeRefusal(error: HubspotError, status: number, request: WireRequest): ConnectorFault {
	const refusal = worst(readRefusals(error));
	if (refusal !== null)
		return new ConnectorFault({ ...judgeProperty(refusal), status, field: refusal.property });
	const said = quoteVendor(error.message);
	const where = `${request.method} ${request.path}`;
	if (error.category === 'OBJECT_NOT_FOUND') {
		return new ConnectorFault({
			faultClass: 'not-found',
			code: 'hubspot-record-not-found',
			message: `HubSpot has no such record any more (${where}): ${said}`,
			remedy:
				'The record was deleted in HubSpot. Read the accounts again, then write; nothing else is needed.',
			status,
		});
	}
	if (/paging|cursor|\bafter\b|cannot exceed 10,?000|beyond 10,?000/i.test(said)) {
		return new ConnectorFault({
			faultClass: 'cursor',
			code: 'hubspot-cursor-expired',
			message: `HubSpot no longer knows the page cursor of ${where}.`,
			remedy: 'Nothing to do: the read starts its window again.',
			status,
		});
	}
	if (/infer object type|object type.*(?:not|does not)/i.test(said)) {
		return new ConnectorFault({
			faultClass: 'not-found',
			code: 'hubspot-object-unavailable',
			message: `This portal does not have the object of ${where}.`,
			remedy: 'Leave this kind of record out of Records, or take a HubSpot plan that has it.',
			status,
		});
	}
	const oneOfMany =
		/\/batch\/(create|update|upsert)$/.test(request.path) &&
		!/duplicate id|batch size|number of inputs/i.test(said);
	return new ConnectorFault({
		faultClass: oneOfMany ? 'poison' : 'request',
		code: oneOfMany ? 'hubspot-refused-record' : 'hubspot-refused-request',
		message: `HubSpot refused ${where}: ${said === '' ? 'it does not say why' : said}`,
		remedy: oneOfMany
			? 'Correct the record in HubSpot or the value that is written, then run again.'
			: 'Check the field mapping and the options of this operation. If they are right, report this message to us.',
		status,
	});
}

/** The refused option, when it is one of our own words (`critical`); all else may be personal. */
function optionIn(message: string): string {
	const option = /^"?([a-z_]{1,30})"? was not one of/.exec(message)?.[1];
	return option === undefined ? 'The value' : `The option "${option}"`;
}

/** A property that is not there hinders every record, a bad value only its own: the first is the one to name. */
function worst(refusals: readonly Refusal[]): Refusal | null {
	return refusals.find(({ code }) => code === 'PROPERTY_DOESNT_EXIST') ?? refusals[0] ?? null;
}

function judgeProperty({ property, code, message }: Refusal): Omit<FaultInput, 'status'> {
	const named = property === null ? 'a property' : `the property "${property}"`;
	if (code === 'PROPERTY_DOESNT_EXIST') {
		return {
			faultClass: 'schema',
			code: 'hubspot-unknown-property',
			message: `HubSpot does not have ${named} on this object; it was renamed, deleted or never made.`,
			remedy: PREPARE,
		};
	}
	if (/READ_?ONLY|CALCULATED/.test(code)) {
		return {
			faultClass: 'schema',
			code: 'hubspot-read-only-property',
			message: `HubSpot computes ${named} itself and lets nobody write it.`,
			remedy: 'Choose another property for this result in the field mapping.',
		};
	}
	if (code === 'INVALID_OPTION') {
		return {
			faultClass: 'schema',
			code: 'hubspot-unknown-option',
			message: `${optionIn(message)} is not among the options of ${named} in HubSpot.`,
			remedy:
				'Run the operation Prepare Base, which adds the missing options, or add them in HubSpot under Settings > Properties.',
		};
	}
	if (RULE.test(code) || RULE.test(message)) {
		return {
			faultClass: 'poison',
			code: 'hubspot-validation-rule',
			message: `A validation rule that an administrator set on ${named} in HubSpot refuses the record (${code === '' ? 'no code' : code}).`,
			remedy:
				'Ask the HubSpot administrator to look at the rule under Settings > Properties: since version 2026-09 rules hold for the API too. Correct the record or relax the rule, then run again.',
		};
	}
	return {
		faultClass: 'poison',
		code: 'hubspot-invalid-value',
		message: `HubSpot refuses the value of ${named} (${code === '' ? quoteVendor(message) : code}).`,
		remedy:
			'Check that the property has the type the result needs (a number for scores, a date for the score date), then run again.',
	};
}
