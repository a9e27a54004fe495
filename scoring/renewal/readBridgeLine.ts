import type { Issue, Outcome } from '../core/issue';
import { instantIn } from '../measures/instantIn';
import type { Row } from '../measures/Records';
import type { BridgeLine } from './Bridge';
import { dayIn } from './dayIn';
import { readContractLine } from './readContractLine';

/**
 * A row of cs_contract_lines for the bridge. Without an id or account it belongs to nobody, and with a day that cannot be read nobody
 * knows when it ran; both are errors. A line that says it was superseded, but not when, counts as replaced from the start.
 *
 * @example
 * readBridgeLine({ line_id: 'L', account_id: 'a', arr_minor: 100, currency: 'USD', superseded_at: '1970-01-02' }).value.supersededAt
 * // => 86400000
 */
export function readBridgeLine(row: Row): Outcome<BridgeLine> {
	const line = readContractLine({ ...row, contract_id: row.contract_id ?? row.line_id });
	if (line === null)
		return fault('missing-id', 'line_id', 'A contract line has no line_id.', 'Fill line_id.');
	const { lineId, accountId } = line;
	if (accountId === null) {
		return fault(
			'missing-id',
			'account_id',
			`Contract line ${lineId} has no account_id.`,
			'Fill account_id.',
		);
	}
	for (const column of ['starts_on', 'ends_on']) {
		if (dayIn(row, column) !== undefined) continue;
		const message = `${column} of contract line ${lineId} is "${String(row[column]).slice(0, 40)}", which is no day.`;
		return fault('bad-day', column, message, 'Enter days as YYYY-MM-DD.');
	}
	const { startsOn, endsOn } = line;
	if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
		const message = `Contract line ${lineId} ends on ${endsOn}, before it starts on ${startsOn}.`;
		return fault('end-before-start', 'ends_on', message, 'Correct one of the two days.');
	}
	const supersededAt = instantIn(row, 'superseded_at');
	const always = supersededAt === null && String(row.status).toLowerCase() === 'superseded';
	return {
		ok: true,
		value: {
			...line,
			accountId,
			recordedAt: instantIn(row, 'recorded_at'),
			supersededAt: always ? Number.NEGATIVE_INFINITY : supersededAt,
			rollsByMonths: null,
		},
		warnings: [],
	};
}

function fault(code: string, path: string, message: string, remedy: string): Outcome<BridgeLine> {
	const issue: Issue = {
		code,
		path,
		message,
		remedy: `${remedy} The line is in no amount until then.`,
		severity: 'error',
	};
	return { ok: false, issues: [issue] };
}
