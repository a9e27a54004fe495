import { CHURN_TABLES, REVENUE_TABLES, SYNC_TABLES, TABLES } from '../../shared/tables';
import { buildCreateTables, type TemplateNode } from '../../shared/tables/buildCreateTables';
import { SETTING_DEFAULTS } from '../../shared/tables/settingDefaults';
import alertStage from '../../templates/alert-stage.json';
import churnDaily from '../../templates/churn-daily.json';
import churnTraining from '../../templates/churn-train-weekly.json';
import createTables from '../../templates/create-tables.json';
import dailyHealthRun from '../../templates/daily-health-run.json';
import dailyAirtable from '../../templates/daily-health-run-airtable.json';
import dailyHubspot from '../../templates/daily-health-run-hubspot.json';
import dailySalesforce from '../../templates/daily-health-run-salesforce.json';
import expansionDesk from '../../templates/expansion-desk.json';
import expansionTraining from '../../templates/expansion-train-weekly.json';
import forgetPerson from '../../templates/forget-person.json';
import healthStage from '../../templates/health-stage.json';
import index from '../../templates/index.json';
import portfolioOverview from '../../templates/portfolio-overview.json';
import renewalDesk from '../../templates/renewal-desk.json';
import retentionReview from '../../templates/retention-review.json';
import runWatch from '../../templates/run-watch.json';
import scoreBacktest from '../../templates/score-backtest.json';
import sendMessages from '../../templates/send-messages.json';
import syncToDataTables from '../../templates/sync-to-data-tables.json';
import tableUpkeep from '../../templates/table-upkeep.json';
import valueReview from '../../templates/value-review.json';
import writeBackStage from '../../templates/write-back-stage.json';

interface Link {
	readonly node: string;
	readonly type: string;
	readonly index: number;
}

interface Workflow {
	readonly id: string;
	readonly name: string;
	readonly description: string;
	readonly active: boolean;
	readonly nodes: readonly TemplateNode[];
	readonly connections: Readonly<Record<string, { main?: ReadonlyArray<readonly Link[] | null> }>>;
	readonly settings: Readonly<Record<string, unknown>>;
	readonly meta: Readonly<Record<string, unknown>>;
}

const WORKFLOWS = {
	'alert-stage': alertStage,
	'churn-daily': churnDaily,
	'churn-train-weekly': churnTraining,
	'create-tables': createTables,
	'daily-health-run': dailyHealthRun,
	'daily-health-run-airtable': dailyAirtable,
	'daily-health-run-hubspot': dailyHubspot,
	'daily-health-run-salesforce': dailySalesforce,
	'expansion-desk': expansionDesk,
	'expansion-train-weekly': expansionTraining,
	'forget-person': forgetPerson,
	'health-stage': healthStage,
	'portfolio-overview': portfolioOverview,
	'renewal-desk': renewalDesk,
	'retention-review': retentionReview,
	'run-watch': runWatch,
	'score-backtest': scoreBacktest,
	'send-messages': sendMessages,
	'sync-to-data-tables': syncToDataTables,
	'table-upkeep': tableUpkeep,
	'value-review': valueReview,
	'write-back-stage': writeBackStage,
} as unknown as Record<string, Workflow>;

/** Node types that templates may use, with the version they are written for; the server test asks n8n whether it knows them. */
const NODE_VERSIONS: Record<string, number> = {
	'n8n-nodes-base.aggregate': 1,
	'n8n-nodes-base.convertToFile': 1.1,
	'n8n-nodes-base.dataTable': 1.1,
	'n8n-nodes-base.errorTrigger': 1,
	'n8n-nodes-base.executeWorkflow': 1.2,
	'n8n-nodes-base.executeWorkflowTrigger': 1.1,
	'n8n-nodes-base.form': 2.5,
	'n8n-nodes-base.formTrigger': 2.6,
	'n8n-nodes-base.httpRequest': 4.2,
	'n8n-nodes-base.if': 2.2,
	'n8n-nodes-base.limit': 1,
	'n8n-nodes-base.manualTrigger': 1,
	'n8n-nodes-base.merge': 3.2,
	'n8n-nodes-base.removeDuplicates': 2,
	'n8n-nodes-base.scheduleTrigger': 1.2,
	'n8n-nodes-base.set': 3.4,
	'n8n-nodes-base.sort': 1,
	'n8n-nodes-base.splitInBatches': 3,
	'n8n-nodes-base.splitOut': 1,
	'n8n-nodes-base.stickyNote': 1,
	'n8n-nodes-base.stopAndError': 1,
	'n8n-nodes-base.summarize': 1.1,
	'n8n-nodes-base.wait': 1.1,
	'n8n-nodes-customer-success.churnPrediction': 1,
	'n8n-nodes-customer-success.customerAlert': 1,
	'n8n-nodes-customer-success.customerData': 1,
	'n8n-nodes-customer-success.expansionDetection': 1,
	'n8n-nodes-customer-success.healthScore': 1,
	'n8n-nodes-customer-success.renewalTimeline': 1,
	'n8n-nodes-customer-success.valueRealization': 1,
};

