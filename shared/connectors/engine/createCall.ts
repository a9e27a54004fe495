import { ConnectionLost } from '../ConnectionLost';
import { ConnectorFault } from '../ConnectorFault';
import type { WireAnswer, WireRequest } from '../Wire';
import { hashText } from '../../hashText';
import { asLost } from './asLost';
import { createPacer } from './createPacer';
import type { CallOptions, CallProgress, PacedCall } from './Engine';
import { judgeAnswer } from './judgeAnswer';

const DEFAULT_BUDGET_MS = 15 * 60_000;
const DEFAULT_TRIES = 5;
const DAY_SHARE_FOR_OTHERS = 0.2;

/** 0 to 1, the same for the same request at the same time, other for another worker. */
function derivedJitter(request: WireRequest, attempt: number, now: number): number {
	return Number.parseInt(hashText(`${request.path}:${attempt}:${now}`).slice(0, 8), 16) / 0xffff_ffff;
}

/** May the request be sent again after this fault? Refused for speed it was not carried out, so that always may. */
function isRepeatable(fault: ConnectorFault, request: WireRequest, attempt: number, tries: number): boolean {
	if (fault.faultClass === 'throttle') return true;
	if (fault.faultClass !== 'transient' || attempt >= tries) return false;
	return request.idempotent || (fault.status === null && !fault.mayHaveHappened);
}

function budgetSpent(fault: ConnectorFault, label: string, id: string, budget: number): ConnectorFault {
	const spent = new ConnectorFault({
		...fault,
		code: `${id}-wait-budget`,
		message: `${label} kept us waiting for more than ${Math.round(budget / 60_000)} minutes in all, so the run stopped. Last answer: ${fault.message}`,
		remedy: `Run it again later: it goes on where it stopped. If it happens daily, read fewer accounts per run or stop other programs that use the same ${label} account at that time.`,
	});
	spent.path = fault.path;
	spent.attempts = fault.attempts;
	return spent;
}

/**
 * Makes a `Send` safe to use: paces it inside the vendor's limits, waits out penalties, repeats what may be repeated (0.5 s, 1 s, 2 s, ...),
 * and turns every refusal into a `ConnectorFault` with method, path and attempts. A refused credential, a used-up day and
 * everything else that time does not heal comes back at once. Cancelling is the clock's work: when its sleep rejects, so does the call.
 */
export function createCall(options: CallOptions): PacedCall {
	const { source, settings, send, clock } = options;
	const { waitBudgetMs = DEFAULT_BUDGET_MS, tries = DEFAULT_TRIES, retry = true, pace = true } = options;
	const limits = source.limits(settings);
	const pacer = options.pacer ?? createPacer(limits);
	const count = { requests: 0, throttled: 0, retries: 0, waitedMs: 0 };
	let skewMs = 0;
	let waitingUntil = 0;
	let dayUsed: ConnectorFault | null = null;

	const learn = (answer: WireAnswer) => {
		const date = Date.parse(answer.headers['date'] ?? '');
		if (Number.isFinite(date)) skewMs = date - clock.now();
		const room = source.readRoom?.(answer) ?? null;
		if (room === null) return;
		if (room.limit === undefined) pacer.heed(room, clock.now());
		else if (room.remaining <= room.limit * DAY_SHARE_FOR_OTHERS)
			dayUsed = keepRest(room.remaining, room.limit);
	};
	const keepRest = (remaining: number, limit: number) =>
		new ConnectorFault({
			faultClass: 'daily-quota',
			code: `${source.id}-day-reserve`,
			message: `Only ${remaining} of today's ${limit} ${source.label} requests are left; a fifth is kept for other programs, so the run stopped`,
			remedy:
				'It goes on where it stopped when it runs after the vendor has reset its count. Other programs on the same account may use less.',
			status: null,
		});

	const ask = async (request: WireRequest): Promise<WireAnswer | ConnectionLost> => {
		const bucket = request.bucket ?? 'burst';
		const answered = pace ? await pacer.take(bucket, request.cost ?? 1, clock) : () => undefined;
		count.requests += 1;
		try {
			const answer = await send(request);
			learn(answer);
			return answer;
		} catch (error) {
			return asLost(error);
		} finally {
			answered();
		}
	};

	const waitAfter = async (fault: ConnectorFault, request: WireRequest, attempt: number) => {
		const bucket = request.bucket ?? 'burst';
		const window = limits.find((limit) => limit.bucket === bucket)?.perMs ?? 1_000;
		const base =
			fault.waitMs ??
			(fault.faultClass === 'throttle'
				? Math.min(60_000, window * 2 ** (attempt - 1))
				: 500 * 2 ** (attempt - 1));
		const jitter =
			(options.random?.() ?? derivedJitter(request, attempt, clock.now())) * Math.min(1_000, base / 4);
		const milliseconds = Math.ceil(Math.max(50, base) + jitter);
		// Several requests that wait for the same penalty wait once.
		const until = clock.now() + milliseconds;
		const added = Math.max(0, until - Math.max(clock.now(), waitingUntil));
		if (count.waitedMs + added > waitBudgetMs) {
			throw budgetSpent(fault, source.label, source.id, waitBudgetMs);
		}
		count.waitedMs += added;
		waitingUntil = Math.max(waitingUntil, until);
		if (fault.faultClass === 'throttle') {
			count.throttled += 1;
			pacer.block(bucket, until);
		} else count.retries += 1;
		options.onWait?.({ milliseconds, reason: fault.message, request });
		await clock.sleep(milliseconds);
	};

	const call = async (request: WireRequest): Promise<WireAnswer> => {
		let transientTries = 0;
		for (let attempt = 1; ; attempt += 1) {
			if (dayUsed !== null) throw dayUsed;
			const answer = await ask(request);
			const fault = judgeAnswer(source, answer, request);
			if (fault === null && !(answer instanceof ConnectionLost)) return answer;
			if (fault === null) continue;
			if (fault.faultClass === 'transient') transientTries += 1;
			fault.path = `${request.method} ${request.path}`;
			fault.attempts = attempt;
			if (!retry || !isRepeatable(fault, request, transientTries, tries)) throw fault;
			await waitAfter(fault, request, fault.faultClass === 'transient' ? transientTries : attempt);
		}
	};
	return Object.assign(call, {
		serverTime: () => clock.now() + skewMs,
		progress: (): CallProgress => ({ ...count }),
	});
}
