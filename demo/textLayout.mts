// Plain text in columns, right also for names in scripts whose letters take two columns or none.

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const WITHOUT_WIDTH = /[\p{Mark}\p{Cf}]/u;

/** Columns that the text takes in a terminal. */
export function displayWidth(text: string): number {
	let width = 0;
	for (const letter of text) width += WITHOUT_WIDTH.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
	return width;
}

/** Shortened with an ellipsis where it is longer than `width`, then filled up to it. */
export function fit(text: string, width: number, side: 'left' | 'right' = 'left'): string {
	let kept = text;
	while (displayWidth(kept) > width) kept = `${[...kept.replace(/…$/u, '')].slice(0, -1).join('')}…`;
	const space = ' '.repeat(width - displayWidth(kept));
	return side === 'left' ? kept + space : space + kept;
}

/** Lines of at most `width` columns, broken between words. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/u)) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (displayWidth(longer) > width && line !== '') {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line === '' ? lines : [...lines, line];
}

/** A bar for `share` (0 to 1) of at most `width` columns; anything above nothing shows at least a sliver. */
export function bar(share: number, width: number): string {
	const eighths = Math.max(share > 0 ? 1 : 0, Math.round(share * width * 8));
	return '█'.repeat(Math.floor(eighths / 8)) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8];
}
