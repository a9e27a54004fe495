import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { addDays } from '../../../scoring/core/addDays';
import { currencyExponent } from '../../../scoring/core/currencyExponent';
import type { Issue } from '../../../scoring/core/issue';
import { wordCount } from '../../../scoring/core/wordCount';
import { costOfInaction } from '../../../scoring/value/costOfInaction';
import type { Assumption, InactionCost } from '../../../scoring/value/Inaction';
import { hash12 } from '../../../shared/hash12';
import { addHint } from '../../../shared/n8n/addHint';
import type { BatchRow } from '../../../shared/n8n/forBatch';
import { textIn } from './readEntry';
import { assumptionsOf, readAssumptions, readComponents } from './readInaction';
import { listRows } from './readRecords';
import { readRun, type Run } from './readRun';
import { showMinor } from './showMinor';

interface Calculated {
	readonly account: IDataObject;
	readonly accountId: string;
	readonly currency: string;
	readonly assumptions: readonly Assumption[];
	readonly cost: InactionCost;
}

const DAYS_PER_MONTH = 365 / 12;

function wordsOf(
	{ months, totalMinor, lowMinor, highMinor, solutionMinor, tornado }: InactionCost,
	currency: string,
): string {
	const show = (minor: number | null): string => showMinor(minor, currency);
	const range =
		lowMinor === totalMinor && highMinor === totalMinor ? '' : ` (${show(lowMinor)} to ${show(highMinor)})`;
	const price = solutionMinor === null ? '' : `; the solution costs ${show(solutionMinor)} in that time`;
	const [first] = tornado;
	const matters = first === undefined ? '' : `. What matters most: ${first.label}`;
	return `${wordCount(months, 'month of waiting costs', 'months of waiting cost')} ${show(totalMinor)}${range}${price}${matters}.`;
}

/** The row of cs_value_ledger: its formula sums the components, so that anybody can work the amount out again. */
function ledgerRow({ account, accountId, currency, assumptions, cost }: Calculated, run: Run): IDataObject {
	const units = 10 ** currencyExponent(currency);
	const ids = cost.components.map(({ id }) => id.replace(/\W/g, '_'));
	const inputs = Object.fromEntries(
		cost.components.map(({ totalMinor }, index) => [ids[index], totalMinor / units]),
	);
	const untilOn = addDays(run.day, Math.max(0, Math.round(cost.months * DAYS_PER_MONTH) - 1));
	const evidence = {
		source: 'cost-of-inaction calculation',
		outcome: 'cost_of_inaction',
		inputs,
		components: cost.components,
		assumptions,
	};
	const known = cost.totalMinor !== null;
	return {
		entry_id: `COI_${hash12([accountId, run.day])}`,
		account_id: accountId,
		kind: 'cost_of_inaction',
		period: `${run.day}/${untilOn}`,
		low_minor: cost.lowMinor,
		base_minor: cost.totalMinor,
		high_minor: cost.highMinor,
		currency,
		formula: known ? ids.join(' + ') : null,
		evidence_json: JSON.stringify(evidence),
		acknowledged_at: null,
		acknowledged_by: null,
		name: textIn(account, 'name'),
		run_id: run.runId,
		months: cost.months,
		solution_minor: cost.solutionMinor,
		net_minor: cost.netMinor,
		words: known
			? wordsOf(cost, currency)
			: 'Nothing could be worked out: no component has all of its assumptions',
		details: {
			components: cost.components,
			tornado: cost.tornado,
			left_out: cost.leftOut.map(({ path, message, remedy }) => ({ component: path, message, remedy })),
			assumptions,
		} as unknown as IDataObject,
	};
}

/** Calculate Cost of Inaction: a ledger row per account, and a row per assumption that varies. */
export function* costOfInactionRows(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Generator<BatchRow> {
	const run = readRun(context);
	const components = readComponents(context);
	const standard = readAssumptions(context);
	let [calculated, faulty, without] = [0, 0, 0];
	const leftOut = new Map<string, number>();
	for (const { row: account, from } of listRows(items)) {
		const accountId = textIn(account, 'account_id') ?? `item ${from + 1}`;
		const currency = run.currency ?? textIn(account, 'currency')?.toUpperCase() ?? null;
		if (currency === null) {
			faulty++;
			const fault: Issue = {
				code: 'no-currency',
				path: 'currency',
				message: `Account ${accountId} has no currency.`,
				remedy: "Add the field 'currency' to the account, or fill in 'Currency' of the node.",
				severity: 'error',
			};
			yield { json: { account_id: accountId }, from, fault };
			continue;
		}
		const assumptions = assumptionsOf(account, standard);
		const outcome = costOfInaction({ components, assumptions, currency });
		if (!outcome.ok) {
			faulty++;
			yield { json: { account_id: accountId }, from, fault: outcome.issues };
			continue;
		}
		const cost = outcome.value;
		calculated++;
		if (cost.totalMinor === null) without++;
		for (const { path } of cost.leftOut) leftOut.set(path, (leftOut.get(path) ?? 0) + 1);
		yield { json: ledgerRow({ account, accountId, currency, assumptions, cost }, run), from };
		for (const [index, bar] of cost.tornado.entries())
			yield {
				json: {
					account_id: accountId,
					rank: index + 1,
					assumption: bar.name,
					label: bar.label,
					low: bar.low,
					high: bar.high,
					at_low_minor: bar.atLowMinor,
					at_high_minor: bar.atHighMinor,
					swing_minor: bar.swingMinor,
					base_minor: cost.totalMinor,
					currency,
				},
				from,
				output: 1,
			};
	}
	addHint(context, { calculated, 'without a result': without, faulty });
	if (leftOut.size > 0) {
		const parts = [...leftOut].map(([id, count]) => `${id} (${count})`).join(', ');
		addHint(context, `Components left out, because an assumption is not filled in: ${parts}.`);
	}
	const summary = { calculated, without_result: without, faulty, left_out: Object.fromEntries(leftOut) };
	yield { json: { as_of_on: run.day, run_id: run.runId, ...summary }, from: null, output: 2 };
}
