import type { CanonicalObject, ObjectModel } from '../CanonicalModel';
import { ACCOUNTS } from './accounts';
import { ALIASES } from './aliases';
import { CONTACTS } from './contacts';
import { CONTRACT_LINES } from './contractLines';
import { CONTRACTS } from './contracts';
import { INTERACTIONS } from './interactions';
import { INVOICES } from './invoices';
import { OPPORTUNITIES } from './opportunities';
import { PEOPLE } from './people';
import { SURVEY_ANSWERS } from './surveyAnswers';
import { TASKS } from './tasks';
import { TICKETS } from './tickets';
import { USAGE } from './usage';

/** The canonical model: what every source is brought into. */
export const MODEL: Readonly<Record<CanonicalObject, ObjectModel>> = {
	accounts: ACCOUNTS,
	aliases: ALIASES,
	contacts: CONTACTS,
	contractLines: CONTRACT_LINES,
	contracts: CONTRACTS,
	interactions: INTERACTIONS,
	invoices: INVOICES,
	opportunities: OPPORTUNITIES,
	people: PEOPLE,
	surveyAnswers: SURVEY_ANSWERS,
	tasks: TASKS,
	tickets: TICKETS,
	usage: USAGE,
};
