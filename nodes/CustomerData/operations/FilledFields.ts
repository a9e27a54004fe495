import type { IExecuteFunctions } from 'n8n-workflow';

import type { CanonicalObject } from '../../../scoring/core/CanonicalModel';
import { modelOf } from '../../../scoring/core/modelOf';
import type { Source, SourceObject, SourceRow, SourceSettings } from '../../../shared/connectors/Source';
import { addHint } from '../../../shared/n8n/addHint';
import { BECOMES } from '../lists/ourFields';

const MOST_SHOWN = 12;
/** Empty in most records everywhere; a CRM's sales stages are not stages of a customer's life, so they are left out on purpose. */
const RARELY_FILLED = new Set(['left_on', 'lifecycle_stage', 'opted_out_at', 'parent_id']);

/** Which fields came with a value at least once: one that never does was perhaps renamed in the system. */
export class FilledFields {
	private readonly filled = new Map<CanonicalObject, Set<string>>();

	add({ object, row, raw }: SourceRow): void {
		const names = this.filled.get(object) ?? new Set<string>();
		this.filled.set(object, names);
		for (const [name, value] of Object.entries(row)) if (value !== null) names.add(name);
		for (const name of Object.keys(raw)) names.add(name);
	}

	/** Says which fields of the mapping were empty in every record that was read. Only for a whole read. */
	addHint(context: IExecuteFunctions, source: Source, settings: SourceSettings): void {
		const never: string[] = [];
		for (const [object, reader] of Object.entries(source.readers)) {
			const becomes = BECOMES[object as SourceObject].filter((canonical) => this.filled.has(canonical));
			const mapping = { ...reader.fields, ...settings.fields[object as SourceObject] };
			for (const [field, from] of Object.entries(mapping)) {
				const holders = becomes.filter((canonical) =>
					modelOf(canonical).fields.some(({ name }) => name === field),
				);
				const isEmpty =
					holders.length > 0 && holders.every((canonical) => !this.filled.get(canonical)?.has(field));
				// What begins with @ is derived and is no field of the system.
				if (isEmpty && from !== '' && !from.startsWith('@') && !RARELY_FILLED.has(field))
					never.push(`${from} of ${object}`);
			}
		}
		if (never.length === 0) return;
		const more = never.length > MOST_SHOWN ? `, and ${never.length - MOST_SHOWN} more` : '';
		addHint(
			context,
			`Empty in every record that was read: ${never.slice(0, MOST_SHOWN).join(', ')}${more}. If you use another field for one of these, or renamed it, choose it under Field Mapping.`,
		);
	}
}
