// The owner's login of one home: made once, kept readable for its owner alone.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Login {
	readonly email: string;
	readonly password: string;
}

/** n8n asks for 8 characters with a digit and a capital. */
function newPassword(): string {
	return `Cs1-${randomBytes(9).toString('base64url')}`;
}

export function readLogin(home: string): Login {
	const path = join(home, 'login.json');
	if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
	const login: Login = { email: 'owner@example.com', password: newPassword() };
	writeFileSync(path, `${JSON.stringify(login, null, '\t')}\n`, { mode: 0o600 });
	return login;
}
