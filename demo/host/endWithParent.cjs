// Loaded into n8n before anything else: when the process that started n8n is gone, even by kill -9, n8n ends too.
'use strict';

const parent = process.ppid;
const ORDERLY_END_MS = 20_000;

const watch = setInterval(() => {
	if (process.ppid === parent) return;
	clearInterval(watch);
	process.kill(process.pid, 'SIGTERM');
	// n8n leads a process group: its task runners end with it.
	setTimeout(() => process.kill(-process.pid, 'SIGKILL'), ORDERLY_END_MS).unref();
}, 1000);
watch.unref();
