// Fills the Airtable fake with the tables of a customer-success base, as a person would have made them by hand.
import { FakeBase, type FakeTable } from './airtableBase';

const SELECTS: Readonly<Record<string, string>> = {
	Tier: 'community starter professional enterprise',
	Stage: 'onboarding adoption growth renewal churned',
	'Health Band': 'excellent good fair poor',
	'Health Trend': 'improving stable declining critical',
	'Health Confidence': 'high medium low',
	Period: 'day week month quarter',
	Priority: 'low medium high urgent critical',
	'Tickets.Status': 'open pending resolved closed',
	'Subscriptions.Status': 'draft active ended terminated',
	'Tasks.Status': 'open done cancelled',
	'Deals.Stage': 'identified qualified developing proposing negotiating closed_won closed_lost',
	'Deals.Type': 'new renewal expansion',
};

/** `Name` text, `Name#` number, `Name%` percent, `Name@` date, `Name@@` date and time, `Name?` select, `Name!` checkbox, `Name>` link. */
const TABLES: Readonly<Record<string, string>> = {
	Accounts:
		'Account ID|Name|Domain|Tier?|Segment|Industry|Country|CSM|ARR#|Currency|Plan|Seats#|Start Date@|Renewal Date@|Stage?',
	Contacts: 'Name|Account ID|Account>|Email|Title|Role|Last Contact@@|Opted Out@@',
	Usage:
		'Account ID|Account>|Date@|Period?|Metric|Value#|Active Users#|Licensed Users#|Sessions#|Features Used#|Features Available#|API Calls#|Errors#',
	Tickets:
		'Subject|Account ID|Account>|Status?|Priority?|Category|Opened@@|First Response@@|Resolved@@|CSAT#|Escalated!',
	Subscriptions:
		'Plan|Account ID|Account>|Status?|Quantity#|Unit Price#|ARR#|Currency|Start Date@|End Date@|Auto Renew!|Notice Days#',
	Deals: 'Name|Account ID|Account>|Type?|Stage?|Amount#|Currency|Close Date@|Owner',
	Tasks: 'Title|Account ID|Account>|Text|Priority?|Status?|Due Date@|Owner|Closed@@|Outcome|Effect Key',
};
const RESULTS =
	'Health Score#|Health Band?|Health Trend?|Health Confidence?|Health Coverage%|Score Date@|Reasons|Churn Prob%|Row Hash';

const TYPES: Readonly<Record<string, string>> = {
	'': 'singleLineText',
	'#': 'number',
	'%': 'percent',
	'@': 'date',
	'@@': 'dateTime',
	'?': 'singleSelect',
	'!': 'checkbox',
	'>': 'multipleRecordLinks',
};

function addColumns(base: FakeBase, table: FakeTable, designs: string): void {
	for (const design of designs.split('|')) {
		const [, name = '', sign = ''] = /^(.*?)([#%@?!>]*)$/.exec(design) ?? [];
		const type = TYPES[sign] ?? 'singleLineText';
		const choices = (SELECTS[`${table.name}.${name}`] ?? SELECTS[name] ?? '').split(' ');
		const options =
			type === 'singleSelect'
				? { choices: choices.map((choice) => ({ name: choice })) }
				: type === 'multipleRecordLinks'
					? { linkedTableId: base.tables[0]?.id }
					: type === 'number'
						? { precision: 2 }
						: undefined;
		base.addColumn(table, name, type, options);
	}
}

/** Tables without records; `prepared` false: as before the write-back was set up, without our columns and without `Tasks`. */
export function seedTables(base: FakeBase, prepared: boolean, accountTable = 'Accounts'): void {
	for (const [name, designs] of Object.entries(TABLES)) {
		if (name === 'Tasks' && !prepared) continue;
		const isAccounts = name === 'Accounts';
		const table = base.addTable(isAccounts ? accountTable : name);
		const own = accountTable === 'Customer Assets' ? designs.replace(/Account ID/, 'Customer ID') : designs;
		addColumns(base, table, isAccounts ? own : designs);
		if (!prepared) continue;
		if (isAccounts) addColumns(base, table, RESULTS);
		if (name === 'Deals') addColumns(base, table, 'Effect Key');
		base.addColumn(table, 'Last Modified', 'lastModifiedTime', { referencedFieldIds: [] });
	}
}

/** The cells of account number n, by column name. */
export function accountCells(n: number): Record<string, unknown> {
	return {
		'Account ID': `CUST_${String(n).padStart(4, '0')}`,
		Name: `Customer ${n}`,
		Domain: `customer${n}.example`,
		Tier: ['starter', 'professional', 'enterprise'][n % 3],
		Segment: 'mid_market',
		CSM: `csm${n % 3}@example.com`,
		ARR: 12_000 + n,
		Currency: 'EUR',
		Plan: 'Pro',
		Seats: 10 + (n % 40),
		'Start Date': '2024-01-15',
		'Renewal Date': '2027-01-14',
		Stage: 'adoption',
	};
}

/** Contacts, tickets and deals of an account, and its usage and subscription. */
export function seedChildren(base: FakeBase, accountId: string, n: number, each: number): void {
	const own = `CUST_${String(n).padStart(4, '0')}`;
	const link = { 'Account ID': own, Account: [accountId] };
	const into = (name: string, cells: Record<string, unknown>) => {
		const table = base.table(name);
		if (table) base.insert(table, cells);
	};
	for (let at = 1; at <= each; at++) {
		into('Contacts', {
			Name: `Person ${n}-${at}`,
			...link,
			Email: `person${n}.${at}@customer${n}.example`,
			Role: 'user',
		});
		into('Tickets', {
			Subject: `Ticket ${at}`,
			...link,
			Status: 'open',
			Priority: 'high',
			Opened: '2026-11-10T09:00:00.000Z',
		});
		into('Deals', {
			Name: `Deal ${at}`,
			...link,
			Type: 'renewal',
			Stage: 'qualified',
			Amount: 5000,
			Currency: 'EUR',
			'Close Date': '2027-01-10',
		});
	}
	into('Usage', {
		...link,
		Date: '2026-11-16',
		Period: 'week',
		'Active Users': 7,
		'Licensed Users': 10,
		Sessions: 55,
	});
	into('Subscriptions', {
		Plan: 'Pro',
		...link,
		Status: 'active',
		Quantity: 10,
		'Unit Price': 100,
		ARR: 12_000,
		Currency: 'EUR',
		'Start Date': '2026-01-15',
		'End Date': '2027-01-14',
		'Auto Renew': true,
	});
}
