import type { INodeCredentialDescription } from 'n8n-workflow';

import { CREDENTIAL_TYPES } from '../../shared/connectors/n8n/credentialTypeOf';

type Ways = ReadonlyArray<readonly [authentication: string, credentialType: string]>;

const without = (names: readonly string[], name: string): string[] => [
	...new Set(names.filter((each) => each !== name)),
];
const namesOf = (ways: Ways): string[] => ways.map(([authentication]) => authentication);

const SYSTEMS = Object.keys(CREDENTIAL_TYPES);
const ALL_WAYS = Object.values(CREDENTIAL_TYPES).flatMap(namesOf);

/** A way to log in that the system does not have counts as its first one, as in credentialTypeOf. */
const otherWays = (ways: Ways, authentication: string): string[] =>
	without(ways[0]?.[0] === authentication ? namesOf(ways) : ALL_WAYS, authentication);

/**
 * The credential of each system and way to log in, asked for only where that one is used. The conditions are all `hide`: n8n's editor takes the
 * parameters that a credential's `show` names, and those they depend on, out of the panel, and Source could no longer be chosen.
 */
export const sourceCredentials: INodeCredentialDescription[] = Object.entries(CREDENTIAL_TYPES).flatMap(
	([source, ways]) =>
		ways.map(([authentication, name]) => ({
			name,
			required: true,
			displayOptions: {
				hide: {
					resource: ['item'],
					source: without(SYSTEMS, source),
					...(ways.length > 1 ? { authentication: otherWays(ways, authentication) } : {}),
				},
			},
		})),
);
