import type { IExecuteFunctions } from 'n8n-workflow';

import { NON_FEATURES } from '../../../scoring/churn/SnapshotSet';
import type { RawTable } from '../../../scoring/learn/RawTable';
import { dayIn } from './dayIn';
import { instantOf, readNames, readRunDay, readWord } from './readRun';

export interface TrainingSettings {
	readonly label: string;
	/** null: 1, yes or true. */
	readonly positive: string | null;
	readonly leaveOut: readonly string[];
	readonly learner: 'auto' | 'lr' | 'gbdt' | 'rf';
	readonly horizonDays: number;
	/** Columns by role; '' where there is none. */
	readonly accountField: string;
	readonly dayField: string;
	readonly ruleField: string;
	readonly seed: number;
	readonly modelId: string;
	readonly asOfOn: string;
	readonly trainedAt: string;
}

/** Columns of snapshots, which rows of other kinds need not have. */
const ACCOUNT = 'account_id';
const DAY = 'as_of_on';

/** A column that somebody named on purpose must be there; the training says what is missing. */
const chosen = (field: string, usual: string): boolean => field !== '' && field !== usual;

interface EnteredOptions {
	accountField?: string;
	dayField?: string;
	ruleField?: string;
	seed?: number;
}

/** Reads the panel of Train, once per run. */
export function readTraining(context: IExecuteFunctions): TrainingSettings {
	const options = context.getNodeParameter('trainOptions', 0, {}) as EnteredOptions;
	const asOf = readRunDay(context);
	const { accountField = ACCOUNT, dayField = DAY, ruleField = 'rule_risk', seed = 1 } = options;
	return {
		...readLabel(context),
		leaveOut: readNames(context, 'leaveOut'),
		learner: context.getNodeParameter('learner', 0) as TrainingSettings['learner'],
		horizonDays: Number(context.getNodeParameter('horizonDays', 0)),
		accountField: accountField.trim(),
		dayField: dayField.trim(),
		ruleField: ruleField.trim(),
		seed: Number(seed),
		modelId: readWord(context, 'newModelId') || `churn-${asOf.day}`,
		asOfOn: asOf.day,
		trainedAt: instantOf(asOf),
	};
}

/** Which column says what happened; the same in Train and Evaluate. */
export function readLabel(context: IExecuteFunctions): Pick<TrainingSettings, 'label' | 'positive'> {
	return { label: readWord(context, 'labelField'), positive: readWord(context, 'positiveValue') || null };
}

export interface TrainingColumns {
	/** What each column is to prepareTraining. */
	readonly roles: {
		readonly label: string;
		readonly positive?: string;
		readonly drop: readonly string[];
		readonly group?: string;
		readonly time?: string;
		readonly asOf?: string;
	};
	/** What a prediction must know of the training. */
	readonly context: Readonly<Record<string, unknown>>;
}

/**
 * Tells the columns of a table apart. Rows of Build Snapshots are known by their columns: what identifies the account there, its ARR and
 * its rule score never predict. A role whose column the table does not have is no role, because the defaults suit snapshots.
 */
export function trainingColumns(table: RawTable, settings: TrainingSettings): TrainingColumns {
	const has = (name: string): boolean => name !== '' && table.names.includes(name);
	const { accountField, dayField, ruleField } = settings;
	const snapshots = has('as_of_on') && has('rule_risk');
	// What the user names is passed on even where there is no such column: the training says so.
	const known = [...(snapshots ? NON_FEATURES : []), ruleField].filter(has);
	const drop = [...new Set([...settings.leaveOut, ...known])].filter(
		(name) => ![settings.label, accountField, dayField].includes(name),
	);
	const lastOn = lastDay(table.columns[table.names.indexOf(dayField)] ?? []);
	return {
		roles: {
			label: settings.label,
			...(settings.positive === null ? {} : { positive: settings.positive }),
			drop,
			...(has(accountField) || chosen(accountField, ACCOUNT) ? { group: accountField } : {}),
			...(has(dayField) || chosen(dayField, DAY) ? { time: dayField } : {}),
			// Numbers of snapshots are an order in time; ages are counted only to days.
			...(lastOn === null ? {} : { asOf: dayField }),
		},
		context: {
			rows: snapshots ? 'snapshots' : 'columns',
			horizon_days: settings.horizonDays,
			trained_on: settings.asOfOn,
			trained_at: settings.trainedAt,
			model_id: settings.modelId,
			label: settings.label,
			account_field: accountField,
			day_field: has(dayField) ? dayField : null,
			last_on: lastOn,
		},
	};
}

/** The newest day among the rows: what happened until then, the model may have seen. */
function lastDay(cells: readonly unknown[]): string | null {
	let last: string | null = null;
	for (const cell of cells) {
		const day = dayIn(cell);
		if (day !== null && (last === null || day > last)) last = day;
	}
	return last;
}