const SYSTEM_COLUMNS = ['id', 'createdAt', 'updatedAt'];
const GRID = 16;
/** A node on the canvas with the label below it. */
const [NODE_WIDTH, NODE_HEIGHT] = [96, 136];

const isNote = ({ type }: TemplateNode) => type === 'n8n-nodes-base.stickyNote';
/** A node that is off until somebody chooses its login asks for none. */
const asksForCredentials = ({ type, parameters, disabled }: TemplateNode): boolean =>
	type === 'n8n-nodes-customer-success.customerData' && parameters.resource !== 'item' && disabled !== true;
const notesOf = ({ nodes }: Workflow) => nodes.filter(isNote);
const stepsOf = ({ nodes }: Workflow) => nodes.filter((node) => !isNote(node));

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

const boxOf = ({ position: [left, top], parameters, type }: TemplateNode): Box =>
	type === 'n8n-nodes-base.stickyNote'
		? { left, top, right: left + Number(parameters.width), bottom: top + Number(parameters.height) }
		: { left, top, right: left + NODE_WIDTH, bottom: top + NODE_HEIGHT };

const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Table and column names that a Data Table node refers to. */
function columnsUsed({ parameters }: TemplateNode): { table: string; columns: string[] } | null {
	const { dataTableId, filters, columns, orderByColumn } = parameters as {
		dataTableId?: { value: string };
		filters?: { conditions?: Array<{ keyName: string }> };
		columns?: { value?: Record<string, unknown> | null };
		orderByColumn?: string;
	};
	if (dataTableId === undefined) return null;
	const used = [
		...(filters?.conditions ?? []).map(({ keyName }) => keyName),
		...Object.keys(columns?.value ?? {}),
		...(orderByColumn === undefined ? [] : [orderByColumn]),
	];
	return { table: dataTableId.value, columns: used };
}

