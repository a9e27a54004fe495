import type { Issue } from '../../../scoring/core/issue';
import { ConnectorFault } from '../ConnectorFault';
import type { Source, SourceObject, SourceSettings } from '../Source';

type Verdict =
	| { readonly kind: 'drop'; readonly field: string; readonly issue: Issue }
	| { readonly kind: 'restart' };

/**
 * What to do after a page was refused: leave out a field that is not there, or begin the window again because its cursor expired. Throws
 * everything else. The key field is never left out, because every account would get another id.
 */
export function judgeReadFault(
	error: unknown,
	source: Source,
	settings: SourceSettings,
	object: SourceObject,
	wanted: readonly string[],
	mayRestart: boolean,
): Verdict {
	if (!(error instanceof ConnectorFault)) throw error;
	if (error.faultClass === 'cursor' && mayRestart) return { kind: 'restart' };
	if (error.faultClass !== 'schema' || error.field === null || !wanted.includes(error.field)) throw error;
	if (object === 'accounts' && error.field === settings.keyField) {
		const fault = new ConnectorFault({
			...error,
			message: `${source.label} has no '${error.field}' on its accounts, which holds our account id: ${error.message}`,
			remedy: `Create '${error.field}' there (operation Prepare Base), or choose another key field. Nothing was read, because every account would get another id.`,
		});
		fault.path = error.path;
		fault.attempts = error.attempts;
		throw fault;
	}
	const issue: Issue = {
		code: 'field-left-out',
		path: `${object}.${error.field}`,
		message: `${source.label} does not know the field '${error.field}' of ${object}; it was left out.`,
		remedy:
			'It may have been renamed or deleted. Choose the field again in the mapping, or map nothing to it.',
		severity: 'warning',
	};
	return { kind: 'drop', field: error.field, issue };
}
