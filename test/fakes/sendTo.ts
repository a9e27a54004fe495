import { ConnectionLost } from '../../shared/connectors/ConnectionLost';
import type { SendTo } from './Fake';

/** Asks the fake in memory, as n8n's HTTP helper would ask the vendor: header names lower case, JSON there and back. */
export const sendTo: SendTo = (fake, headers) => async (request) => {
	const answer = fake.handle({
		method: request.method,
		path: request.path,
		query: request.query ?? {},
		headers: { ...headers, ...request.headers },
		body:
			request.body === undefined
				? null
				: request.body instanceof URLSearchParams
					? request.body
					: JSON.parse(JSON.stringify(request.body)),
	});
	if (answer === 'drop') throw new ConnectionLost('socket hang up', true);
	return {
		status: answer.status,
		headers: answer.headers ?? {},
		body: typeof answer.body === 'string' ? answer.body : JSON.parse(JSON.stringify(answer.body ?? null)),
	};
};
