type Row = Readonly<Record<string, unknown>>;

const part = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/**
 * The key under which an effect happens once: the row's own `effect_key`, else `cs:{account}:{rule}:{period}`, where the rule is `rule`, `playbook_id` or the kind, and the
 * period `period`, `as_of_on`, `due_on` or `close_on`. The same row has the same key on every run.
 */
export function effectKey(row: Row, kind: string, accountId: string): string {
	const given = part(row['effect_key']);
	if (given !== '') return given;
	const rule = part(row['rule']) || part(row['playbook_id']) || kind;
	const names = ['period', 'as_of_on', 'due_on', 'close_on'];
	const period = names.map((name) => part(row[name])).find((text) => text !== '') ?? 'once';
	return `cs:${accountId}:${rule}:${period}`;
}
