/** Levels 1 to 4 of the test pyramid; the server, editor and package levels are node:test files (*.test.mts). */
module.exports = {
	testEnvironment: 'node',
	// A test that hangs ends; one on a machine with other work does not fail for being slow.
	testTimeout: 120_000,
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/demo/host', '<rootDir>/.n8n-home', '<rootDir>/.artefacts'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
	},
	// A file named like a type holds only types; there is nothing in it to run.
	collectCoverageFrom: ['scoring/**/*.ts', 'shared/**/*.ts', '!**/[A-Z]*.ts'],
	coverageProvider: 'v8',
	coverageReporters: ['text-summary', 'json-summary'],
	coverageThreshold: {
		'./scoring/': { branches: 80, functions: 80, lines: 80, statements: 80 },
		'./shared/': { branches: 80, functions: 80, lines: 80, statements: 80 },
	},
};
