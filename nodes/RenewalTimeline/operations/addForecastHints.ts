import type { IExecuteFunctions } from 'n8n-workflow';
import { wordCount } from '../../../scoring/core/wordCount';

import type { RenewalForecast } from '../../../scoring/renewal/RenewalForecast';
import { addHint } from '../../../shared/n8n/addHint';
import type { ForecastCounts } from './writeForecastSummary';

/** Says above the output what was forecast, what was left out and what somebody can do about it. */
export function addForecastHints(
	context: IExecuteFunctions,
	{ cases, leftOut, notConverted }: RenewalForecast,
	tally: ForecastCounts & { readonly unknownCalls: readonly string[]; readonly report: string },
): void {
	addHint(context, {
		'items read': tally.read,
		'contracts forecast': cases.length,
		'due later or settled before': leftOut.outside,
		'without a due date': leftOut.withoutDueDate,
		'without an amount': leftOut.withoutAmount,
		'without a currency': leftOut.withoutCurrency,
		skipped: tally.skipped,
		faulty: tally.faulty,
	});
	const unknown = cases.filter(({ probability }) => probability === null).length;
	if (unknown > 0) {
		addHint(
			context,
			`${unknown} of ${wordCount(cases.length, 'contract')} ${unknown === 1 ? 'has no probability: it is' : 'have no probability: they are'} in the amount due, not in the weighted one. Connect the output of Plan Renewals, or set Probability When Unknown.`,
			'warning',
		);
	}
	if (notConverted.length > 0) {
		addHint(
			context,
			`No total in ${tally.report}: no rate from ${notConverted.join(', ')}. Every part stands once per currency; connect the rows of cs_rates to Records for one total.`,
			'warning',
		);
	}
	if (tally.unknownCalls.length > 0) {
		const shown = tally.unknownCalls.slice(0, 5).map((call) => `"${call.slice(0, 40)}"`);
		addHint(
			context,
			`Calls that mean no category and were left out: ${shown.join(', ')}. Use commit, most likely, best, pipeline or omitted.`,
			'warning',
		);
	}
}
