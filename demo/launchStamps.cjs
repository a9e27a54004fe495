// A stamp is a file with the hash of what a finished step was made from: same hash, nothing to do.
'use strict';

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { dirname, join, relative } = require('node:path');

function filesBelow(path) {
	if (!fs.existsSync(path)) return [];
	if (!fs.statSync(path).isDirectory()) return [path];
	return fs.readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

/** Hash over names and contents of files and folders below `folder`; a move of the checkout does not change it. */
function hashOf(folder, names) {
	const hash = createHash('sha256');
	for (const path of names.flatMap((name) => filesBelow(join(folder, name))).sort()) {
		hash.update(`${relative(folder, path)}\n`).update(fs.readFileSync(path));
	}
	return hash.digest('hex');
}

function isStamped(stamp, hash) {
	return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash;
}

function writeStamp(stamp, hash) {
	fs.mkdirSync(dirname(stamp), { recursive: true });
	fs.writeFileSync(stamp, hash);
}

module.exports = { hashOf, isStamped, writeStamp };
