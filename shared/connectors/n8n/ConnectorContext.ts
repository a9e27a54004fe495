import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

/** Where a vendor is asked from: a run, or a list in the node's panel. */
export type ConnectorContext = IExecuteFunctions | ILoadOptionsFunctions;
