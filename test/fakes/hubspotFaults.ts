import type { FakeAnswer, FakeRequest, Fault, PlannedFault } from './Fake';

/** Keeps the faults that were planned, first come first served. */
export function createHubspotFaults() {
	const waiting: Array<{ fault: Fault; on: string; after: number; times: number }> = [];
	return {
		plan: ({ fault, on = '', after = 0, times = 1 }: PlannedFault) => {
			waiting.push({ fault, on, after, times });
		},
		/** The fault this request meets, used up by asking. */
		meet: ({ method, path }: FakeRequest): Fault | null => {
			for (const planned of waiting) {
				if (planned.times === 0 || !`${method} ${path}`.includes(planned.on)) continue;
				if (planned.after > 0) {
					planned.after -= 1;
					continue;
				}
				planned.times -= 1;
				return planned.fault;
			}
			return null;
		},
	};
}

/** A refusal in HubSpot's own form. */
export function refuse(
	status: number,
	category: string,
	message: string,
	more: Readonly<Record<string, unknown>> = {},
): FakeAnswer {
	return {
		status,
		body: {
			status: 'error',
			message,
			correlationId: '00000000-0000-4000-8000-000000000001',
			...(category === '' ? {} : { category }),
			...more,
		},
	};
}

export function refuseScope(scope: string): FakeAnswer {
	return refuse(
		403,
		'MISSING_SCOPES',
		"This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
		{
			errors: [
				{
					message: 'One or more of the following scopes are required.',
					context: { requiredGranularScopes: ['oauth-access', scope, 'e-commerce'] },
				},
			],
			links: { scopes: 'https://developers.hubspot.com/scopes' },
		},
	);
}

/** The search refuses as the recordings show: no policy, no Retry-After; the other endpoints name the policy. */
export function refuseSpeed(isSearch: boolean): FakeAnswer {
	if (isSearch) return refuse(429, 'RATE_LIMITS', 'You have reached your secondly limit.');
	return refuse(429, 'RATE_LIMITS', 'You have reached your ten_secondly_rolling limit.', {
		errorType: 'RATE_LIMIT',
		policyName: 'TEN_SECONDLY_ROLLING',
		groupName: 'publicapi:private-apps-api-calls-per-ten-seconds',
	});
}

/** The answer to a planned fault that stands instead of HubSpot's own. */
export function answerFault(fault: Fault, request: FakeRequest, scope: string): FakeAnswer | null {
	switch (fault) {
		case '401':
			return refuse(
				401,
				'INVALID_AUTHENTICATION',
				'Authentication credentials not found. This API supports OAuth 2.0 authentication.',
			);
		case '403-scope':
			return refuseScope(scope);
		case '429':
			return refuseSpeed(request.path.endsWith('/search'));
		case '502-html':
			return {
				status: 502,
				headers: { 'content-type': 'text/html' },
				body: '<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>',
			};
		case '503':
			return refuse(503, '', 'Service unavailable');
		case 'daily-quota':
			return refuse(429, 'RATE_LIMITS', 'You have reached your daily limit.', {
				errorType: 'RATE_LIMIT',
				policyName: 'DAILY',
			});
		case 'expire-cursor':
			return refuse(400, 'VALIDATION_ERROR', 'Invalid paging cursor in the parameter "after".');
		case 'lock':
			return refuse(423, 'CONFLICT', 'Resource is locked.');
		default:
			return null;
	}
}
