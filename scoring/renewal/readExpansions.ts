import { jsonIn } from '../measures/jsonIn';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { OpenExpansion } from './buildStructure';
import { leaveOutCopies } from './leaveOutCopies';

/** Kinds of cs_opportunities that are no expansion of a contract. */
const OTHER: ReadonlySet<unknown> = new Set(['renewal', 'new', '', null, undefined]);

/**
 * The open expansions among rows of cs_opportunities, in order of their ids: kind `expansion` or one of its types, status `open`, each
 * deal once though a CRM may hold it as well. Amounts count as
 * of a year. Product and quantity for the price book are read from `evidence_json` (`product_id`, `quantity`), the label from
 * its `label` or `product`, else the kind, and from `alternative_to` which other one counts in its place.
 *
 * @example
 * readExpansions([{ opportunity_id: 'O-1', kind: 'cross_sell', status: 'open', amount_minor: 28000000, currency: 'USD' }, { opportunity_id: 'O-2', kind: 'renewal', status: 'open' }]).map((one) => one.label)
 * // => ['Cross sell']
 */
export function readExpansions(rows: readonly Row[]): OpenExpansion[] {
	const open = leaveOutCopies(rows).filter(({ kind, status }) => status === 'open' && !OTHER.has(kind));
	return open
		.map((row): OpenExpansion => {
			const evidence = jsonIn(row, 'evidence_json');
			const probability = numberIn(row, 'probability');
			const label = [row.name, evidence.label, evidence.product].find(
				(name) => typeof name === 'string' && name !== '',
			);
			return {
				opportunityId: String(row.opportunity_id),
				label: label === undefined ? wordKind(String(row.kind)) : String(label),
				amountMinor: numberIn(row, 'amount_minor'),
				currency: typeof row.currency === 'string' && row.currency !== '' ? row.currency.toUpperCase() : null,
				probability: probability === null || probability < 0 || probability > 1 ? null : probability,
				productId: typeof evidence.product_id === 'string' ? evidence.product_id : null,
				quantity: numberIn(evidence, 'quantity'),
				alternativeTo: typeof evidence.alternative_to === 'string' ? evidence.alternative_to : null,
			};
		})
		.sort((a, b) => (a.opportunityId < b.opportunityId ? -1 : 1));
}

const wordKind = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1).replace(/_/g, ' ');
