import { EFFECT_KEY, HUBSPOT_RESULTS } from './hubspotResults';

export const BASE_GROUP = 'customer_success';

/** A property of ours as HubSpot's properties API takes it. */
export interface BaseProperty {
	readonly on: 'companies' | 'deals' | 'tasks';
	readonly name: string;
	readonly label: string;
	readonly type: 'date' | 'enumeration' | 'number' | 'string';
	readonly fieldType: 'date' | 'number' | 'select' | 'text' | 'textarea';
	readonly unique: boolean;
	/** Value and label; the order is the one people see. */
	readonly options: ReadonlyArray<readonly [string, string]>;
	readonly note: string;
}

const BANDS = [
	['excellent', 'Excellent'],
	['good', 'Good'],
	['fair', 'Fair'],
	['poor', 'Poor'],
] as const;
const TRENDS = [
	['improving', 'Improving'],
	['stable', 'Stable'],
	['declining', 'Declining'],
	['critical', 'Critical'],
] as const;

function property(
	on: BaseProperty['on'],
	name: string,
	label: string,
	kind: 'date' | 'number' | 'select' | 'text' | 'textarea',
	note: string,
	more: Partial<Pick<BaseProperty, 'options' | 'unique'>> = {},
): BaseProperty {
	const type = kind === 'select' ? 'enumeration' : kind === 'text' || kind === 'textarea' ? 'string' : kind;
	return { on, name, label, type, fieldType: kind, note, unique: false, options: [], ...more };
}

/** Shape of each result, by the name of the result. */
const RESULT_SHAPES: Readonly<
	Record<string, readonly [string, 'date' | 'number' | 'select' | 'text' | 'textarea', string]>
> = {
	score: ['Health score', 'number', 'health score, 0 to 100'],
	band: ['Health band', 'select', 'excellent, good, fair or poor'],
	trend: ['Health trend', 'select', 'improving, stable, declining or critical'],
	confidence: ['Health confidence', 'text', 'how sure the score is'],
	coverage: ['Health coverage', 'number', 'share of the measures that could be seen, 0 to 1'],
	churn_probability: ['Churn probability', 'number', 'probability of leaving, 0 to 1'],
	score_date: ['Health score date', 'date', 'day the score is of'],
	reasons: ['Health reasons', 'textarea', 'why the score is what it is'],
	row_hash: ['Health row hash', 'text', 'tells what we wrote last, so that only changes are written'],
};

/** Everything the write-back needs, under the names the user's mapping gives; '' leaves a result out. */
export function baseProperties(
	results: Readonly<Record<string, string>>,
	keyField: string,
): readonly BaseProperty[] {
	const own = Object.entries(RESULT_SHAPES).flatMap(([result, [label, kind, note]]) => {
		const name = results[result] ?? HUBSPOT_RESULTS[result] ?? '';
		const options = result === 'band' ? BANDS : result === 'trend' ? TRENDS : [];
		return name === '' ? [] : [property('companies', name, label, kind, note, { options })];
	});
	const key =
		keyField === '' || keyField.startsWith('hs_')
			? []
			: [
					property(
						'companies',
						keyField,
						'External account ID',
						'text',
						'our account id, to find the company by',
						{
							unique: true,
						},
					),
				];
	const effects = (['tasks', 'deals'] as const).map((on) =>
		property(
			on,
			EFFECT_KEY,
			'Customer success key',
			'text',
			'keeps a repeated call from making a second one',
			{
				unique: true,
			},
		),
	);
	return [...own, ...key, ...effects];
}
