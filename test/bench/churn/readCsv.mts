import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Cell, RawTable } from '../../../scoring/learn/RawTable';
import { BadArgument } from './BadArgument.mts';
import { createCsvSplitter } from './createCsvSplitter.mts';

const MOST_REMEMBERED = 5_000;

/** Makes a column of cells: plain numbers become numbers, equal texts are kept once, blank is missing. */
function createColumn() {
	const cells: Cell[] = [];
	const known = new Map<string, Cell>();
	return {
		cells,
		add: (text: string): void => {
			const seen = known.get(text);
			if (seen !== undefined) {
				cells.push(seen);
				return;
			}
			if (text.trim() === '') {
				cells.push(null);
				return;
			}
			const number = Number(text);
			// Only where the text says no more than the number: 007 and 1.0 stay texts.
			if (String(number) === text && Number.isFinite(number)) {
				cells.push(number);
				return;
			}
			if (known.size < MOST_REMEMBERED) known.set(text, text);
			cells.push(text);
		},
	};
}

function checkHeader(names: readonly string[], file: string): readonly string[] {
	const trimmed = names.map((name, index) => name.trim() || `column ${index + 1}`);
	const twice = trimmed.find((name, index) => trimmed.indexOf(name) !== index);
	if (twice !== undefined)
		throw new BadArgument(`${file} has two columns named '${twice}': rename one of them`);
	return trimmed;
}

/**
 * Reads a CSV file with a header (UTF-8, with or without a byte order mark; `.gz` is unpacked) as it streams in. Every record must have as
 * many cells as the header.
 */
export async function readCsv(file: string): Promise<RawTable> {
	if (!existsSync(file)) throw new BadArgument(`there is no file ${file}`);
	let names: readonly string[] | null = null;
	const columns: ReturnType<typeof createColumn>[] = [];
	let rows = 0;
	const splitter = createCsvSplitter((cells, line) => {
		if (names === null) {
			names = checkHeader(cells, file);
			columns.push(...names.map(() => createColumn()));
			return;
		}
		if (cells.length !== names.length) {
			throw new BadArgument(
				`line ${line} of ${file} has ${cells.length} cells, the header has ${names.length}`,
			);
		}
		for (const [index, cell] of cells.entries()) columns[index]!.add(cell);
		rows++;
	});
	const bytes = createReadStream(file, { highWaterMark: 1 << 20 });
	const plain: Readable = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
	bytes.on('error', (error) => plain.destroy(error));
	const decoder = new TextDecoder('utf-8');
	try {
		for await (const chunk of plain) splitter.add(decoder.decode(chunk as Buffer, { stream: true }));
	} catch (error) {
		if (error instanceof BadArgument) throw error;
		throw new BadArgument(`${file} cannot be read: ${(error as Error).message}`);
	}
	splitter.add(decoder.decode());
	if (!splitter.end()) throw new BadArgument(`${file} ends inside a quoted cell: it was cut off`);
	if (names === null || rows === 0) throw new BadArgument(`${file} holds no rows below its header`);
	return { names, columns: columns.map(({ cells }) => cells), rows };
}
