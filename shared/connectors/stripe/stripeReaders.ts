import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import type { RawRecord, ShapedRow, SourceObject, SourceReader } from '../Source';
import { shapeSubscription } from './shapeSubscription';
import { asStripeObject, stripeId } from './stripeAnswer';
import { stripeCurrency, stripeMinor, stripeNumber } from './stripeMoney';
import { stripeDay } from './stripeTime';

/** An invoice. The amount is its total with tax; an invoice that is charged at once has no due day. */
function shapeInvoice(record: RawRecord, mapped: Readonly<Record<string, unknown>>): readonly ShapedRow[] {
	const invoice = record.fields;
	const passed = asStripeObject(invoice.status_transitions);
	const currency = stripeCurrency(invoice.currency);
	const amount = stripeMinor(stripeNumber(invoice.total), currency);
	return [
		{
			object: 'invoices',
			accountExternalId: stripeId(invoice.customer),
			values: {
				...mapped,
				invoice_id: `stripe:${record.id}`,
				issued_on: stripeDay(passed.finalized_at) ?? stripeDay(invoice.created),
				due_on: stripeDay(invoice.due_date),
				paid_on: stripeDay(passed.paid_at),
				amount_minor: amount === null ? null : roundHalfUp(amount),
				currency,
			},
			amounts: 'minor',
		},
	];
}

/**
 * What is read from Stripe: customers as accounts, subscriptions as contracts and lines, invoices. Deals, tickets and people do not exist
 * there. The account id is best kept in `metadata.account_id`.
 */
export const STRIPE_READERS: Readonly<Partial<Record<SourceObject, SourceReader>>> = {
	accounts: {
		fields: {
			name: 'name',
			domain: 'email.domain',
			country: 'address.country',
			language: 'locale',
			currency: 'subscriptions.currency',
			plan: 'subscriptions.plan',
			seats: 'subscriptions.seats',
			arr_minor: 'subscriptions.arr_minor',
			mrr_minor: 'subscriptions.mrr_minor',
			started_on: 'subscriptions.started_on',
			renewal_on: 'subscriptions.renewal_on',
			created_at: 'created',
		},
		needed: ['subscriptions.discounts'],
		shape: (record, mapped) => {
			const discounts = record.fields['subscriptions.discounts'];
			return [
				{
					object: 'accounts',
					accountExternalId: null,
					values: {
						...mapped,
						// Amounts are list prices; whoever reads them must know that less is paid.
						...(typeof discounts === 'number' && discounts > 0
							? { custom_json: JSON.stringify({ discounts }) }
							: {}),
					},
					amounts: 'minor',
				},
			];
		},
	},
	invoices: {
		fields: { status: 'status' },
		needed: ['customer', 'total', 'currency', 'created', 'due_date', 'status_transitions'],
		shape: shapeInvoice,
	},
	subscriptions: {
		fields: {},
		needed: ['customer', 'items', 'status', 'start_date', 'cancel_at', 'cancel_at_period_end', 'ended_at'],
		shape: shapeSubscription,
	},
};