describe('every template', () => {
	test('is listed in index.json under its file, id and name', () => {
		const listed = index.map(({ file, id, title }) => [file, id, title]);
		const shipped = Object.entries(WORKFLOWS).map(([file, { id, name }]) => [`${file}.json`, id, name]);
		expect([...listed].sort()).toEqual([...shipped].sort());
		const files = index.map(({ file }) => file);
		for (const { needs } of index) for (const file of needs) expect(files).toContain(file);
	});

	test.each(Object.entries(WORKFLOWS))(
		'%s names itself and carries nothing of an instance',
		(file, workflow) => {
			// The editor offers "Set up template" until somebody has chosen the credentials.
			const asks = stepsOf(workflow).some(asksForCredentials);
			expect(workflow.meta).toEqual({ templateId: file, templateCredsSetupCompleted: !asks });
			expect(workflow.id).toMatch(/^cs[A-Za-z]{1,19}$/);
			expect(workflow.active).toBe(false);
			expect(workflow.description.length).toBeGreaterThan(60);
			expect(workflow.settings).toMatchObject({ executionOrder: 'v1', timezone: 'UTC' });
			const text = JSON.stringify(workflow);
			expect(text).not.toMatch(/instanceId|versionId|webhookId|staticData|"credentials"/);
			expect(text).not.toMatch(/sk-[A-Za-z0-9]{8}|Bearer |password|api[_-]?key/i);
			expect(text).not.toMatch(/https?:\/\//);
		},
	);

	test.each(Object.entries(WORKFLOWS))(
		'%s uses node types and versions that the host has',
		(_, { nodes }) => {
			for (const { type, typeVersion } of nodes)
				expect([type, NODE_VERSIONS[type]]).toEqual([type, typeVersion]);
			expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
			expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		},
	);

	test.each(Object.entries(WORKFLOWS))(
		'%s connects only what exists, and leaves no step alone',
		(_, workflow) => {
			const names = new Set(stepsOf(workflow).map(({ name }) => name));
			const reached = new Set<string>();
			for (const [from, { main = [] }] of Object.entries(workflow.connections)) {
				expect(names).toContain(from);
				for (const { node, type } of main.flatMap((links) => links ?? [])) {
					expect(names).toContain(node);
					expect(type).toBe('main');
					reached.add(node);
				}
			}
			const alone = stepsOf(workflow).filter(
				({ name, type }) => !reached.has(name) && !/Trigger$/.test(type),
			);
			expect(alone.map(({ name }) => name)).toEqual([]);
		},
	);

	test.each(Object.entries(WORKFLOWS))('%s refers in expressions only to its own nodes', (_, workflow) => {
		const names = new Set(stepsOf(workflow).map(({ name }) => name));
		const referred = [...JSON.stringify(workflow.nodes).matchAll(/\$\('([^']+)'\)/g)].map(([, name]) => name);
		for (const name of referred) expect(names).toContain(name);
	});

	test.each(Object.entries(WORKFLOWS))('%s uses only tables and columns of the contract', (_, workflow) => {
		const known = new Map(
			[...TABLES, ...SYNC_TABLES, ...CHURN_TABLES, ...REVENUE_TABLES].map(({ name, columns }) => [
				name,
				columns.map((column) => column.name),
			]),
		);
		for (const node of stepsOf(workflow)) {
			const used = columnsUsed(node);
			if (used === null || used.table.startsWith('=')) continue;
			expect([...known.keys()]).toContain(used.table);
			const columns = [...(known.get(used.table) ?? []), ...SYSTEM_COLUMNS];
			for (const column of used.columns)
				expect([node.name, columns]).toEqual([node.name, expect.arrayContaining([column])]);
		}
	});

	test.each(Object.entries(WORKFLOWS))(
		'%s starts by hand too, has a Settings node and teaches',
		(_, workflow) => {
			const types = workflow.nodes.map(({ type }) => type);
			expect(types).toContain('n8n-nodes-base.manualTrigger');
			expect(stepsOf(workflow).map(({ name }) => name)).toContain('Settings');
			const [overview] = notesOf(workflow);
			const text = String(overview?.parameters.content);
			for (const heading of ['Who it is for', 'How it works', 'How to set up', 'How to customise']) {
				expect(text).toContain(`## ${heading}`);
			}
			expect(types).not.toContain('n8n-nodes-base.code');
		},
	);

	test.each(Object.entries(WORKFLOWS))('%s stands on the grid and nothing covers anything', (_, workflow) => {
		for (const { name, position } of workflow.nodes) {
			expect([name, position[0] % GRID, position[1] % GRID]).toEqual([
				name,
				expect.closeTo(0),
				expect.closeTo(0),
			]);
		}
		const boxes = workflow.nodes.map((node) => ({ name: node.name, box: boxOf(node) }));
		const covered = boxes.flatMap((one, at) =>
			boxes
				.slice(at + 1)
				.filter((other) => overlap(one.box, other.box))
				.map((other) => `${one.name} / ${other.name}`),
		);
		expect(covered).toEqual([]);
	});
});

describe('stages', () => {
	const stages = [
		'health-stage',
		'churn-daily',
		'expansion-desk',
		'renewal-desk',
		'value-review',
		'alert-stage',
		'table-upkeep',
		'send-messages',
	].map((file) => WORKFLOWS[file]);

	test('keep no data of executions that went well, and have the watch as error workflow', () => {
		for (const stage of stages) expect(stage?.settings.saveDataSuccessExecution).toBe('none');
		for (const file of [
			'health-stage',
			'churn-daily',
			'expansion-desk',
			'renewal-desk',
			'value-review',
			'alert-stage',
			'table-upkeep',
			'daily-health-run',
		]) {
			expect(WORKFLOWS[file]?.settings.errorWorkflow).toBe(runWatch.id);
		}
	});

	test('keep no execution at all where a model passes through', () => {
		for (const file of ['churn-daily', 'churn-train-weekly', 'expansion-desk']) {
			expect(WORKFLOWS[file]?.settings).toMatchObject({
				saveDataSuccessExecution: 'none',
				saveDataErrorExecution: 'none',
				saveManualExecutions: false,
			});
		}
	});

	test('are found through settings, never by a fixed workflow id', () => {
		for (const workflow of Object.values(WORKFLOWS)) {
			const calls = workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow');
			for (const { parameters } of calls) {
				expect((parameters.workflowId as { value: string }).value).toMatch(/^=/);
			}
		}
	});

	test('that ship are named in the default settings under their id', () => {
		const byKey = new Map(SETTING_DEFAULTS.map(({ key, value }) => [key, value]));
		expect(byKey.get('stage.health')).toBe(healthStage.id);
		expect(byKey.get('stage.churn')).toBe(churnDaily.id);
		expect(byKey.get('stage.expansion')).toBe(expansionDesk.id);
		expect(byKey.get('stage.renewal')).toBe(renewalDesk.id);
		expect(byKey.get('stage.value')).toBe(valueReview.id);
		expect(byKey.get('stage.alert')).toBe(alertStage.id);
		expect(byKey.get('stage.upkeep')).toBe(tableUpkeep.id);
		expect(byKey.get('worker.hub')).toBe(dailyHealthRun.id);
		expect(byKey.get('worker.send')).toBe(sendMessages.id);
	});

	test('run in the order of the daily run', () => {
		const settings = dailyHealthRun.nodes.find(({ name }) => name === 'Settings');
		expect(JSON.stringify(settings)).toContain(
			'sync, usage, segment, health, churn, expansion, renewal, value, alert, writeback, playbook, report, upkeep',
		);
	});
});

test('the daily runs that stand alone differ only in the system they ask', () => {
	const shape = ({ nodes, connections }: Workflow) => ({
		connections,
		nodes: nodes.map(({ name, type, position }) => ({ name, type, position })),
	});
	const hubspot = WORKFLOWS['daily-health-run-hubspot'] as Workflow;
	for (const system of ['airtable', 'salesforce']) {
		const other = WORKFLOWS[`daily-health-run-${system}`] as Workflow;
		expect(shape(other)).toEqual(shape(hubspot));
		const asked = other.nodes.filter(asksForCredentials).map(({ parameters }) => parameters.source);
		expect(asked).toEqual(Array(5).fill(system));
	}
});

test('create-tables is what the tables and default settings say', () => {
	const workflow = WORKFLOWS['create-tables'];
	const built = buildCreateTables(
		[...TABLES, ...REVENUE_TABLES],
		SETTING_DEFAULTS,
		workflow ? notesOf(workflow) : [],
	);
	expect(createTables.nodes).toEqual(built.nodes);
	expect(createTables.connections).toEqual(built.connections);
});

test.each(['churn-daily', 'churn-train-weekly', 'expansion-desk'])(
	'%s creates cs_models as the contract says',
	(file) => {
		const creation = WORKFLOWS[file]?.nodes.find(({ name }) => name === 'cs_models');
		const [models] = CHURN_TABLES;
		expect(creation?.parameters).toMatchObject({
			tableName: models?.name,
			columns: { column: models?.columns.map(({ name, type }) => ({ name, type })) },
			options: { createIfNotExists: true },
		});
	},
);

test('the training points at a model only after all its parts are stored', () => {
	const { nodes, connections } = WORKFLOWS['churn-train-weekly'] as Workflow;
	const order: string[] = [];
	let next: string | undefined = 'Train the challenger';
	while (next !== undefined && !order.includes(next)) {
		order.push(next);
		next = connections[next]?.main?.[0]?.[0]?.node;
	}
	const writes = order.filter((name) => {
		const operation = nodes.find((node) => node.name === name)?.parameters.operation;
		return ['insert', 'update', 'upsert', 'deleteRows'].includes(String(operation));
	});
	expect(writes).toEqual(['Store the parts', 'Point at it', 'Audit', 'Delete old models']);
});

test('table-upkeep keeps rows as long as the tables say', () => {
	const settings = tableUpkeep.nodes.find(({ name }) => name === 'Settings');
	const assignments = (
		settings?.parameters as { assignments: { assignments: Array<{ name: string; value: string }> } }
	).assignments.assignments;
	const rules = JSON.parse(String(assignments.find(({ name }) => name === 'rules')?.value)) as Array<{
		table: string;
		column: string;
		days: number;
	}>;
	const byAge = [...TABLES, ...SYNC_TABLES, ...CHURN_TABLES, ...REVENUE_TABLES].filter(
		({ retention }) => retention !== null && retention.days !== null,
	);
	for (const { name, retention } of byAge) {
		const days = rules
			.filter((rule) => rule.table === name && rule.column === retention?.column)
			.map((rule) => rule.days);
		expect([name, days]).toEqual([name, expect.arrayContaining([retention?.days])]);
	}
	expect(new Set(rules.map((rule) => rule.table))).toEqual(new Set(byAge.map(({ name }) => name)));
	const deletion = tableUpkeep.nodes.find(({ name }) => name === 'Delete old rows');
	expect(deletion?.onError).toBe('continueRegularOutput');
});

test('the expansion desk replaces its scores by run, and takes as fault what leaves the error output only', () => {
	const { nodes, connections } = WORKFLOWS['expansion-desk'] as Workflow;
	const after = (name: string, output = 0) =>
		(connections[name]?.main?.[output] ?? []).map(({ node }) => node);
	const scores = nodes.filter(
		({ parameters }) =>
			['insert', 'deleteRows'].includes(String(parameters.operation)) &&
			JSON.stringify(parameters).includes('"cs_scores"'),
	);
	const conditionsOf = ({ parameters }: TemplateNode) =>
		(
			parameters as {
				filters?: { conditions: Array<{ keyName: string; condition: string; keyValue: string }> };
			}
		).filters?.conditions ?? [];
	expect(scores.map(({ name }) => name).sort()).toEqual([
		'Insert scores',
		'Remove leftovers',
		'Remove older scores',
	]);
	for (const node of scores.filter(({ parameters }) => parameters.operation === 'deleteRows')) {
		expect(conditionsOf(node)).toEqual(
			expect.arrayContaining([
				{ keyName: 'score', condition: 'eq', keyValue: 'expansion' },
				{
					keyName: 'run_id',
					condition: node.name === 'Remove leftovers' ? 'eq' : 'neq',
					keyValue: "={{ $('Settings').first().json.runId }}",
				},
			]),
		);
	}
	expect(after('Remove leftovers')).toEqual(['Mark running']);
	expect([after('Mark done'), after('Remove older scores')]).toEqual([['Remove older scores'], ['Answer']]);
	expect(after('Done already?')).toEqual(['Remove older scores']);
	// Opportunities, signals, summary, scores; then faults.
	expect([0, 1, 2, 3, 4].map((output) => after('Expansion Detection', output))).toEqual([
		[],
		[],
		['Only show them?'],
		[],
		['Nothing looked at?'],
	]);
	const placed = (name: string) => nodes.find((node) => node.name === name)?.position[1] ?? 0;
	expect(placed('Scores of the accounts')).toBeLessThan(placed('Stored scores'));
});

test.each(['churn-daily', 'churn-train-weekly', 'expansion-desk', 'renewal-desk', 'value-review'])(
	'%s counts one thing as one in what it says of a run',
	(file) => {
		const results = WORKFLOWS[file]?.nodes.filter(({ name }) => /^Result( of the run)?$/.test(name)) ?? [];
		expect(results).toHaveLength(1);
		const text = String(results[0]?.parameters.jsonOutput);
		expect(text).toContain('(count === 1 ? one : more)');
		expect(
			text.match(/\+ ' [a-z ]*(accounts|contracts|opportunities|entries|stages|tasks|snapshots|days)\b/g),
		).toBeNull();
	},
);

test('the hub asks whether a stage that is not there has run before, without looking at one run only', () => {
	const { nodes, connections } = WORKFLOWS['daily-health-run'] as Workflow;
	const asked = nodes.find(({ name }) => name === 'Ran before?');
	expect(asked).toMatchObject({ executeOnce: true, alwaysOutputData: true });
	expect(asked?.parameters).toMatchObject({
		operation: 'get',
		limit: 1,
		filters: { conditions: [{ keyName: 'stage', condition: 'eq' }] },
	});
	expect(connections['Run the stage']?.main?.[0]?.map(({ node }) => node)).toEqual(['Ran before?']);
	expect(connections['Ran before?']?.main?.[0]?.map(({ node }) => node)).toEqual(['What it answered']);
});
