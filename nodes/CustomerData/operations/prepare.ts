import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { PreparedStep } from '../../../shared/connectors/engine/Engine';
import { prepareBase } from '../../../shared/connectors/engine/prepareBase';
import { addHint } from '../../../shared/n8n/addHint';
import { connect } from '../connect';
import { addCallHint } from './addCallHint';
import { OutputSet } from './OutputSet';

/** What the results need in the system, step by step; created where that was asked for. */
export async function prepare(
	context: IExecuteFunctions,
	continueOnFail: boolean,
): Promise<INodeExecutionData[][]> {
	const out = new OutputSet(context, 1, continueOnFail);
	const counts: Record<PreparedStep['status'], number> = {
		...{ exists: 0, created: 0, missing: 0, 'by-hand': 0, failed: 0 },
	};
	try {
		const { source, settings, call } = await connect(context);
		const apply = context.getNodeParameter('apply', 0, false) === true;
		for await (const { status, on, name, kind, type, creatable, note, message } of prepareBase({
			...{ source, settings, call, apply },
		})) {
			counts[status] += 1;
			out.add(0, { status, on, kind, name, type, creatable, note, message });
		}
		addHint(context, {
			'already there': counts.exists,
			...(apply ? { created: counts.created, failed: counts.failed } : { missing: counts.missing }),
			'to be done by hand': counts['by-hand'],
		});
		if (counts.missing + counts['by-hand'] + counts.failed === 0)
			addHint(context, `${source.label} has all that the results need: nothing is left to do.`);
		if (counts.missing > 0)
			addHint(context, `Nothing was created. Switch Apply on to create what is missing in ${source.label}.`);
		if (counts.failed > 0)
			addHint(
				context,
				'Some could not be created. The message of each item says why and what to do.',
				'warning',
			);
		addCallHint(context, call);
	} catch (caught) {
		out.fail(0, caught);
	}
	return out.outputs;
}
