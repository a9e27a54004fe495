import Ajv, { type AnySchema } from 'ajv';

import planSchema from '../../nodes/RenewalTimeline/__schema__/v1.0.0/plan.json';
import { RenewalTimeline } from '../../nodes/RenewalTimeline/RenewalTimeline.node';
import { scores } from '../../shared/tables/scores';
import { renewalStages } from '../../shared/tables/renewalStages';
import { tasks } from '../../shared/tables/tasks';
import { strictContext } from '../support/strictContext';
import { AS_OF, contract, records, run } from './renewalPlanRun';

const columnsOf = (table: { columns: ReadonlyArray<{ name: string }> }): string[] =>
	table.columns.map(({ name }) => name);

describe('plan renewals', () => {
	test('a renewal manager finds dates, probability, reason and amount', async () => {
		const { renewals, outputs } = await run([[contract()], records, null, null]);
		expect(renewals).toHaveLength(1);
		expect(renewals[0]).toMatchObject({
			score: 'renewal',
			contract_id: 'C-1',
			name: 'TechCorp',
			state: 'upcoming',
			days_to_end: 127,
			value: 94,
			band: 'high',
			probability_source: 'base_rates',
			arr_minor: 87_500_000,
			proposed_minor: 134_000_000,
			expected_minor: 122_705_000,
			strategy: 'expand',
			next_stage: '90',
			next_stage_on: '2024-12-31',
		});
		expect(renewals[0]?.reason).toMatch(
			/^Ends on 2025-03-31, in 127 days\. .*Probability of renewal 94 %, the mean of the rates at which/,
		);
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		expect(Object.keys(renewals[0] ?? {}).slice(0, 17)).toEqual(columnsOf(scores));
	});

	test('every row has the fields of its schema', async () => {
		const validate = new Ajv({ allErrors: true, strict: false }).compile(planSchema as AnySchema);
		const inputs = [
			[contract(), contract({ contract_id: 'C-2', account_id: 'b', ends_on: null, starts_on: null })],
			records,
		];
		const { renewals } = await run([...inputs, null, null], { asOf: '2025-03-20' });
		for (const row of renewals) {
			validate(row);
			expect(validate.errors).toBeNull();
			expect(Object.keys(row).filter((key) => !(key in planSchema.properties))).toEqual([]);
		}
		expect(renewals).toHaveLength(2);
	});

	test('stages come once: with the rows of the run before nothing is said again', async () => {
		const first = await run([[contract()], records, null, null], { asOf: '2025-03-20' });
		expect(first.stages.map(({ stage, late }) => [stage, late])).toEqual([
			['90:2025-03-31', true],
			['60:2025-03-31', true],
			['30:2025-03-31', true],
			['14:2025-03-31', true],
		]);
		expect(first.toDo.map(({ rule }) => rule)).toEqual([
			'renewal.14',
			'renewal.process.1',
			'renewal.process.2',
			'renewal.process.3',
			'renewal.process.4',
		]);
		expect(Object.keys(first.toDo[0] ?? {})).toEqual(columnsOf(tasks));
		const again = await run([[contract()], records, null, first.stages], { asOf: '2025-03-20' });
		expect([again.stages, again.toDo]).toEqual([[], []]);
		const next = await run([[contract()], records, null, [{ records: first.stages }]], {
			asOf: '2025-03-24',
		});
		expect(next.stages.map(({ stage, late }) => [stage, late])).toEqual([['7:2025-03-31', false]]);
	});

	test('only table columns: rows go into Data Tables as they are, without contracts that need no renewal', async () => {
		const both = [contract(), contract({ contract_id: 'C-0', status: 'ended' })];
		const parameters = { asOf: '2025-03-20', planOptions: { onlyTableColumns: true } };
		const { renewals, stages } = await run([both, records, null, null], parameters);
		expect(renewals.map((row) => Object.keys(row))).toEqual([columnsOf(scores)]);
		expect(stages.map((row) => Object.keys(row))[0]).toEqual(columnsOf(renewalStages));
		expect(JSON.parse(String(renewals[0]?.detail_json))).toMatchObject({ contract_id: 'C-1' });
	});
});

test('parameters are read once, whatever the number of contracts', async () => {
	const many = Array.from({ length: 50 }, (_, index) => contract({ contract_id: `C-${index}` }));
	const context = strictContext({
		nodeType: new RenewalTimeline(),
		parameters: { operation: 'plan', asOf: AS_OF },
		inputs: [many, null, null, null],
	});
	await context.run();
	expect(new Set(context.reads).size).toBe(context.reads.length);
});

test('inputs, outputs and subtitle follow the operation', () => {
	const { inputs, outputs, subtitle } = new RenewalTimeline().description;
	expect(String(inputs)).toContain('"plan":[{"type":"main","displayName":"Contracts","required":true}');
	expect(String(outputs)).toContain('"displayName":"Calendar"');
	expect(subtitle).toContain('"plan":"plan renewals"');
});
