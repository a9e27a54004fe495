const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Reads CSV text (RFC 4180: quoted cells with commas, line breaks and doubled quotes; LF, CRLF or CR) that comes in pieces. `onRecord` gets
 * the cells of each record and the line it began on; blank lines are left out.
 */
export function createCsvSplitter(onRecord: (cells: string[], line: number) => void) {
	let cells: string[] = [];
	let cell = '';
	let line = 1;
	let recordLine = 1;
	let quoted = false;
	/** A quoted cell ended; what follows is a comma or the end of the line, or another quote that belongs to it. */
	let closed = false;
	let afterReturn = false;

	function endRecord(): void {
		const blank = cells.length === 0 && cell === '' && !closed;
		cells.push(cell);
		if (!blank) onRecord(cells, recordLine);
		cells = [];
		cell = '';
		closed = false;
	}

	function add(text: string): void {
		let start = 0;
		let at = 0;
		while (at < text.length) {
			const code = text.charCodeAt(at);
			if (quoted) {
				if (code === QUOTE) {
					cell += text.slice(start, at);
					quoted = false;
					closed = true;
					start = at + 1;
				} else if (code === LINE_FEED) line++;
			} else if (code === QUOTE && closed) {
				cell += '"';
				quoted = true;
				closed = false;
				start = at + 1;
			} else if (code === QUOTE && cell === '' && at === start) {
				quoted = true;
				start = at + 1;
			} else if (code === COMMA) {
				cells.push(cell + text.slice(start, at));
				cell = '';
				closed = false;
				start = at + 1;
			} else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
				const secondOfTwo =
					code === LINE_FEED && afterReturn && at === start && cell === '' && cells.length === 0;
				if (!secondOfTwo) {
					cell += text.slice(start, at);
					endRecord();
					line++;
					recordLine = line;
				}
				start = at + 1;
			}
			afterReturn = code === CARRIAGE_RETURN && !quoted;
			at++;
		}
		cell += text.slice(start);
	}

	return {
		add,
		/** Tells whether the text was complete: not inside a quoted cell. */
		end: (): boolean => {
			if (cell !== '' || cells.length > 0 || closed) endRecord();
			return !quoted;
		},
	};
}
