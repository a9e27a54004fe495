import { ENUMS } from '../core/enums';
import { foldEnum } from '../core/foldEnum';
import type { Issue, Outcome } from '../core/issue';
import { numberIn } from '../measures/numberIn';
import type { Row } from '../measures/Records';
import type { Contract, ContractStatus } from './Contract';
import { dayIn } from './dayIn';

const STATUSES = ENUMS.get('cs_contracts.status') ?? [];
const DAYS = ['signed_on', 'starts_on', 'ends_on'] as const;

const textIn = (row: Row, column: string): string | null => {
	const value = row[column];
	return value === null || value === undefined || value === '' ? null : String(value);
};

function flagIn(row: Row, column: string): boolean | null {
	const value = row[column];
	if (typeof value === 'boolean') return value;
	if (value === 1 || value === 'true' || value === '1' || value === 'yes') return true;
	return value === 0 || value === 'false' || value === '0' || value === 'no' ? false : null;
}

/**
 * A row of cs_contracts as a contract. Without an id or account, with a day that cannot be read, an unknown status or an end before its start
 * it cannot be planned; a term or notice period that is no whole number counts as not known, with a warning.
 *
 * @example
 * readContract({ contract_id: 'C-1', account_id: 'a', ends_on: '2025-03-31', notice_days: '60' }).value.noticeDays
 * // => 60
 */
export function readContract(row: Row): Outcome<Contract> {
	const id = textIn(row, 'contract_id');
	const accountId = textIn(row, 'account_id');
	const name = id === null ? 'a contract without contract_id' : `contract ${id}`;
	const issues: Issue[] = [];
	const warnings: Issue[] = [];
	const report = (code: string, path: string, message: string, remedy: string, isError = true): void => {
		(isError ? issues : warnings).push({
			code,
			path,
			message,
			remedy,
			severity: isError ? 'error' : 'warning',
		});
	};
	if (id === null || accountId === null) {
		const path = id === null ? 'contract_id' : 'account_id';
		report(
			'missing-id',
			path,
			`${name} has no ${path}.`,
			`Fill ${path} or filter such rows out before this node.`,
		);
	}
	const [signedOn, startsOn, endsOn] = DAYS.map((column) => {
		const day = dayIn(row, column);
		if (day === undefined) {
			const shown = String(row[column]).slice(0, 40);
			report(
				'bad-day',
				column,
				`${column} of ${name} is "${shown}", which is no day.`,
				'Enter days as YYYY-MM-DD.',
			);
		}
		return day ?? null;
	}) as [string | null, string | null, string | null];
	if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
		report(
			'end-before-start',
			'ends_on',
			`${name} ends on ${endsOn}, before it starts on ${startsOn}.`,
			'Correct one of the two days.',
		);
	}
	const status = foldEnum(row.status, STATUSES);
	if (status === null && textIn(row, 'status') !== null) {
		report(
			'enum-value',
			'status',
			`status of ${name} is "${String(row.status).slice(0, 40)}".`,
			`Use one of: ${STATUSES.join(', ')}.`,
		);
	}
	const whole = (column: string, least: number): number | null => {
		const value = numberIn(row, column);
		if (value !== null && Number.isInteger(value) && value >= least) return value;
		if (textIn(row, column) !== null) {
			const message = `${column} of ${name} is "${String(row[column]).slice(0, 40)}", so it counts as not known.`;
			report('bad-number', column, message, `Enter a whole number from ${least}.`, false);
		}
		return null;
	};
	const contract: Contract = {
		contractId: id ?? '',
		accountId: accountId ?? '',
		previousContractId: textIn(row, 'previous_contract_id'),
		signedOn,
		startsOn,
		endsOn,
		termMonths: whole('term_months', 1),
		autoRenew: flagIn(row, 'auto_renew'),
		noticeDays: whole('notice_days', 0),
		upliftRate: numberIn(row, 'uplift_rate'),
		status: status as ContractStatus | null,
	};
	return issues.length > 0 ? { ok: false, issues } : { ok: true, value: contract, warnings };
}
