import type { SourceSettings } from '../Source';
import { effectField } from './salesforceObjects';
import { resultFields } from './salesforceResults';

/** A custom field that our results or effects stand in. */
export interface BaseField {
	/** Object of the Metadata API: a task's fields stand on Activity. */
	readonly on: 'Account' | 'Activity' | 'Opportunity';
	/** Object whose describe shows it and whose field permissions grant it. */
	readonly seenOn: 'Account' | 'Opportunity' | 'Task';
	readonly name: string;
	readonly label: string;
	readonly note: string;
	/** Metadata of the field beside label and description. */
	readonly metadata: Readonly<Record<string, boolean | number | string>>;
}

const text = (length: number) => ({ type: 'Text', length });
const number = (precision: number, scale: number) => ({ type: 'Number', precision, scale });
const KEY = { type: 'Text', length: 255, externalId: true, unique: true, caseSensitive: true };

const RESULTS: ReadonlyArray<
	readonly [result: string, label: string, note: string, metadata: BaseField['metadata']]
> = [
	['score', 'CS Health Score', 'Health score, 0 to 100.', number(4, 1)],
	['band', 'CS Health Band', 'Band of the health score.', text(40)],
	['trend', 'CS Health Trend', 'improving, stable, declining, critical.', text(40)],
	['confidence', 'CS Confidence', 'How sure the score is.', text(40)],
	['coverage', 'CS Coverage', 'Share of the measures that were observed, 0 to 1.', number(5, 4)],
	['churn_probability', 'CS Churn Probability', 'Probability of churn, 0 to 1.', number(5, 4)],
	['score_date', 'CS Score Date', 'Day of the score.', { type: 'Date' }],
	[
		'reasons',
		'CS Reasons',
		'What moved the score.',
		{ type: 'LongTextArea', length: 32000, visibleLines: 5 },
	],
	['row_hash', 'CS Row Hash', 'Fingerprint of what was written last; do not edit.', text(40)],
];

/** All custom fields that write-back, tasks and opportunities need, by the mapping in force. A standard field that was mapped is not in it. */
export function baseFields(settings: SourceSettings): readonly BaseField[] {
	const names = resultFields(settings);
	const account = (
		name: string,
		label: string,
		note: string,
		metadata: BaseField['metadata'],
	): BaseField => ({
		on: 'Account',
		seenOn: 'Account',
		name,
		label,
		note,
		metadata,
	});
	const results = RESULTS.flatMap(([result, label, note, metadata]) => {
		const name = names[result];
		return name === undefined ? [] : [account(name, label, note, metadata)];
	});
	const { keyField } = settings;
	const key =
		keyField === ''
			? []
			: [account(keyField, 'Account ID of our own', 'Our account id.', { ...KEY, length: 80 })];
	const effectNote = 'Our key of the record, so that a repeat finds it again.';
	const effects = (['tasks', 'deals'] as const).flatMap((object): BaseField[] => {
		const name = effectField(settings, object);
		if (name === '') return [];
		const [on, seenOn] =
			object === 'tasks' ? (['Activity', 'Task'] as const) : (['Opportunity', 'Opportunity'] as const);
		return [{ on, seenOn, name, label: 'CS Effect Key', note: effectNote, metadata: KEY }];
	});
	return [...results, ...key, ...effects].filter(({ name }) => name.endsWith('__c'));
}
