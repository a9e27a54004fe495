import { finishSteps } from './finishSteps';
import * as fc from 'fast-check';
import { makeFolds } from '../../../scoring/learn/makeFolds';
import { planFolds } from '../../../scoring/learn/planFolds';

const rows = fc.array(fc.record({ event: fc.boolean(), group: fc.nat({ max: 15 }) }), {
	minLength: 1,
	maxLength: 120,
});

const labelsOf = (table: readonly { event: boolean }[]) =>
	Uint8Array.from(table, ({ event }) => (event ? 1 : 0));

function countBy(folds: Uint8Array, labels: Uint8Array, label: number): number[] {
	const counts = [0, 0, 0, 0, 0];
	folds.forEach((fold, row) => (counts[fold]! += labels[row] === label ? 1 : 0));
	return counts;
}

test('every fold gets its share of events and of the others', () => {
	fc.assert(
		fc.property(rows, fc.nat(), (table, seed) => {
			const labels = labelsOf(table);
			const folds = makeFolds(labels, { folds: 5, seed });
			for (const label of [0, 1]) {
				const counts = countBy(folds, labels, label);
				expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(label === 1 ? 1 : 2);
			}
		}),
	);
});

test('rows of a group stay in one fold', () => {
	fc.assert(
		fc.property(rows, fc.nat(), (table, seed) => {
			const groups = Int32Array.from(table, ({ group }) => group * 1000);
			const folds = makeFolds(labelsOf(table), { folds: 5, seed, groups });
			const foldOf = new Map<number, number>();
			groups.forEach((group, row) => {
				expect(folds[row]).toBe(foldOf.get(group) ?? folds[row]);
				foldOf.set(group, folds[row]!);
			});
		}),
	);
});

test('groups with events are dealt evenly', () => {
	// Ten groups with one event each, the first of 30 rows.
	const groups = Int32Array.from({ length: 60 }, (_, row) => (row < 30 ? 0 : row < 39 ? row - 29 : row));
	const labels = Uint8Array.from(groups, (_, row) => (row >= 29 && row < 39 ? 1 : 0));
	for (let seed = 0; seed < 20; seed++) {
		expect(countBy(makeFolds(labels, { folds: 5, seed, groups }), labels, 1)).toEqual([2, 2, 2, 2, 2]);
	}
});

test('the same seed gives the same folds, another seed others', () => {
	const labels = Uint8Array.from({ length: 200 }, (_, row) => (row % 3 === 0 ? 1 : 0));
	expect(makeFolds(labels, { folds: 5, seed: 3 })).toEqual(makeFolds(labels, { folds: 5, seed: 3 }));
	expect(makeFolds(labels, { folds: 5, seed: 3 })).not.toEqual(makeFolds(labels, { folds: 5, seed: 4 }));
});

test('a plan judges each row once, and one fifth of very many', () => {
	const labels = Uint8Array.from({ length: 50 }, (_, row) => (row % 5 === 0 ? 1 : 0));
	const plan = finishSteps(planFolds(labels, null, 1));
	expect([...plan.judged]).toEqual([...labels.keys()]);
	const valid = plan.splits.flatMap((split) => [...split.valid]).sort((a, b) => a - b);
	expect(valid).toEqual([...labels.keys()]);
	for (const { train, valid: unseen } of plan.splits) {
		expect([...train].filter((row) => unseen.includes(row))).toEqual([]);
		expect(train.length + unseen.length).toBe(50);
	}
	const many = finishSteps(planFolds(new Uint8Array(20_005).fill(1, 0, 5000), null, 1));
	expect([many.splits.length, many.judged.length]).toEqual([1, 4001]);
});

test('fewer groups than folds leave no empty split', () => {
	const plan = finishSteps(planFolds(Uint8Array.of(1, 0, 1, 0), Int32Array.of(1, 1, 2, 2), 1));
	expect(plan.splits.map(({ train, valid }) => [train.length, valid.length])).toEqual([
		[2, 2],
		[2, 2],
	]);
});
