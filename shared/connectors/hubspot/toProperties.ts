import type { Scalar } from '../../../scoring/core/CanonicalModel';
import { roundHalfUp } from '../../../scoring/core/roundHalfUp';
import type { SourceSettings } from '../Source';
import { HUBSPOT_RESULTS } from './hubspotResults';

/** HubSpot's longest text. */
const LONGEST = 65_536;

/**
 * Values as HubSpot takes them: every value is text, '' clears a property. The score has at most one decimal, other numbers four;
 * text over 65,536 characters is cut.
 */
export function toProperties(
	fields: Readonly<Record<string, Scalar>>,
	settings: SourceSettings,
): Readonly<Record<string, string>> {
	const score = settings.results.score ?? HUBSPOT_RESULTS.score;
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name, toText(value, name === score ? 10 : 10_000)]),
	);
}

function toText(value: Scalar, steps: number): string {
	if (value === null) return '';
	if (typeof value === 'number')
		return Number.isFinite(value) ? String(roundHalfUp(value * steps) / steps) : '';
	if (typeof value === 'boolean') return String(value);
	return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}
