import type { ConnectorFault } from '../ConnectorFault';
import { asFault } from './asFault';
import type { PreparedStep, PrepareOptions } from './Engine';

/**
 * What the write-back needs at the vendor, step by step: shown first (`apply` false: `missing` or `exists`), then created. What exists is left alone, so it
 * can be run again; a step that fails is told and the others go on, except when the credential itself is refused.
 */
export async function* prepareBase(options: PrepareOptions): AsyncGenerator<PreparedStep, void> {
	const { source, settings, call, apply } = options;
	const steps = await source.planBase(call, settings);
	let refused: ConnectorFault | null = null;
	for (const step of steps) {
		if (step.exists) yield { ...step, status: 'exists', message: '' };
		else if (!step.creatable) yield { ...step, status: 'by-hand', message: step.note };
		else if (!apply) yield { ...step, status: 'missing', message: step.note };
		else if (refused !== null) {
			yield { ...step, status: 'failed', message: `Not tried: ${refused.message} ${refused.remedy}` };
		} else {
			try {
				await source.createStep(call, settings, step);
				yield { ...step, status: 'created', message: '' };
			} catch (error) {
				const fault = asFault(error);
				if (fault.faultClass === 'auth' || fault.faultClass === 'daily-quota') refused = fault;
				yield { ...step, status: 'failed', message: `${fault.message} ${fault.remedy}` };
			}
		}
	}
}
