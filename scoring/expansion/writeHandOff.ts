import type { HandOff } from './HandOff';

const NONE = 'not known';

/**
 * The hand-off package as a text (Markdown) for a task, a mail or a document: the same facts in the order a seller reads them. What is not known
 * says so.
 *
 * @example
 * writeHandOff({ title: 'Upsell at Acme', accountSummary: { name: 'Acme', products: [] }, drivers: [], stakeholders: [], technical: { facts: [] }, commercial: {}, milestones: [], missing: [] }).split('\n')[0]
 * // => '# Upsell at Acme'
 */
export function writeHandOff(handOff: HandOff): string {
	const { accountSummary: account, technical, commercial } = handOff;
	const products = account.products.join(', ');
	const probability =
		typeof commercial.probability === 'number'
			? `${Math.round(100 * commercial.probability)} % (${commercial.basis ?? NONE})`
			: NONE;
	const part = (title: string, lines: readonly string[]): string[] => ['', `## ${title}`, ...lines];
	return [
		`# ${handOff.title}`,
		...part('Account', [
			line('ARR', account.arr),
			line('Tier', account.tier),
			line('Products', products === '' ? null : products),
			line('Customer since', account.customerSince),
			line('Renewal', account.renewalOn),
			line(
				'Health',
				account.health === null || account.health === undefined ? null : Math.round(account.health),
			),
		]),
		...part(
			'Why they would buy',
			handOff.drivers.map(
				({ words, observedOn }) =>
					`- ${words}${observedOn === null || words.includes(observedOn) ? '' : ` (${observedOn})`}`,
			),
		),
		...part('Offer', [
			line('Amount a year', commercial.amount ?? commercial.reason),
			line('How it is made', commercial.formula),
			...(commercial.basisOfAmount ? [line('Because', commercial.basisOfAmount)] : []),
			line('Probability', probability),
			line('Confidence', commercial.confidence === null ? null : `${commercial.confidence} of 100`),
			line('Budget', commercial.budget),
			line('Competition', commercial.competition),
			line('Expected decision', commercial.closeOn),
		]),
		...part(
			'People',
			handOff.stakeholders.map(({ name, title, part: role, lastContactOn, mayWrite }) => {
				const facts = [
					role.replace('_', ' '),
					lastContactOn ? `last contact ${lastContactOn}` : 'no contact on record',
				];
				return `- ${name ?? 'no name'}${title === null ? '' : `, ${title}`}: ${facts.join(', ')}${mayWrite ? '' : ', must not be written to'}`;
			}),
		),
		...part('Technical brief', [
			line('Product', technical.product),
			line('Fit', technical.fit === null ? null : `${technical.fit} of 100`),
			line('Complexity', technical.complexity),
			...technical.facts.map(({ name, value }) =>
				line(
					name.replace(/_/g, ' '),
					typeof value === 'number' ? Math.round(value) : value.replace(/_/g, ' '),
				),
			),
		]),
		...part(
			'Milestones',
			handOff.milestones.map(
				({ weeks, name, dueOn, measure }) => `- Week ${weeks} (until ${dueOn}): ${name}. ${measure}`,
			),
		),
		...(handOff.missing.length === 0
			? []
			: part(
					'Still open',
					handOff.missing.map((text) => `- ${text}`),
				)),
	].join('\n');
}

const line = (name: string, value: string | number | null | undefined): string =>
	`- ${name}: ${value ?? NONE}`;
