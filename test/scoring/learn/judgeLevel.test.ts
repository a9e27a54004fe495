import { judgeLevel } from '../../../scoring/learn/judgeLevel';
import type { LevelReport } from '../../../scoring/learn/Evaluation';
import { wilsonInterval } from '../../../scoring/learn/wilsonInterval';
import { finishSteps } from './finishSteps';
import { drawRows, lineModel } from './lineModel';

type Rows = ReturnType<typeof drawRows>;

const MODEL = lineModel(-2, 3);

function judged(rows: Rows, groups: Int32Array | null = null): LevelReport {
	const outcome = finishSteps(judgeLevel(MODEL, rows.table, rows.labels, groups));
	if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
	return outcome.value;
}

test('a level that drifted is set anew and is better on rows held back', () => {
	const report = judged(drawRows(2000, -3, 3));
	expect(report).toMatchObject({ verdict: 'recalibrated', promote: true, clusters: 2000 });
	expect(report.logLossBefore - report.logLossAfter).toBeCloseTo(report.difference, 12);
	const { low, high } = wilsonInterval(report.recalibration.events, 2000, 1.6448536269514722);
	expect([report.observedLow, report.observedHigh]).toEqual([low, high]);
	expect(report.recalibration.before as number).toBeGreaterThan(high);
});

test('of right models about one in ten is called wrong, as the interval of 90 % says', () => {
	const verdicts = Array.from({ length: 60 }, (_, seed) => judged(drawRows(400, -2, 3, seed + 1)).verdict);
	const wrong = verdicts.filter((verdict) => verdict === 'recalibrated').length;
	expect(wrong).toBeLessThan(12);
});

test('rows that repeat an account widen the interval', () => {
	const once = drawRows(300, -3, 3);
	const rows = [...once.labels.keys()].flatMap((row) => [row, row, row, row]);
	const four = {
		table: {
			...once.table,
			columns: once.table.columns.map((cells) => rows.map((row) => cells[row])),
			rows: rows.length,
		},
		labels: Uint8Array.from(rows, (row) => once.labels[row]!),
	};
	const [alone, repeated] = [judged(once), judged(four, Int32Array.from(rows))];
	expect(repeated.clusters).toBe(300);
	expect(repeated.observedLow).toBeCloseTo(alone.observedLow, 3);
	expect(repeated.observedHigh).toBeCloseTo(alone.observedHigh, 3);
	expect(repeated.standardError as number).toBeGreaterThan(0.8 * (alone.standardError as number));
	const naive = judged(four);
	expect(naive.observedLow).toBeGreaterThan(repeated.observedLow + 0.005);
});

test.each([4, 296])('%i events of 300 are refused', (events) => {
	const { table } = drawRows(300, 0, 0);
	const labels = Uint8Array.from({ length: 300 }, (_, row) => (row < events ? 1 : 0));
	const outcome = finishSteps(judgeLevel(MODEL, table, labels, null));
	expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'few-events' }] });
});
