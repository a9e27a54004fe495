import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every form of a system's name that code needs, from the one that people see: `Zendesk Sell`. */
export function sourceNames(label: string) {
	const name = label.replaceAll(' ', '');
	const id = name[0]!.toLowerCase() + name.slice(1);
	return {
		label,
		name,
		id,
		code: label.toLowerCase().replaceAll(' ', '-'),
		fake: `create${name}Fake`,
		credential: `cs${name}Api`,
		credentialClass: `Cs${name}Api`,
	};
}

export type SourceNames = ReturnType<typeof sourceNames>;
type Change = readonly [from: string, to: string];

const icon = (
	line: string,
) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" width="60" height="60" fill="none">
	<circle cx="30" cy="22" r="11" stroke="${line}" stroke-width="4" />
	<path d="M10 51c2-12 10-17 20-17s18 5 20 17" stroke="${line}" stroke-width="4" stroke-linecap="round" />
</svg>
`;

const HTTPS_ONLY =
	'\'={{ /^(https:\\\\/\\\\/|http:\\\\/\\\\/(localhost|127\\\\.0\\\\.0\\\\.1)([:\\\\/]|$))/.test($credentials.baseUrl) ? $credentials.baseUrl.replace(/\\\\/+$/, "") : "The Base URL must begin with https" }}\'';

const credentialFile = ({ label, id, credential, credentialClass }: SourceNames) => `import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

export class ${credentialClass} implements ICredentialType {
	name = '${credential}';

	displayName = 'Customer Success: ${label} API';

	icon = { light: 'file:${id}.svg', dark: 'file:${id}.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-customer-success/n8n-nodes-customer-success#credentials';

	properties: INodeProperties[] = [
		{
			displayName:
				'Create an API token in ${label} that may <b>read</b> accounts; only if results are written back, that may also write them.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.example.com',
			description:
				'Change this only when requests go through a gateway of your own. It must begin with https://.',
		},
	];

	/** In a header, never in the address: addresses are logged on the way. */
	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiToken}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			// The token never leaves over plain http: what is no address stands in for the one that was typed.
			baseURL: ${HTTPS_ONLY},
			url: '/accounts',
		},
	};
}
`;

/**
 * Every part of a new source, complete and working. The source, its fake and its tests are the tested example vendor under other names, so
 * they are right as long as the example's own tests pass; a part of the example that this file no longer finds stops the command.
 */
export function sourceFiles(root: string, names: SourceNames): Record<string, string> {
	const { label, id, code, fake, credentialClass } = names;
	const folder = `shared/connectors/${id}`;
	const rewrite = (path: string, changes: readonly Change[]): string => {
		let text = readFileSync(join(root, path), 'utf8');
		for (const [from, to] of changes) {
			if (!text.includes(from))
				throw new Error(`${path} no longer has '${from}': bring demo/scaffold/sourceFiles.mts up to date`);
			text = text.replaceAll(from, to);
		}
		return text;
	};
	const parts: Change[] = [
		['./exampleAnswer', `./${id}Answer`],
		['../../shared/connectors/', '../'],
	];
	const example: Change[] = [
		['exampleFake', fake],
		['exampleSource', id],
	];
	return {
		[`${folder}/${id}.ts`]: rewrite('test/contract/exampleSource.ts', [
			...parts,
			['./exampleEffect', `./${id}Effect`],
			[
				'/** A source for the vendor of `exampleFake`. It borrows the id of a real one, because ids are a closed set. */',
				`/** ${label}: accounts read and written in batches; tasks and deals are made once. */`,
			],
			["'airtable'", `'${id}'`],
			["'Example'", `'${label}'`],
			['exampleSource', id],
		]),
		[`${folder}/${id}Answer.ts`]: rewrite('test/contract/exampleAnswer.ts', [
			parts[1]!,
			['`example-', `\`${code}-`],
			['The example vendor answered', `${label} answered`],
			['in Example', `in ${label}`],
		]),
		[`${folder}/${id}Effect.ts`]: rewrite('test/contract/exampleEffect.ts', parts),
		[`test/fakes/${id}.ts`]: rewrite('test/contract/exampleFake.ts', [
			['../fakes/Fake', './Fake'],
			['A vendor that exists nowhere, with the habits of several:', `An imitation of ${label}:`],
			['exampleFake', fake],
		]),
		[`test/contract/${id}.test.ts`]: rewrite('test/contract/example.test.ts', [
			["'./exampleFake'", `'../fakes/${id}'`],
			["'./exampleSource'", `'../../shared/connectors/${id}/${id}'`],
			...example,
		]),
		[`test/sdk/${id}.test.mts`]: rewrite('test/sdk/example.test.mts', [
			['Example has no SDK', `${label} has no SDK`],
			['../contract/exampleFake.ts', `../fakes/${id}.ts`],
			['../contract/exampleSource.ts', `../../shared/connectors/${id}/${id}.ts`],
			...example,
		]),
		[`test/recordings/${id}.test.mts`]: rewrite('test/recordings/stripe.test.mts', [
			["the SDK's own types and decoding in test/sdk", `the expected requests in test/sdk/${id}.test.mts`],
			["'stripe'", `'${id}'`],
			['Stripe', label],
		]),
		[`credentials/${credentialClass}.credentials.ts`]: credentialFile(names),
		[`credentials/${id}.svg`]: icon('#0F766E'),
		[`credentials/${id}.dark.svg`]: icon('#5EEAD4'),
	};
}
