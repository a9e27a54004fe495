import type { Fault } from '../fakes/Fake';
import type { ContractCase, ContractHarness } from './ContractHarness';
import { expectPenaltiesKept, readAll, rig, scoreOf, write, type Rig } from './drive';
import { HOSTILE } from './readCases';

/** Cases in which scores are written into the vendor's records. */
export function writeCases(harness: ContractHarness): ContractCase[] {
	const { source, settings } = harness;
	const { besides = {}, unknownField = 'cs_no_such_field', indexLagMs = 0 } = harness.capabilities ?? {};
	const fieldOf: Readonly<Record<string, string>> = { ...source.scores?.fields, ...settings.results };
	const batchSize = source.scores?.batchSize ?? 1;
	const scoreField = fieldOf['score'] ?? '';
	const total = Math.min(batchSize * 2 + Math.ceil(batchSize / 2) + 3, 600);

	const scoreAt = (on: Rig, id: string) => {
		const value = on.fake.account(id)?.[scoreField];
		return value === undefined || value === null || value === '' ? null : Number(value);
	};
	const start = async (accounts: number, switches: Parameters<ContractCase['run']>[0], set = settings) => {
		const on = rig(harness, { accounts }, switches, set);
		const { accounts: rows } = await readAll(on);
		expect(rows).toHaveLength(accounts);
		return {
			on,
			rows,
			scores: rows.map(({ row }, place) => scoreOf(row['account_id'], (place % 90) + 0.25)),
		};
	};

	const survives = (fault: Fault, times = 1): ContractCase => ({
		name: `a write-back survives ${times} x ${fault}: every account gets its score, no account is made twice`,
		needs: fault === 'lock' ? ['write', 'lock'] : ['write'],
		run: async (switches) => {
			const { on, rows, scores } = await start(total, switches);
			on.fake.plan({ fault, after: 1, times });
			const run = await write(on, scores, rows);
			expect(run.stopped).toBeNull();
			expect(run.of('written')).toHaveLength(total);
			expect(on.fake.accountIds()).toHaveLength(total);
			rows.forEach(({ externalId }, place) => {
				expect(scoreAt(on, externalId)).toBeCloseTo((place % 90) + 0.3, 6);
			});
			expectPenaltiesKept(on.wire);
			// Batches that were under way when the penalty came may be refused too.
			const most = times - 1 + (source.scores?.parallel ?? 1);
			if (fault === '429') expect(on.fake.throttled()).toBeLessThanOrEqual(most);
		},
	});

	const stops = (fault: Fault, faultClass: string): ContractCase => ({
		name: `a write-back stops at ${fault}: what is not written is listed as deferred`,
		needs:
			fault === '403-scope'
				? ['write', 'scopes']
				: fault === 'daily-quota'
					? ['write', 'daily-quota']
					: ['write'],
		run: async (switches) => {
			const { on, rows, scores } = await start(total, switches);
			on.fake.plan({ fault, after: 1, times: 1_000 });
			const asked = on.wire.length;
			const run = await write(on, scores, rows);
			expect(run.stopped?.faultClass).toBe(faultClass);
			expect(run.of('deferred').length).toBeGreaterThan(0);
			expect(run.of('deferred').length + run.of('written').length).toBe(total);
			for (const { external_id } of run.of('written'))
				expect(scoreAt(on, String(external_id))).not.toBeNull();
			expect(on.wire.length - asked).toBeLessThanOrEqual(
				1 + (source.scores?.parallel ?? 1) + (besides.write ?? 0),
			);
		},
	});

	const hostileKeys: ContractCase = {
		name: 'hostile keys come through and are found by key for the write, or are dead letters; no account is made twice',
		needs: ['write'],
		run: async (switches) => {
			const on = rig(harness, { accounts: 2 }, switches);
			const nameField = { ...source.readers.accounts?.fields, ...settings.fields.accounts }['name'] ?? 'name';
			const keys = new Map(
				HOSTILE.map((key, place) => [
					on.fake.add({ [nameField]: `Hostile ${place}`, [settings.keyField]: key }),
					key,
				]),
			);
			on.clock.pass(indexLagMs + 10_000);
			const read = await readAll(on);
			expect(read.fault).toBeNull();
			expect(read.accounts.length + read.problems.length).toBe(2 + HOSTILE.length);
			for (const { externalId, row } of read.accounts) {
				if (keys.has(externalId)) expect(row['account_id']).toBe(keys.get(externalId)?.trim());
			}
			const there = on.fake.accountIds().length;
			const scores = read.accounts.map(({ row }, place) => scoreOf(row['account_id'], place));
			// Without the accounts of the read: the vendor must find them by the key field.
			const run = await write(on, scores, []);
			expect(run.stopped).toBeNull();
			expect(on.fake.accountIds()).toHaveLength(there);
			expect(run.of('written').length + run.of('failed').length).toBe(scores.length);
			expect(run.problems).toHaveLength(run.of('failed').length);
			for (const { index, external_id: id } of run.of('written')) {
				expect(id).toBe(read.accounts[index]?.externalId);
				expect(scoreAt(on, String(id))).toBe(index);
			}
		},
	};

	return [
		{
			name: 'scores are written in the fewest requests; unchanged they are not written again',
			needs: ['write'],
			run: async (switches) => {
				const { on, rows, scores } = await start(total, switches);
				const asked = on.wire.length;
				const run = await write(on, scores, rows);
				expect(run.of('written')).toHaveLength(total);
				expect(on.wire.length - asked).toBeLessThanOrEqual(
					Math.ceil(total / batchSize) + (besides.write ?? 0),
				);
				expect(on.fake.throttled()).toBe(0);
				on.clock.pass(24 * 3_600_000);
				const second = await readAll(on);
				expect(second.accounts.every(({ writtenHash }) => writtenHash !== null)).toBe(true);
				const tomorrow = scores.map((score) => ({ ...score, as_of_on: '2026-11-21', run_id: 'run-2' }));
				const known = switches?.forgetKnown === true ? rows : second.accounts;
				const before = on.wire.length;
				const again = await write(on, tomorrow, known);
				expect(again.of('unchanged')).toHaveLength(total);
				expect(on.wire.length).toBe(before);
				const changed = tomorrow.map((score, place) => (place === 1 ? { ...score, value: 99 } : score));
				const third = await write(on, changed, known);
				expect(third.of('written')).toHaveLength(1);
				expect(third.of('unchanged')).toHaveLength(total - 1);
				expect(scoreAt(on, rows[1]?.externalId ?? '')).toBe(99);
			},
		},
		{
			name: 'what we write ourselves does not come back as a change',
			needs: ['write', 'incremental'],
			run: async (switches) => {
				const { on, rows, scores } = await start(20, switches);
				on.clock.pass(3_600_000);
				const full = await readAll(on);
				await write(on, scores, rows);
				on.clock.pass(indexLagMs + 10_000);
				const next = await readAll(on, { state: full.state, onlyChanged: true, known: full.accounts });
				expect(next.counts.own).toBe(20);
				expect(next.accounts.filter(({ own }) => own !== true)).toEqual([]);
				const third = await readAll(on, { state: full.state, onlyChanged: true, known: next.accounts });
				expect(third.accounts).toEqual([]);
			},
		},
		{
			name: '2,000 accounts are written at full speed without one 429',
			needs: ['write'],
			run: async (switches) => {
				const { on, rows, scores } = await start(2_000, switches);
				const run = await write(on, scores, rows);
				expect(run.of('written')).toHaveLength(2_000);
				expect(on.fake.throttled()).toBe(0);
			},
		},
		{
			name: 'an account with too little data has its score cleared, not set to 0',
			needs: ['write'],
			run: async (switches) => {
				const { on, rows, scores } = await start(3, switches);
				await write(on, scores, rows);
				const [first] = rows;
				const run = await write(on, [scoreOf(first?.row['account_id'], null)], rows);
				expect(run.of('written')).toHaveLength(1);
				expect(scoreAt(on, first?.externalId ?? '')).toBeNull();
			},
		},
		survives('429'),
		survives('503'),
		survives('503', 3),
		survives('502-html'),
		survives('malformed-json'),
		survives('drop-before'),
		survives('drop-after'),
		survives('slow'),
		survives('lock'),
		stops('401', 'auth'),
		stops('403-scope', 'auth'),
		stops('daily-quota', 'daily-quota'),
		{
			name: 'one refused row in a batch: the others are written, it becomes a dead letter',
			needs: ['write'],
			run: async (switches) => {
				const { on, rows, scores } = await start(total, switches);
				const gone = rows[Math.floor(total / 2)]?.externalId ?? '';
				on.fake.remove(gone);
				const run = await write(on, scores, rows);
				expect(run.of('failed').map(({ external_id }) => external_id)).toEqual([gone]);
				expect(run.of('written')).toHaveLength(total - 1);
				expect(run.problems).toHaveLength(1);
				expect(run.problems[0]?.message).not.toBe('');
				expect(run.problems[0]?.external_id).toBe(gone);
				for (const { externalId } of rows)
					if (externalId !== gone) expect(scoreAt(on, externalId)).not.toBeNull();
			},
		},
		{
			name: 'a result field that does not exist is left out, told once, and the rest is written',
			needs: ['write', 'unknown-fields'],
			run: async (switches) => {
				const results = { ...settings.results, band: unknownField };
				const { on, rows, scores } = await start(total, switches, { ...settings, results });
				const run = await write(on, scores, rows);
				expect(run.of('written')).toHaveLength(total);
				expect(run.issues.filter((code) => code === 'field-left-out')).toHaveLength(1);
				for (const { externalId } of rows) expect(scoreAt(on, externalId)).not.toBeNull();
			},
		},
		{
			name: 'while a result field does not exist, rows that are otherwise unchanged are not sent again; when it is there they are',
			needs: ['write', 'unknown-fields'],
			run: async (switches) => {
				const results = { ...settings.results, band: unknownField };
				const { on, rows, scores } = await start(total, switches, { ...settings, results });
				const first = await write(on, scores, rows);
				const hashes = first.of('written').map(({ row_hash: hash }) => hash);
				on.clock.pass(indexLagMs + 10_000);
				const read = await readAll(on);
				expect(read.accounts.map(({ writtenHash }) => writtenHash).sort()).toEqual(hashes.sort());
				const known = switches?.forgetKnown === true ? rows : read.accounts;
				const asked = on.wire.length;
				const again = await write(on, scores, known);
				expect(again.of('unchanged')).toHaveLength(total);
				expect(again.issues).toContain('field-left-out');
				const { parallel = 1 } = source.scores ?? {};
				expect(on.wire.length - asked).toBeLessThanOrEqual(2 * parallel + (besides.write ?? 0));
				const there = await write({ ...on, settings }, scores, known);
				expect(there.of('written')).toHaveLength(total);
			},
		},
		{
			name: 'where no result field exists nothing counts as written: the run stops and names Prepare Base',
			needs: ['write', 'unknown-fields'],
			run: async (switches) => {
				const missing = Object.keys(fieldOf).map((result, place) => [
					result,
					unknownField.replace(/(__c)?$/, `${place}$1`),
				]);
				const without = { ...settings, results: Object.fromEntries(missing) as Record<string, string> };
				const { on, rows, scores } = await start(total, switches, without);
				const run = await write(on, scores, rows);
				expect(run.of('deferred')).toHaveLength(total);
				expect(run.of('deferred')[0]?.error).toContain('Prepare Base');
				expect(run.stopped?.code).toBe(`${source.id}-no-result-fields`);
				expect(run.problems).toEqual([]);
			},
		},
		{
			name: 'two scores for one account: the later one is written, the earlier one is told as duplicate',
			needs: ['write'],
			run: async (switches) => {
				const { on, rows } = await start(3, switches);
				const [first, second] = rows.map(({ row }) => row['account_id']);
				const run = await write(on, [scoreOf(first, 10), scoreOf(second, 20), scoreOf(first, 30)], rows);
				expect(run.results.map(({ index, status }) => [index, status]).sort()).toEqual([
					[0, 'duplicate'],
					[1, 'written'],
					[2, 'written'],
				]);
				expect(scoreAt(on, rows[0]?.externalId ?? '')).toBe(30);
			},
		},
		...(settings.keyField === '' ? [] : [hostileKeys]),
		{
			name: 'hostile reasons are written as they are, or are dead letters; no other row suffers',
			needs: ['write'],
			run: async (switches) => {
				const { on, rows } = await start(HOSTILE.length, switches);
				const scores = rows.map(({ row }, place) =>
					scoreOf(row['account_id'], 50, { reason: HOSTILE[place] }),
				);
				const run = await write(on, scores, rows);
				const reasonsField = fieldOf['reasons'] ?? '';
				for (const result of run.results) {
					expect(['written', 'failed']).toContain(result.status);
					if (result.status === 'failed') continue;
					const held = String(on.fake.account(String(result.external_id))?.[reasonsField]);
					const sent = HOSTILE[result.index] ?? '';
					expect(held === sent || (sent.length > 2_000 && sent.startsWith(held))).toBe(true);
				}
				expect(run.problems).toHaveLength(run.of('failed').length);
			},
		},
	];
}
