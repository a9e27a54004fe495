import type { IDataObject, INodeType } from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

import type { Issue } from '../../../scoring/core/issue';
import { addHint } from '../../../shared/n8n/addHint';
import { forBatch } from '../../../shared/n8n/forBatch';
import { forEachItem } from '../../../shared/n8n/forEachItem';
import { readInput } from '../../../shared/n8n/readInput';
import { toNodeError } from '../../../shared/n8n/toNodeError';
import { unwrap } from '../../../shared/n8n/unwrap';
import { strictContext } from '../../support/strictContext';

const nodeType: INodeType = {
	description: {
		displayName: 'Bare',
		name: 'bare',
		group: ['transform'],
		version: 1,
		description: 'A node for tests',
		defaults: { name: 'Bare' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};
const over = (inputs: ReadonlyArray<readonly IDataObject[] | null>) => strictContext({ nodeType, inputs });
const issue = (code: string, severity: Issue['severity'] = 'error'): Issue => ({
	code,
	path: 'weight',
	message: `${code} happened.`,
	remedy: `Mend ${code}.`,
	severity,
});
const three = [[{ n: 1 }, { n: 2 }, { n: 3 }]];
const failing = (itemIndex: number): IDataObject => {
	if (itemIndex === 1) throw new Error('no');
	return { itemIndex };
};

describe('toNodeError', () => {
	const node = over([]).context.getNode();

	test('keeps a node error and tells it its item, once', () => {
		const error = new NodeOperationError(node, 'told');
		expect(toNodeError(node, error, 4)).toBe(error);
		expect(error.context.itemIndex).toBe(4);
		toNodeError(node, error, 9);
		expect(error.context.itemIndex).toBe(4);
	});

	test('keeps an API error', () => {
		const error = new NodeApiError(node, { message: 'busy' });
		expect(toNodeError(node, error, 0)).toBe(error);
	});

	test('turns issues into a message and a remedy, errors before warnings', () => {
		const error = toNodeError(node, [issue('late', 'warning'), issue('gap'), issue('overlap')], 2);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('gap happened.');
		expect(error.description).toBe('Mend gap.\noverlap happened. Mend overlap.');
		expect(error.context.itemIndex).toBe(2);
	});

	test('takes an outcome, a single warning, and anything else', () => {
		expect(toNodeError(node, { ok: false, issues: [issue('gap')] }, null).message).toBe('gap happened.');
		expect(toNodeError(node, issue('late', 'warning'), null).description).toBe('Mend late.');
		expect(toNodeError(node, new Error('plain'), 0).message).toBe('plain');
		expect(toNodeError(node, 'a text', null).message).toBe('a text');
	});
});

describe('forEachItem', () => {
	test('links every output to its input, several per item too', async () => {
		const { context } = over(three);
		const [output] = await forEachItem(context, false, (index) =>
			index === 0 ? [{ a: 1 }, { a: 2 }] : { a: 3 },
		);
		expect(output?.map((item) => item.pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	test('stops with the item at fault', async () => {
		await expect(forEachItem(over(three).context, false, failing)).rejects.toMatchObject({
			context: { itemIndex: 1 },
		});
	});

	test('under Continue On Fail the others go on', async () => {
		const [output] = await forEachItem(over(three).context, true, failing);
		expect(output?.map((item) => item.json)).toEqual([{ itemIndex: 0 }, { error: 'no' }, { itemIndex: 2 }]);
		expect(output?.[1]).toMatchObject({ pairedItem: { item: 1 }, error: { context: { itemIndex: 1 } } });
	});
});

describe('forBatch', () => {
	test('links rows to one, several and all items, and sends them to their output', async () => {
		const outputs = await forBatch(
			over(three).context,
			false,
			() => [
				{ json: { a: 1 }, from: 2 },
				{ json: { a: 2 }, from: [0, 1], output: 1 },
				{ json: { a: 3 }, from: null },
			],
			2,
		);
		expect(outputs).toEqual([
			[
				{ json: { a: 1 }, pairedItem: { item: 2 } },
				{ json: { a: 3 }, pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }] },
			],
			[{ json: { a: 2 }, pairedItem: [{ item: 0 }, { item: 1 }] }],
		]);
	});

	test('a faulty row stops the node, or becomes an error item with what is known and the remedy', async () => {
		const run = () => [
			{ json: { account_id: 'a' }, from: 1, fault: [issue('gap')] },
			{ json: { ok: true }, from: 2 },
		];
		await expect(forBatch(over(three).context, false, run)).rejects.toMatchObject({
			message: 'gap happened.',
			context: { itemIndex: 1 },
		});
		const [output] = await forBatch(over(three).context, true, run);
		expect(output?.map((item) => item.json)).toEqual([
			{ account_id: 'a', error: 'gap happened.', remedy: 'Mend gap.' },
			{ ok: true },
		]);
		expect(output?.[0]?.pairedItem).toEqual({ item: 1 });
	});

	test('a batch that fails as a whole is one error item linked to all, or stops the node', async () => {
		const run = (): never => {
			throw new Error('no scorecard');
		};
		await expect(forBatch(over(three).context, false, run)).rejects.toThrow('no scorecard');
		const [output] = await forBatch(over(three).context, true, run);
		expect(output).toHaveLength(1);
		expect(output?.[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});
});

describe('readInput', () => {
	test('an input that is not connected has no items, whichever way n8n says so', () => {
		expect(readInput(over([[{ a: 1 }], [{ b: 2 }]]).context, 1)).toEqual([{ json: { b: 2 } }]);
		expect(readInput(over([[{ a: 1 }], null]).context, 1)).toEqual([]);
		expect(readInput(over([[{ a: 1 }]]).context, 1)).toEqual([]);
		expect(readInput(over([[{ a: 1 }]]).context, 7)).toEqual([]);
	});

	test('any other refusal is passed on', () => {
		const broken = strictContext({
			nodeType,
			inputs: [[]],
			members: {
				getInputData: () => {
					throw new Error('disk');
				},
			},
		});
		expect(() => readInput(broken.context, 0)).toThrow('disk');
	});
});

describe('addHint', () => {
	test('says counts as a sentence, zero too, and nothing for nothing', () => {
		const { context, hints } = over([]);
		addHint(context, { read: 1250, scored: 0 });
		addHint(context, {});
		addHint(context, 'Stale.', 'warning');
		expect(hints.map((hint) => [hint.message, hint.type])).toEqual([
			['Read 1,250, scored 0.', 'info'],
			['Stale.', 'warning'],
		]);
	});
});

describe('unwrap', () => {
	test('gives the value, or throws the issues', () => {
		const node = over([]).context.getNode();
		expect(unwrap(node, { ok: true, value: 7, warnings: [] }, 0)).toBe(7);
		expect(() => unwrap(node, { ok: false, issues: [issue('gap')] }, 0)).toThrow('gap happened.');
	});
});

describe('strictContext', () => {
	test('refuses what nobody stubbed', () => {
		expect(() => over([]).context.getWorkflow()).toThrow('getWorkflow');
		expect(() => over([]).context.getNodeParameter('absent', 0)).toThrow('absent');
	});
});
