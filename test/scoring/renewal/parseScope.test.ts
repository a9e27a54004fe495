import { parseScope } from '../../../scoring/renewal/parseScope';

test('scopes are read back as they were written, whatever owners are called', () => {
	expect(parseScope('contract:a/b/call', 'commit')).toEqual({
		dimension: 'contract',
		key: 'a/b',
		what: 'call',
	});
	expect(parseScope('owner:x:y/weighted/EUR', 'weighted')).toEqual({
		dimension: 'owner',
		key: 'x:y',
		what: 'weighted',
	});
	expect(parseScope('owner:none/due', 'due')).toEqual({ dimension: 'owner', key: null, what: 'due' });
	expect(parseScope('something else', 'due')).toBeNull();
});
