import { ConnectorFault } from '../ConnectorFault';
import type { BaseStep, SourceSettings } from '../Source';
import type { Call } from '../Wire';
import { allPipedriveRows, type PipedriveRow } from './pipedriveAnswer';
import { DEAL_KEY_FIELD } from './pipedriveReaders';
import { CUSTOM_FIELD_KEY, pipedriveRequest } from './pipedriveRequest';
import { PIPEDRIVE_RESULTS, PIPEDRIVE_RESULT_TYPES } from './pipedriveResults';

const FIELD_PATHS: Readonly<Record<string, string>> = {
	organizations: '/v2/organizationFields',
	deals: '/v2/dealFields',
};

/** The organization fields of the results and the deal field of the effect key: which are there, which would be created. */
export async function planPipedriveBase(call: Call, settings: SourceSettings): Promise<readonly BaseStep[]> {
	const organizations = await allPipedriveRows(call, '/v2/organizationFields');
	const deals = await allPipedriveRows(call, '/v2/dealFields');
	const steps = Object.entries({ ...PIPEDRIVE_RESULTS, ...settings.results })
		.filter(([, name]) => name !== '')
		.map(([result, name]) =>
			stepOf(
				'organizations',
				name,
				PIPEDRIVE_RESULT_TYPES[result] ?? 'varchar',
				organizations,
				`${result} of an account`,
			),
		);
	const keyName = settings.fields.deals?.effect_key ?? DEAL_KEY_FIELD;
	return [
		...steps,
		stepOf('deals', keyName, 'varchar', deals, 'tells our deals from others, so that none is made twice'),
	];
}

function stepOf(
	on: string,
	name: string,
	type: string,
	fields: readonly PipedriveRow[],
	what: string,
): BaseStep {
	const exists = fields.some((field) => field.field_name === name || field.field_code === name);
	const lostKey = !exists && CUSTOM_FIELD_KEY.test(name);
	return {
		kind: 'field',
		on,
		name,
		type,
		exists,
		creatable: !lostKey,
		note: lostKey ? 'this field was deleted in Pipedrive; choose another for this result' : what,
	};
}

/**
 * Creates one field. The user of the token needs the right to manage fields. A field of the same name is looked for first: Pipedrive
 * would make a second one without a word.
 */
export async function createPipedriveStep(
	call: Call,
	_settings: SourceSettings,
	step: BaseStep,
): Promise<void> {
	const path = FIELD_PATHS[step.on];
	if (step.exists) return;
	if (path === undefined || !step.creatable) {
		throw new ConnectorFault({
			faultClass: 'schema',
			code: 'pipedrive-not-creatable',
			message: `"${step.name}" on ${step.on} cannot be created in Pipedrive: ${step.note}.`,
			remedy: 'Choose another field for it in the mapping.',
			status: null,
			field: step.name,
		});
	}
	const fields = await allPipedriveRows(call, path);
	if (fields.some((field) => field.field_name === step.name)) return;
	const body = { field_name: step.name, field_type: step.type };
	await call(pipedriveRequest({ method: 'POST', path, body }));
}
