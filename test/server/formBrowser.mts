// Fills in n8n's forms as a browser does: cookies, the login of n8n with its consent page, the token that a page carries, reloading while n8n works.
import { setTimeout as pause } from 'node:timers/promises';
import type { N8nServer } from '../../demo/server.mts';

const AGENT =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36';

export class FormBrowser {
	private readonly cookies = new Map<string, string>();
	private token = '';
	/** Status and address of the last answer, for the message of a test. */
	lastAnswer = '';

	constructor(private readonly server: N8nServer) {}

	private async ask(url: string, init: RequestInit = {}): Promise<Response> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const headers = { 'user-agent': AGENT, cookie, ...(init.headers as Record<string, string>) };
		const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
		this.lastAnswer = `${answer.status} from ${url}`;
		for (const line of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			this.cookies.set(name, value);
		}
		return answer;
	}

	async logIn(): Promise<void> {
		const { base, login } = this.server;
		const body = JSON.stringify({ emailOrLdapLoginId: login.email, password: login.password });
		const answer = await this.ask(`${base}/rest/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
		});
		if (!answer.ok) throw new Error(`n8n refuses the login of the test: ${answer.status}`);
	}

	/** The text of the page; '' while n8n refuses it: the address is not there yet, or the browser is not logged in. */
	async open(url: string): Promise<string> {
		const answer = await this.ask(url);
		const to = answer.headers.get('location');
		if (to !== null) {
			const next = new URL(to, url);
			if (next.pathname === '/signin') return '';
			return next.pathname === '/oauth/consent' ? await this.consent() : await this.open(next.href);
		}
		const text = await answer.text();
		this.token = /const authToken = '([^']*)'/.exec(text)?.[1] ?? '';
		return answer.status === 200 ? text : '';
	}

	/** What the consent page does when its button is pressed. */
	private async consent(): Promise<string> {
		const path = `${this.server.base}/rest/consent`;
		const details = await this.ask(`${path}/details`);
		if (!details.ok) return '';
		const { data } = (await details.json()) as { data: { autoApproved?: boolean; redirectUrl?: string } };
		if (data.autoApproved === true && data.redirectUrl !== undefined)
			return await this.open(data.redirectUrl);
		const body = JSON.stringify({ approved: true });
		const headers = { 'content-type': 'application/json' };
		const approved = await this.ask(`${path}/approve`, { method: 'POST', headers, body });
		if (!approved.ok) return '';
		const answer = (await approved.json()) as { data: { redirectUrl: string } };
		return await this.open(answer.data.redirectUrl);
	}

	/** Submits the page; gives the address of the next one, or the status of a refusal. */
	async submit(url: string, fields: Readonly<Record<string, string>>): Promise<string | number> {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.append(name, value);
		const headers = this.token === '' ? {} : { 'x-auth-token': this.token };
		const answer = await this.ask(url, { method: 'POST', headers, body });
		if (!answer.ok) return answer.status;
		const text = await answer.text();
		return /"formWaitingUrl":"([^"]+)"/.exec(text)?.[1] ?? url;
	}

	/** The next page of a form, once n8n has it: asked for earlier, n8n would not answer at all. */
	async nextPage(url: string, withinMs = 120_000): Promise<string> {
		const status = new URL(url);
		status.pathname += '/n8n-execution-status';
		const deadline = Date.now() + withinMs;
		for (;;) {
			const text = (await (await this.ask(status.href)).text()).trim();
			if (text === 'form-waiting') return await this.open(url);
			if (Date.now() > deadline) throw new Error(`${url} has no next page: ${text.slice(0, 200)}`);
			await pause(200);
		}
	}
}
