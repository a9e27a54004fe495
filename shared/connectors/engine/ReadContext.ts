import type { Issue } from '../../../scoring/core/issue';
import type { RawRecord, SourceReader, SourceRow } from '../Source';
import type { FieldChoice } from './chooseFields';
import type { DeadLetterRow, ReadOptions } from './Engine';
import type { AccountFinder } from './lookUpMissing';

/** What the steps of one read share. */
export interface ReadContext {
	readonly options: ReadOptions;
	readonly reader: SourceReader;
	readonly finder: AccountFinder;
	/** The read covers only what changed. */
	readonly isChange: boolean;
	/** Vendor id -> fingerprint of every record that came in this run. */
	readonly met: Map<string, string>;
	/** Code and path of every issue that was told. */
	readonly told: Set<string>;
}

export interface ShapedPage {
	readonly rows: SourceRow[];
	readonly problems: DeadLetterRow[];
	readonly issues: Issue[];
	own: number;
	unattached: number;
}

export interface PageInput {
	readonly records: readonly RawRecord[];
	readonly choice: FieldChoice;
}
