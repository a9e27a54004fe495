/**
 * What makes a crossing the same one: contract, stage and the end it is counted to. A contract that renews itself, or whose end was moved,
 * has new stages; the old ones stay said.
 *
 * @example
 * stageKey('C-1', '90', '2025-03-31')
 * // => 'C-1|90|2025-03-31'
 */
export function stageKey(contractId: string, stage: string, endsOn: string | null): string {
	return `${contractId}|${stage}|${endsOn ?? ''}`;
}
