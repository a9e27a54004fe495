import type { Source } from '../../shared/connectors/Source';
import { faultOf, listOf, objectOf, recordsOf } from './exampleAnswer';
import { createOnce } from './exampleEffect';

/** A source for the vendor of `exampleFake`. It borrows the id of a real one, because ids are a closed set. */
export const exampleSource: Source = {
	id: 'airtable',
	label: 'Example',
	baseUrl: 'https://api.example.com',
	overlapSeconds: 60,
	limits: () => [{ bucket: 'burst', requests: 10, perMs: 1_000 }],
	classify: (answer) => {
		const { code = `HTTP_${answer.status}`, field } = objectOf(objectOf(answer.body)['error']);
		return faultOf(String(code), answer.status, field);
	},
	readers: {
		accounts: {
			fields: { name: 'Name', domain: 'Domain', arr_minor: 'ARR', renewal_on: 'Renewal', plan: 'Plan' },
			needed: [],
			shape: (_record, mapped) => [
				{ object: 'accounts', accountExternalId: null, values: mapped, amounts: 'major' },
			],
		},
	},
	readPage: async (call, _settings, { window, removed, fields }, cursor) => {
		const query = {
			fields: fields.join('|'),
			...(window === null ? {} : { from: window.from, to: window.to }),
			...(removed ? { removed: 'true' } : {}),
			...(cursor === null ? {} : { cursor }),
		};
		const answer = await call({ method: 'GET', path: '/accounts', query, idempotent: true });
		const { next } = objectOf(answer.body);
		return { records: recordsOf(answer), next: typeof next === 'string' ? next : null };
	},
	removals: ['accounts'],
	lookUpAccounts: async (call, _settings, ids) =>
		recordsOf(
			await call({ method: 'GET', path: '/accounts/some', query: { ids: ids.join(',') }, idempotent: true }),
		),
	scores: {
		batchSize: 20,
		parallel: 3,
		fields: {
			score: 'Score',
			band: 'Band',
			trend: 'Trend',
			confidence: 'Confidence',
			coverage: 'Coverage',
			score_date: 'Score Date',
			reasons: 'Reasons',
			row_hash: 'Row Hash',
		},
		write: async (call, _settings, rows) => {
			const body = { rows: rows.map(({ externalId, fields }) => ({ id: externalId, fields })) };
			const answer = await call({ method: 'PATCH', path: '/accounts', body, idempotent: true });
			return listOf(objectOf(answer.body)['results']).map((one) => {
				const { id, error } = objectOf(one);
				if (error === undefined) return { ok: true, externalId: String(id), created: false };
				return { ok: false, fault: faultOf(String(error), null) };
			});
		},
	},
	createTask: async (call, _settings, { effectKey, title, text }) =>
		await createOnce(call, '/tasks', effectKey, { title, text }),
	upsertOpportunity: async (call, _settings, { effectKey, name }) =>
		await createOnce(call, '/deals', effectKey, { name }),
	planBase: async (call) => {
		const answer = await call({ method: 'GET', path: '/columns', idempotent: true });
		const there = listOf(objectOf(answer.body)['columns']);
		return ['Score', 'Band', 'Row Hash'].map((name) => ({
			kind: 'field',
			on: 'accounts',
			name,
			type: 'text',
			exists: there.includes(name),
			note: 'Holds a result.',
			creatable: true,
		}));
	},
	createStep: async (call, _settings, { name }) => {
		await call({ method: 'POST', path: '/columns', body: { name }, idempotent: true });
	},
	listFields: async () => await Promise.resolve([]),
	ownFields: () => ['Score', 'Band', 'Trend', 'Confidence', 'Coverage', 'Score Date', 'Reasons', 'Row Hash'],
};
