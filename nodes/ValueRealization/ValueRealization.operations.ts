import { businessCaseOperation } from './operations/businessCase.operation';
import { costOfInactionOperation } from './operations/costOfInaction.operation';
import { createPlanOperation } from './operations/createPlan.operation';
import { ledgerOperation } from './operations/ledger.operation';
import { roiOperation } from './operations/roi.operation';
import { trackPlanOperation } from './operations/trackPlan.operation';
import type { ValueOperation } from './ValueOperation';

/** The operations of the node by value, of each resource in the order of their names. */
export const OPERATIONS = {
	create: createPlanOperation,
	track: trackPlanOperation,
	businessCase: businessCaseOperation,
	costOfInaction: costOfInactionOperation,
	ledger: ledgerOperation,
	roi: roiOperation,
} as const satisfies Readonly<Record<string, ValueOperation>>;

export type OperationId = keyof typeof OPERATIONS;
