import type { Cell } from '../../../scoring/learn/RawTable';
import { readLabels } from '../../../scoring/learn/readLabels';

function read(cells: readonly Cell[], positive?: string) {
	const { rows, labels, issues } = readLabels('churned', cells, positive);
	return { rows: [...rows], labels: [...labels], codes: issues.map(({ code }) => code), issues };
}

test('1, yes and true happened, in any case and as number or text; an empty cell is no label', () => {
	const { rows, labels, codes } = read([1, 'YES', true, '1.0', 0, 'no', null, ' ', 'False']);
	expect(rows).toEqual([0, 1, 2, 3, 4, 5, 8]);
	expect(labels).toEqual([1, 1, 1, 1, 0, 0, 0]);
	expect(codes).toEqual(['rows-without-label']);
});

test('a named value happened, all others did not', () => {
	expect(read(['Lost', 'won', 'LOST'], 'lost')).toMatchObject({ labels: [1, 0, 1], codes: [] });
	const three = read(['lost', 'won', 'open'], 'lost');
	expect([three.labels, three.codes]).toEqual([[1, 0, 0], ['several-labels']]);
	expect(three.issues[0]!.message).toContain("all but 'lost' count");
	expect(read([2, 1, '2.0'], '2')).toMatchObject({ labels: [1, 0, 1] });
});

test('one class only is a warning, no label and no positive one are errors', () => {
	expect(read([0, 0])).toMatchObject({ codes: ['one-class'], issues: [{ severity: 'warning' }] });
	expect(read([1, 1]).codes).toEqual(['one-class']);
	expect(read([null, ''])).toMatchObject({ codes: ['no-labels'], issues: [{ severity: 'error' }] });
	expect(read(['lost', 'won'])).toMatchObject({
		codes: ['no-positive-label'],
		issues: [{ severity: 'error' }],
	});
	expect(read([0, 0], 'lost').codes).toEqual(['no-positive-label']);
});
