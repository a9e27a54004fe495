import type { IExecuteFunctions } from 'n8n-workflow';
import { wordCount } from '../../../scoring/core/wordCount';

import type { Bridge } from '../../../scoring/renewal/Bridge';
import { addHint } from '../../../shared/n8n/addHint';

/** Says above the output what was bridged, what was left out and what somebody can do about it. */
export function addBridgeHints(
	context: IExecuteFunctions,
	{ accounts, leftOut, notSplit, notConverted }: Bridge,
	tally: { readonly lines: number; readonly faulty: number; readonly report: string },
): void {
	addHint(context, {
		'lines read': tally.lines,
		accounts: new Set(accounts.map(({ accountId }) => accountId)).size,
		'without an amount': leftOut.withoutAmount,
		'without a currency': leftOut.withoutCurrency,
		'without a start': leftOut.withoutStart,
		'double rows of one line': leftOut.duplicate,
		faulty: tally.faulty,
	});
	if (notSplit > 0) {
		addHint(
			context,
			`${wordCount(notSplit, 'change has', 'changes have')} no quantity on both days, so nobody can tell price from volume: ${notSplit === 1 ? 'it is' : 'they are'} whole in expansion or contraction. Fill quantity in cs_contract_lines.`,
			'warning',
		);
	}
	if (notConverted.length > 0) {
		addHint(
			context,
			`No bridge in ${tally.report}: no rate from ${notConverted.join(', ')} on both days. There is one bridge per currency; connect the rows of cs_rates to Records for one.`,
			'warning',
		);
	}
}
