export function naiveHealth(item: Record<string, unknown>): {
	account_id: string;
	score: number;
	band: string;
};
