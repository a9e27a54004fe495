import type { SeededOptions } from './Fake';

export type Row = Record<string, unknown>;

export interface StripeRecords {
	/** Oldest first; deleted customers stay, with `deleted`. */
	readonly customers: Map<string, Row>;
	readonly subscriptions: Map<string, Row>;
	readonly invoices: Map<string, Row>;
	readonly events: Row[];
	/** Subscriptions by customer. */
	readonly held: Map<string, string[]>;
	readonly seconds: () => number;
	readonly tell: (type: string, object: Row) => void;
	readonly nextId: (prefix: string) => string;
}

const DAY = 86_400;

export interface StripeItemInput {
	readonly amount?: number | null;
	readonly decimal?: string | null;
	readonly quantity?: number;
	readonly currency?: string;
	readonly interval?: 'day' | 'month' | 'week' | 'year';
	readonly count?: number;
	readonly usage?: 'licensed' | 'metered';
	readonly tiered?: boolean;
	readonly endsInDays?: number;
}

/** An item in today's shape: the period stands here, not on the subscription. */
export function stripeItem(records: StripeRecords, input: StripeItemInput): Row {
	const { amount = 1_000, quantity = 1, currency = 'usd', interval = 'month', count = 1 } = input;
	const now = records.seconds();
	const id = records.nextId('si');
	const tiered = input.tiered === true;
	const unit = tiered ? null : amount;
	return {
		id,
		object: 'subscription_item',
		billing_thresholds: null,
		created: now - 40 * DAY,
		current_period_start: now - 10 * DAY,
		current_period_end: now + (input.endsInDays ?? 20) * DAY,
		discounts: [],
		metadata: {},
		price: {
			id: `price_${id}`,
			object: 'price',
			active: true,
			billing_scheme: tiered ? 'tiered' : 'per_unit',
			created: now - 100 * DAY,
			currency,
			custom_unit_amount: null,
			livemode: false,
			lookup_key: null,
			metadata: {},
			nickname: 'professional',
			product: `prod_${currency}`,
			recurring: { interval, interval_count: count, meter: null, usage_type: input.usage ?? 'licensed' },
			tax_behavior: 'unspecified',
			tiers_mode: tiered ? 'graduated' : null,
			transform_quantity: null,
			type: 'recurring',
			unit_amount: unit,
			unit_amount_decimal: tiered ? null : (input.decimal ?? (unit === null ? null : String(unit))),
		},
		...(input.usage === 'metered' ? {} : { quantity }),
		tax_rates: [],
	};
}

export function addSubscription(
	records: StripeRecords,
	customer: string,
	items: readonly StripeItemInput[],
	more: Row = {},
): Row {
	const id = records.nextId('sub');
	const now = records.seconds();
	const data = items.map((input): Row => ({ ...stripeItem(records, input), subscription: id }));
	const subscription: Row = {
		id,
		object: 'subscription',
		billing_cycle_anchor: now - 40 * DAY,
		cancel_at: null,
		cancel_at_period_end: false,
		canceled_at: null,
		collection_method: 'charge_automatically',
		created: now - 40 * DAY,
		currency: (data[0]?.price as Row | undefined)?.currency ?? 'usd',
		customer,
		discounts: [],
		ended_at: null,
		items: { object: 'list', data, has_more: false, url: `/v1/subscription_items?subscription=${id}` },
		latest_invoice: null,
		livemode: false,
		metadata: {},
		pause_collection: null,
		schedule: null,
		start_date: now - 400 * DAY,
		status: 'active',
		trial_end: null,
		trial_start: null,
		...more,
	};
	records.subscriptions.set(id, subscription);
	records.held.set(customer, [...(records.held.get(customer) ?? []), id]);
	return subscription;
}

export function addCustomer(records: StripeRecords, fields: Row, created: number): Row {
	const id = records.nextId('cus');
	const customer: Row = {
		id,
		object: 'customer',
		address: null,
		balance: 0,
		created,
		currency: null,
		default_source: null,
		delinquent: false,
		description: null,
		email: null,
		invoice_prefix: id.slice(-8).toUpperCase(),
		invoice_settings: {
			custom_fields: null,
			default_payment_method: null,
			footer: null,
			rendering_options: null,
		},
		livemode: false,
		metadata: {},
		name: null,
		next_invoice_sequence: 1,
		phone: null,
		preferred_locales: [],
		shipping: null,
		tax_exempt: 'none',
		test_clock: null,
		...fields,
	};
	records.customers.set(id, customer);
	return customer;
}

export function addInvoice(records: StripeRecords, customer: string, more: Row = {}): Row {
	const id = records.nextId('in');
	const now = records.seconds();
	const invoice: Row = {
		id,
		object: 'invoice',
		amount_due: 12_000,
		amount_paid: 12_000,
		amount_remaining: 0,
		collection_method: 'send_invoice',
		created: now - 40 * DAY,
		currency: 'usd',
		customer,
		discounts: [],
		due_date: now - 10 * DAY,
		lines: { object: 'list', data: [], has_more: false, url: `/v1/invoices/${id}/lines` },
		livemode: false,
		metadata: {},
		number: `${id}-0001`,
		status: 'paid',
		status_transitions: {
			finalized_at: now - 39 * DAY,
			marked_uncollectible_at: null,
			paid_at: now - 5 * DAY,
			voided_at: null,
		},
		subtotal: 10_000,
		total: 12_000,
		...more,
	};
	records.invoices.set(id, invoice);
	return invoice;
}

/** Customers with an account id in their metadata and one subscription each, and `children` invoices. */
export function seedStripeRecords(options: SeededOptions): StripeRecords {
	let last = 0;
	const records: StripeRecords = {
		customers: new Map(),
		subscriptions: new Map(),
		invoices: new Map(),
		events: [],
		held: new Map(),
		seconds: () => Math.floor(options.now() / 1000),
		nextId: (prefix) => {
			last += 1;
			return `${prefix}_fake${last.toString(36).padStart(8, '0')}`;
		},
		// What happened is told as it was, in the version of the account's own default: without the period on the items.
		tell: (type, object) => {
			const { id, customer, object: kind } = object;
			records.events.push({
				id: records.nextId('evt'),
				object: 'event',
				api_version: '2020-08-27',
				created: records.seconds(),
				data: { object: { id, object: kind, ...(customer === undefined ? {} : { customer }) } },
				livemode: false,
				pending_webhooks: 0,
				request: { id: null, idempotency_key: null },
				type,
			});
		},
	};
	const start = records.seconds();
	for (let number = 1; number <= options.accounts; number += 1) {
		const customer = addCustomer(
			records,
			{
				name: `Customer ${number}`,
				email: `billing@customer-${number}.example`,
				address: { city: 'Berlin', country: 'DE', line1: null, line2: null, postal_code: null, state: null },
				currency: 'usd',
				preferred_locales: ['de'],
				metadata: { account_id: `CUST_${String(number).padStart(4, '0')}` },
			},
			start - (options.accounts - number + 400) * 60,
		);
		addSubscription(records, String(customer.id), [{ amount: 1_000 * number, quantity: 2 }]);
		for (let child = 0; child < (options.children ?? 0); child += 1) addInvoice(records, String(customer.id));
	}
	return records;
}
