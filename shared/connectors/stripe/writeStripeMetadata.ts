import type { Scalar } from '../../../scoring/core/CanonicalModel';
import { ConnectorFault } from '../ConnectorFault';
import type { ScoreWrite, SourceSettings, WriteOutcome } from '../Source';
import type { Call } from '../Wire';
import { stripeId, stripeList } from './stripeAnswer';
import { stripeRead, stripeWrite } from './stripeRequest';

/** Result -> metadata key of the customer, for those who switched the write-back on. */
export const STRIPE_RESULTS: Readonly<Record<string, string>> = {
	score: 'metadata.cs_health_score',
	band: 'metadata.cs_health_band',
	trend: 'metadata.cs_health_trend',
	confidence: 'metadata.cs_confidence',
	coverage: 'metadata.cs_coverage',
	score_date: 'metadata.cs_score_date',
	reasons: 'metadata.cs_reasons',
	churn_probability: 'metadata.cs_churn_probability',
	row_hash: 'metadata.cs_row_hash',
};

const METADATA = 'metadata.';
const LONGEST_VALUE = 500;
const OF_THE_ROW: ReadonlySet<string> = new Set(['not-found', 'poison']);

/**
 * Writes results into the metadata of customers, one by one. Stripe holds money, so this is refused unless the option `writeMetadata` is
 * true. Values are texts of at most 500 characters; longer ones are cut; null deletes the key.
 */
export async function writeStripeMetadata(
	call: Call,
	settings: SourceSettings,
	rows: readonly ScoreWrite[],
): Promise<readonly WriteOutcome[]> {
	if (settings.options.writeMetadata !== true) throw readOnly();
	const outcomes: WriteOutcome[] = [];
	for (const row of rows) {
		const form = formOf(row.fields);
		try {
			const id = row.externalId ?? (await findCustomer(call, settings, row.accountId));
			await call(stripeWrite('customer-write', `/v1/customers/${encodeURIComponent(id)}`, form));
			outcomes.push({ ok: true, externalId: id, created: false });
		} catch (error) {
			outcomes.push({ ok: false, fault: faultOfRow(error) });
		}
	}
	return outcomes;
}

function formOf(fields: Readonly<Record<string, Scalar>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields).map(([field, value]) => {
			if (!field.startsWith(METADATA)) throw notMetadata(field);
			const text = value === null ? '' : String(value).slice(0, LONGEST_VALUE);
			return [`metadata[${field.slice(METADATA.length)}]`, text];
		}),
	);
}

/** By exact search in metadata; Stripe's search lags behind by up to a minute. In its query language `\` and `'` are escaped by `\`. */
async function findCustomer(call: Call, settings: SourceSettings, accountId: string): Promise<string> {
	const own = /^stripe:(cus_\w+)$/.exec(accountId)?.[1];
	if (own !== undefined) return own;
	const { keyField } = settings;
	if (!keyField.startsWith(METADATA)) throw unknownAccount(accountId, 'no metadata key holds the account id');
	const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
	const query = `metadata[${quoted(keyField.slice(METADATA.length))}]:${quoted(accountId)}`;
	const answer = await call(stripeRead('customer-search', '/v1/customers/search', { query, limit: '2' }));
	const [first, second] = stripeList(answer).objects;
	const id = stripeId(first);
	if (id === null) throw unknownAccount(accountId, 'no customer carries it in its metadata');
	if (second !== undefined) throw unknownAccount(accountId, `${id} and ${stripeId(second)} both carry it`);
	return id;
}

function faultOfRow(error: unknown): ConnectorFault {
	if (error instanceof ConnectorFault && OF_THE_ROW.has(error.faultClass)) return error;
	throw error;
}

function readOnly(): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'auth',
		code: 'stripe-read-only',
		message: 'Scores were not written to Stripe: it is read only unless you allow it.',
		remedy:
			'Write scores to your CRM. To have them in the metadata of Stripe’s customers as well, switch on Write Metadata and give the key Write on customers.',
		status: null,
	});
}

function notMetadata(field: string): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'schema',
		code: 'stripe-not-metadata',
		message: `Results are written into metadata of Stripe’s customers only, not into "${field}".`,
		remedy: 'Choose a name that begins with metadata. for this result.',
		status: null,
		field,
	});
}

function unknownAccount(accountId: string, why: string): ConnectorFault {
	return new ConnectorFault({
		faultClass: 'poison',
		code: 'stripe-account-unknown',
		message: `Account ${accountId} has no customer in Stripe: ${why}.`,
		remedy:
			'Connect the accounts that Customer Data read to the second input, or set the account id in the customer’s metadata.',
		status: null,
	});
}
