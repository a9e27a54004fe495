import { ConnectorFault } from '../ConnectorFault';
import type { FaultInput } from '../ConnectorFault';
import type { WireAnswer, WireRequest } from '../Wire';
import { asStripeObject } from './stripeAnswer';

const SECOND_MS = 1_000;

interface Refusal {
	readonly code: string;
	readonly type: string;
	readonly param: string;
	readonly message: string;
}

/** What a refusal of Stripe means and what a person can do about it. */
export function classifyStripe(answer: WireAnswer, request: WireRequest): ConnectorFault {
	const refusal = readRefusal(answer);
	const said = `Stripe answered ${answer.status} to ${request.method} ${request.path}: ${refusal.message}`;
	return new ConnectorFault({ message: said, ...judge(answer, refusal), status: answer.status });
}

type Judgement = Omit<FaultInput, 'message' | 'status'>;

function judge(answer: WireAnswer, refusal: Refusal): Judgement {
	const { status } = answer;
	const { code, param } = refusal;
	if (status === 401) {
		return {
			faultClass: 'auth',
			code: 'stripe-key-refused',
			remedy:
				'Copy the restricted key again (Stripe: Developers, API keys) into the credential. Live and sandbox keys are different ones.',
		};
	}
	if (status === 403) {
		return {
			faultClass: 'auth',
			code: 'stripe-missing-permission',
			remedy: `Edit the restricted key in Stripe (Developers, API keys) and give it ${permissionOf(refusal.message)}.`,
		};
	}
	if (status === 429 && code === 'lock_timeout') return locked();
	if (status === 429) {
		const seconds = Number(answer.headers['retry-after']);
		return {
			faultClass: 'throttle',
			code: 'stripe-too-fast',
			remedy:
				'The run waits by itself. When it happens often, other programs use the same Stripe account at that time.',
			waitMs: seconds > 0 ? seconds * SECOND_MS : SECOND_MS,
		};
	}
	if (status === 409) return locked();
	if (status >= 500) {
		return {
			faultClass: 'transient',
			code: 'stripe-unavailable',
			remedy: 'Stripe has a disturbance; the run tries again by itself. See status.stripe.com when it lasts.',
			mayHaveHappened: true,
		};
	}
	if (code === 'resource_missing' && (param === 'starting_after' || param === 'ending_before')) {
		return {
			faultClass: 'cursor',
			code: 'stripe-cursor',
			remedy: 'The object that marked the page was deleted; the run starts this part again by itself.',
		};
	}
	if (status === 404 || code === 'resource_missing') {
		return {
			faultClass: 'not-found',
			code: 'stripe-not-found',
			remedy: 'The object was deleted, or belongs to the other mode: live and sandbox hold different data.',
		};
	}
	if (param.startsWith('metadata') || status === 402) {
		return {
			faultClass: 'poison',
			code: 'stripe-refused',
			remedy:
				'Stripe takes at most 50 metadata keys of 40 characters with values of 500. Delete keys that are not used on this customer.',
		};
	}
	return {
		faultClass: 'request',
		code: 'stripe-request',
		remedy: 'This is a fault of the node: please report it with this message.',
	};
}

/** Another process holds the object for a moment; Stripe says so with 429, but waiting a whole window would help nobody. */
function locked(): Judgement {
	return {
		faultClass: 'transient',
		code: 'stripe-locked',
		remedy: 'Something else writes the same object; the run tries again by itself.',
	};
}

/** `rak_customer_read` as the dashboard calls it. */
function permissionOf(message: string): string {
	const [, name, right] = /rak_([a-z_]+?)_(read|write)\b/.exec(message) ?? [];
	if (name === undefined || right === undefined) return 'the permission that the message names';
	return `${right === 'read' ? 'Read' : 'Write'} on ${name.replaceAll('_', ' ')} (rak_${name}_${right})`;
}

function readRefusal(answer: WireAnswer): Refusal {
	const error = asStripeObject(asStripeObject(answer.body).error);
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	return {
		code: text(error.code),
		type: text(error.type),
		param: text(error.param),
		message: withoutSecrets(text(error.message) || 'no reason given'),
	};
}

/** Stripe quotes the key (its middle starred) and sometimes the value; neither has a place in a log. */
function withoutSecrets(text: string): string {
	return text
		.replace(/\b[srp]k_[A-Za-z0-9_*]+/g, '(key)')
		.replace(/[^\s@'"<>]+@[^\s@'"<>]+/g, '(e-mail)')
		.slice(0, 300);
}
