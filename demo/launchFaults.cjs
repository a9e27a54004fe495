// What a failed step means and what to do about it, from the end of its log. Plain functions, no dependency: Node 20 runs this.
'use strict';

const NEEDED_GB = 4;

function compilerRemedy(missingTools) {
	const lacking =
		missingTools.length > 0 ? missingTools.join(', ') : 'a working C++ compiler, make or Python 3';
	return `sqlite3 could not be compiled. This machine lacks: ${lacking}.
  Debian, Ubuntu:  sudo apt-get install -y python3 make g++
  Fedora:          sudo dnf install -y python3 make gcc-c++
  macOS:           xcode-select --install
then run the same command again; what was installed so far is kept.`;
}

const NETWORK = `The package registry could not be reached. Check the connection (and the proxy or registry in ~/.npmrc:
\`npm config get registry\`), then run the same command again; what was installed so far is kept.`;

const DISK = `The disk is full. Free about ${NEEDED_GB} GB on the disk that holds this folder, then run the same command again.`;

const LOCKFILE = `package.json and pnpm-lock.yaml do not agree. In a fresh clone this cannot happen; after a change of
dependencies run \`npx -p node@24.21.0 -p pnpm@12.21.0 -c 'pnpm install'\` and commit the lockfile.`;

/** Sentences for the person in front of the screen; null when the log says nothing known. */
function remedyFor(log, missingTools = []) {
	if (/ENOSPC|no space left on device/i.test(log)) return DISK;
	if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(log)) return LOCKFILE;
	const isCompilation = /gyp ERR!|node-gyp/.test(log);
	if (isCompilation && missingTools.length > 0) return compilerRemedy(missingTools);
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_PNPM_META_FETCH_FAIL/.test(log))
		return NETWORK;
	return isCompilation ? compilerRemedy([]) : null;
}

/** Null when this Node can launch; otherwise what to do. */
function nodeFault(version) {
	if (Number(version.split('.')[0]) >= 20) return null;
	return `Node ${version} is too old: this needs Node 20 or newer to launch (it brings its own Node 24 for n8n).
Get one from https://nodejs.org or with \`nvm install 24\`, then run the same command again.`;
}

/** Null when `freeBytes` is enough for the first installation; otherwise what to do. */
function diskFault(freeBytes, folder) {
	const free = freeBytes / 1e9;
	if (free >= NEEDED_GB) return null;
	return `Only ${free.toFixed(1)} GB are free on the disk that holds ${folder}; the first installation needs ${NEEDED_GB} GB.
Free some space, then run the same command again.`;
}

module.exports = { remedyFor, nodeFault, diskFault };
