/** Field values of one benchmark account, drawn from its number alone; about one measure in eight is missing. */
export interface BenchAccount {
	account_id: string;
	[field: string]: string | number | null;
}

const NUMBERS: Record<string, [low: number, high: number]> = {
	active_users: [10, 100],
	feature_adoption: [5, 95],
	workflow_volume: [5, 100],
	time_to_value: [5, 150],
	roi_demonstration: [-50, 350],
	nps_score: [0, 10],
};

const WORDS: Record<string, readonly string[]> = {
	expansion_velocity: ['two_plus_use_cases', 'one_use_case', 'planning', 'none'],
	support_interaction: ['proactive', 'regular', 'responsive', 'none'],
	product_feedback: ['detailed', 'general', 'minimal', 'none'],
	integration_status: ['all_successful', 'major_successful', 'some_issues', 'significant_problems'],
	performance: ['consistent', 'occasional_issues', 'frequent_issues', 'persistent_problems'],
	security_compliance: ['fully_compliant', 'minor_recommendations', 'some_gaps', 'significant_issues'],
	upgrade_readiness: ['actively_planning', 'considering', 'open', 'not_interested'],
	account_expansion: ['multiple_units', 'additional_departments', 'some_opportunities', 'limited'],
};

/** A number in [0, 1) from two whole numbers (multiply-xorshift); the same on every machine. */
function draw(account: number, field: number): number {
	let x = Math.imul(account + 1, 0x9e3779b1) ^ Math.imul(field + 1, 0x85ebca6b);
	x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
	x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
	return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

export function benchAccount(index: number): BenchAccount {
	const account: BenchAccount = { account_id: `A${index}`, urgent_ticket_hours: null };
	let field = 0;
	for (const [name, [low, high]] of Object.entries(NUMBERS)) {
		const missing = draw(index, field++) < 0.125;
		account[name] = missing ? null : low + draw(index, field++) * (high - low);
	}
	for (const [name, words] of Object.entries(WORDS)) {
		const missing = draw(index, field++) < 0.125;
		account[name] = missing ? null : words[Math.floor(draw(index, field++) * words.length)]!;
	}
	if (draw(index, field) < 0.02) account.urgent_ticket_hours = 72;
	return account;
}
