import type { ItemPresetId } from './ItemPreset';

/** Whether a preset is of a calendar: its items are meetings, and who was invited decides whose they are. */
export function isCalendar(preset: ItemPresetId): preset is 'googleCalendar' | 'outlook' {
	return preset === 'googleCalendar' || preset === 'outlook';
}
