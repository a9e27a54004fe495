import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readRecordings } from './readRecordings.mts';

let folder = '';
const before = process.env.CUSTOMER_SUCCESS_RECORDINGS;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'recordings-'));
	process.env.CUSTOMER_SUCCESS_RECORDINGS = folder;
});
afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
	if (before === undefined) delete process.env.CUSTOMER_SUCCESS_RECORDINGS;
	else process.env.CUSTOMER_SUCCESS_RECORDINGS = before;
});

test('recordings that are not there are a sentence that says where to put them', () => {
	const sentence = readRecordings('hubspot');
	assert.equal(typeof sentence, 'string');
	assert.match(String(sentence), /no recordings of hubspot .* CUSTOMER_SUCCESS_RECORDINGS/);
});

test('recordings are read line by line', () => {
	const line = { system: 'hubspot', id: 'r1', request: { method: 'GET' }, response: { status: 200 } };
	writeFileSync(join(folder, 'hubspot.jsonl'), `${JSON.stringify(line)}\n${JSON.stringify(line)}\n`);
	assert.deepEqual(readRecordings('hubspot'), [line, line]);
});
