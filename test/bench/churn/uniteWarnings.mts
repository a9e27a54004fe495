import type { Warning } from '../../../scoring/learn/Model';

/** Warnings of all folds, each code once: the texts of the first fold that has it, and in how many folds it came up. */
export function uniteWarnings(folds: readonly (readonly Warning[])[]): Warning[] {
	const united = new Map<Warning['code'], { text: string; folds: number }>();
	for (const warnings of folds) {
		for (const code of new Set(warnings.map((warning) => warning.code))) {
			const known = united.get(code);
			if (known !== undefined) known.folds++;
			else {
				const texts = warnings.filter((warning) => warning.code === code).map(({ text }) => text);
				united.set(code, { text: texts.join(' '), folds: 1 });
			}
		}
	}
	return [...united].map(([code, { text, folds: count }]) => ({
		code,
		text: folds.length === 1 ? text : `${text} (in ${count} of ${folds.length} folds)`,
	}));
}
