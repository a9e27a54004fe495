import type { TableDesign } from './BaseDesign';
import {
	accountLink,
	accountText,
	amount,
	day,
	effectKey,
	instant,
	lastModified,
	long,
	owner,
	select,
	text,
} from './columnDesigns';

/** The tables that we write into as well: ours are known by their effect key. */
export const WORK_TABLES: readonly TableDesign[] = [
	{
		name: 'Deals',
		object: 'deals',
		otherNames: [],
		note: 'opportunities; ours are written here too',
		columns: [
			text('Name'),
			accountText,
			accountLink,
			select('Type', 'new renewal expansion'),
			select('Stage', 'identified qualified developing proposing negotiating closed_won closed_lost'),
			amount('Amount'),
			text('Currency', 'three letters, ISO 4217'),
			day('Close Date'),
			owner('Owner'),
			effectKey,
			lastModified,
		],
	},
	{
		name: 'Tasks',
		object: 'tasks',
		otherNames: [],
		note: 'tasks for the CSM; close them here',
		columns: [
			text('Title'),
			accountText,
			accountLink,
			long('Text'),
			select('Priority', 'low medium high urgent critical'),
			select('Status', 'open done cancelled'),
			day('Due Date'),
			owner('Owner'),
			instant('Closed'),
			text('Outcome'),
			effectKey,
			lastModified,
		],
	},
];
