import type { HealthInput } from '../../../scoring/health/HealthScore';
import { hashText } from '../../../shared/hashText';

const said = (value: number | string | null | undefined): string =>
	typeof value === 'string' ? JSON.stringify(value) : String(value);

/**
 * Fingerprint of everything of an account that decides its score; how a value is worded does not. Observations stand in the order of the
 * scorecard, so the text below is the same on any machine; it is put together by hand because this runs once per account.
 */
export function hashInput(input: HealthInput): string {
	const { override } = input;
	let text = `${said(input.accountId)} ${input.asOfOn} ${said(input.startedOn)}`;
	if (override)
		text += ` ${JSON.stringify([override.value, override.reason, override.by, override.expiresOn])}`;
	for (const id in input.observations) {
		const observation = input.observations[id];
		if (observation === null || typeof observation !== 'object') {
			text += `;${id}=${said(observation)}`;
			continue;
		}
		const { value, observedOn, baseline, peers } = observation;
		text += `;${id}=${said(value)}@${said(observedOn)}`;
		if (baseline !== undefined && baseline !== null) text += `/${baseline}`;
		if (peers !== undefined) text += `|${peers.join()}`;
	}
	return hashText(text);
}
