import type { WriteOutcome } from '../Source';
import { faultOfError } from './faultOfError';

/** Result of one record of a collection; failed ones have no id. */
export interface ItemAnswer {
	readonly id?: string;
	readonly success: boolean;
	/** Only of an upsert. */
	readonly created?: boolean;
	readonly errors: ReadonlyArray<{
		readonly statusCode: string;
		readonly message: string;
		readonly fields: readonly string[];
	}>;
}

/** What became of one item; in an answer with status 200 each has its own result. @param where `Account 001...`, for the message */
export function itemOutcome(item: ItemAnswer | undefined, where: string): WriteOutcome {
	if (item?.success === true && item.id !== undefined) {
		return { ok: true, externalId: item.id, created: item.created === true };
	}
	const error = item?.errors[0];
	const { fields = [], message = '', statusCode: code = 'NO_RESULT' } = error ?? {};
	return { ok: false, fault: faultOfError({ code, message, fields }, 200, where) };
}
