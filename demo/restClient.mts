// n8n's REST API as the editor uses it, signed in as the owner of one home.
import type { Login } from './login.mts';

export class RestClient {
	private cookie = '';
	/** Id of the owner's personal project, which holds the Data Tables. */
	protected project = '';

	constructor(
		readonly base: string,
		readonly login: Login,
	) {}

	/** Creates the owner in an empty home, then logs in. */
	async signIn(): Promise<void> {
		const { email, password } = this.login;
		const settings = await this.api('GET', '/settings');
		if (settings.userManagement?.showSetupOnFirstLoad) {
			await this.api('POST', '/owner/setup', { email, password, firstName: 'Demo', lastName: 'Owner' });
		}
		await this.api('POST', '/login', { emailOrLdapLoginId: email, password });
		this.project = (await this.api('GET', '/projects/personal')).id;
	}

	/** REST call as the signed-in owner; `path` is below /rest. Gives `data` of the answer; throws with n8n's message. */
	async api(method: string, path: string, body?: unknown): Promise<any> {
		const answer = await fetch(`${this.base}/rest${path}`, {
			method,
			headers: { cookie: this.cookie, 'content-type': 'application/json', 'push-ref': 'launcher' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${method} ${path}: n8n answered ${answer.status} ${messageOf(text)}`);
		const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
		if (cookies.length > 0) this.cookie = cookies.join('; ');
		const value = text === '' ? null : JSON.parse(text);
		return value?.data ?? value;
	}
}

/** n8n's own sentence where the answer has one; otherwise the beginning of the answer. */
function messageOf(text: string): string {
	try {
		return JSON.parse(text).message ?? text.slice(0, 400);
	} catch {
		return text.slice(0, 400);
	}
}
