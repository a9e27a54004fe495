import { accounts } from './accounts';
import { alerts } from './alerts';
import { aliases } from './aliases';
import { audit } from './audit';
import { contacts } from './contacts';
import { contractLines } from './contractLines';
import { contracts } from './contracts';
import { deadLetters } from './deadLetters';
import { entitlements } from './entitlements';
import { forecasts } from './forecasts';
import { interactions } from './interactions';
import { invoices } from './invoices';
import { leases } from './leases';
import { milestones } from './milestones';
import { models } from './models';
import { opportunities } from './opportunities';
import { outbox } from './outbox';
import { outcomes } from './outcomes';
import { people } from './people';
import { prices } from './prices';
import { rates } from './rates';
import { renewalStages } from './renewalStages';
import { runs } from './runs';
import { scoreHistory } from './scoreHistory';
import { scores } from './scores';
import { settings } from './settings';
import { successPlans } from './successPlans';
import { surveyAnswers } from './surveyAnswers';
import { syncState } from './syncState';
import { tasks } from './tasks';
import { tickets } from './tickets';
import { usage } from './usage';
import { valueLedger } from './valueLedger';
import type { Table } from './Table';

export type { Classification, ColumnType, Retention, Table, TableColumn } from './Table';

/** The tables that the daily health run reads or writes, in the order in which they are created. */
export const TABLES: readonly Table[] = [
	accounts,
	contacts,
	interactions,
	surveyAnswers,
	usage,
	tickets,
	invoices,
	contracts,
	contractLines,
	entitlements,
	rates,
	outcomes,
	scores,
	scoreHistory,
	alerts,
	outbox,
	runs,
	leases,
	settings,
	people,
	audit,
	syncState,
];

/** What reading a source and writing back to it needs besides, in the order in which they are created. */
export const SYNC_TABLES: readonly Table[] = [aliases, tasks, opportunities, deadLetters];

/** What learning from outcomes needs besides; its templates create them. */
export const CHURN_TABLES: readonly Table[] = [models];

/** What expansion, renewals, value and success plans read or write besides, in the order in which they are created. */
export const REVENUE_TABLES: readonly Table[] = [
	prices,
	renewalStages,
	forecasts,
	valueLedger,
	successPlans,
	milestones,
];
