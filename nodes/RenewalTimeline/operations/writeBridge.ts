import type { IDataObject } from 'n8n-workflow';

import {
	MOVE_KINDS,
	type AccountBridge,
	type Bridge,
	type CurrencyBridge,
	type MoveKind,
} from '../../../scoring/renewal/Bridge';

export interface BridgeFrame {
	readonly runId: string | null;
	readonly asOfOn: string;
	readonly openingOn: string;
	readonly closingOn: string;
}

const LABELS: Readonly<Record<string, string>> = {
	opening: 'Opening ARR',
	restated: 'Corrections recorded later',
	currency: 'Currency effect',
	new: 'New customers',
	reactivation: 'Customers that came back',
	expansion: 'Expansion',
	price: 'Price and uplift',
	swap: 'Swaps of products within an account',
	contraction: 'Contraction',
	churn: 'Churn',
	closing: 'Closing ARR',
};

/** One item per row of a bridge, in order, each with the running sum, so that it can be added up by hand. */
export function writeBridgeSteps(bridge: CurrencyBridge, frame: BridgeFrame): IDataObject[] {
	let running = 0;
	return bridge.steps.map(({ kind, amountMinor, gainsMinor, lossesMinor, accounts }, index) => {
		running = kind === 'closing' ? amountMinor : running + amountMinor;
		return {
			run_id: frame.runId,
			opening_on: frame.openingOn,
			closing_on: frame.closingOn,
			position: index + 1,
			kind,
			label: LABELS[kind] ?? kind,
			currency: bridge.currency,
			amount_minor: amountMinor,
			running_minor: running,
			gains_minor: gainsMinor,
			losses_minor: lossesMinor,
			accounts,
		};
	});
}

/** One account in one currency: the same columns summed over all accounts are the bridge; `details.moves` names the lines. */
export function writeAccountBridge(account: AccountBridge, frame: BridgeFrame): IDataObject {
	const sumOf = (kind: MoveKind): number =>
		account.moves.reduce((sum, move) => sum + (move.kind === kind ? move.amountMinor : 0), 0);
	return {
		run_id: frame.runId,
		account_id: account.accountId,
		currency: account.currency,
		opening_minor: account.openingMinor,
		...Object.fromEntries(MOVE_KINDS.map((kind) => [`${kind}_minor`, sumOf(kind)])),
		closing_minor: account.closingMinor,
		retained_minor:
			account.startMinor > 0 ? Math.max(0, Math.min(account.startMinor, account.endMinor)) : null,
		details: {
			moves: account.moves.map(({ kind, amountMinor, productId, lineIds }) => ({
				kind,
				amount_minor: amountMinor,
				product_id: productId,
				line_ids: [...lineIds],
			})),
		},
	};
}

/** One item per currency with the rates, each under a name that says what it rests on; one without a currency when there is nothing. */
export function writeBridgeSummary(bridge: Bridge, counts: IDataObject, frame: BridgeFrame): IDataObject[] {
	const { leftOut, notSplit, notConverted, currencies } = bridge;
	const base: IDataObject = {
		run_id: frame.runId,
		as_of_on: frame.asOfOn,
		opening_on: frame.openingOn,
		closing_on: frame.closingOn,
	};
	const rest: IDataObject = {
		...counts,
		without_amount: leftOut.withoutAmount,
		without_currency: leftOut.withoutCurrency,
		without_start: leftOut.withoutStart,
		duplicate_lines: leftOut.duplicate,
		not_split: notSplit,
		not_converted: notConverted.join(', '),
	};
	if (currencies.length === 0) return [{ ...base, currency: null, ...rest }];
	return currencies.map(({ currency, steps, retention, due }) => ({
		...base,
		currency,
		opening_minor: steps[0]?.amountMinor ?? null,
		closing_minor: steps.at(-1)?.amountMinor ?? null,
		grr_on_opening_rate: retention.grr,
		nrr_on_opening_rate: retention.nrr,
		grr_without_price_rate: retention.grrWithoutPrice,
		nrr_without_price_rate: retention.nrrWithoutPrice,
		nrr_as_reported_rate: retention.nrrAsReported,
		logo_retention_rate: retention.logoRetention,
		opening_accounts: retention.accounts,
		due_minor: due.dueMinor,
		renewed_minor: due.renewedMinor,
		gross_renewal_rate_on_due: due.grossRenewalRate,
		net_renewal_rate_on_due: due.netRenewalRate,
		...rest,
	}));
}
