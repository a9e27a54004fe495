import nock from 'nock';

/**
 * Answers HTTP from a test file: nothing leaves the machine, every answer that was prepared must have been asked for, and the next file that runs
 * in this process finds the network as it was (Jest loads nock anew for each file, and the patches of the last one would swallow its requests).
 */
export function useNock(): void {
	beforeAll(() => {
		if (!nock.isActive()) nock.activate();
		nock.disableNetConnect();
	});
	afterEach(() => {
		const pending = nock.pendingMocks();
		nock.cleanAll();
		expect(pending).toEqual([]);
	});
	afterAll(() => {
		nock.enableNetConnect();
		nock.restore();
	});
}
