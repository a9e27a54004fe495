import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ConnectorFault } from '../ConnectorFault';

const SAFE = /^(https:\/\/[^/]|http:\/\/(localhost|127\.0\.0\.1)([:/]|$))/;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function instanceUrlOf(credentials: ICredentialDataDecryptedObject): string {
	const token = credentials.oauthTokenData as Readonly<Record<string, unknown>> | undefined;
	return textOf(token?.instance_url);
}

/**
 * Where requests go, without a slash at the end: the gateway named in the credential, else the address that came with an OAuth login
 * (Salesforce), else the vendor's own. '' when only the credential's `authenticate` knows it (Salesforce by JWT).
 * Throws a `ConnectorFault` for an address that would carry the token over plain http; only this machine is exempt.
 */
export function resolveBaseUrl(credentials: ICredentialDataDecryptedObject, vendorUrl: string): string {
	const given = textOf(credentials.baseUrl);
	const url = (given !== '' ? given : instanceUrlOf(credentials) || vendorUrl).replace(/\/+$/, '');
	if (url === '' || SAFE.test(url)) return url;
	throw new ConnectorFault({
		faultClass: 'auth',
		code: 'base-url-not-https',
		message: `The Base URL of the credential does not begin with https://, so nothing was sent.`,
		remedy: 'Open the credential and enter an address that begins with https://, or restore the default.',
		status: null,
	});
}
