import type { SignalRule } from './Signal';

const TALKS = [
	{ table: 'interactions', columns: ['text'] },
	{ table: 'surveyAnswers', columns: ['text'] },
] as const;

const base = { family: 'market', halfLifeDays: 45, threshold: 'project' } as const;
const mention = (pattern: RegExp) =>
	({ kind: 'mention', where: TALKS, pattern, days: 90, fewest: 1 }) as const;

/** What people said, and new contacts: requests, hiring, regions, regulation, competitors, technology. Thresholds are choices of this project. */
export const MARKET_SIGNALS: readonly SignalRule[] = [
	{
		...base,
		id: 'feature_requests',
		label: 'Feature requests',
		family: 'product',
		test: {
			kind: 'mention',
			where: [{ table: 'tickets', columns: ['category'] }],
			pattern: /feature|enhancement|request|idea/i,
			days: 90,
			fewest: 2,
		},
		type: 'add_on',
		source: 'feature_request',
	},
	{
		...base,
		id: 'asks_for_product',
		label: 'Asked for a product or connector',
		family: 'product',
		test: mention(
			/\b(asked (about|for) (the |a )?(new )?(connector|module|feature|integration|add-?on)|can (it|you) also)\b/i,
		),
		type: 'add_on',
		source: 'feature_request',
	},
	{
		...base,
		id: 'other_team_interested',
		label: 'Another team is interested',
		family: 'team',
		test: mention(
			/\b(second|another|other|new) (team|department|business unit|division)s? (is|are|want|wants|asked|interested|joins?)\b/i,
		),
		type: 'new_use_case',
		source: 'new_team',
	},
	{
		...base,
		id: 'new_region_named',
		label: 'New region or office named',
		family: 'region',
		test: mention(
			/\b(new (office|region|country|market|subsidiary)\b(?! (filter|setting|field|report|view|column|list|page|feature|rule|code))|expand(ing|s)? (in)?to (europe|asia|the us|emea|apac|latam|\w+ market))\b/i,
		),
		type: 'geographic',
		source: 'new_region',
		halfLifeDays: 90,
	},
	{
		...base,
		id: 'hiring_named',
		label: 'Hiring for roles that use it',
		family: 'team',
		test: mention(/\b(new hires?|hiring|job postings?|growing the team|doubl(e|ing) the team)\b/i),
		type: 'upsell',
		source: 'new_team',
		halfLifeDays: 60,
	},
	{
		...base,
		id: 'replaces_competitor',
		label: 'Wants to replace another tool',
		test: mention(
			/\b(replac(e|ing)|switch(ing)? (away )?from|consolidat(e|ing)|retir(e|ing)) (\w+ ){0,3}(tool|vendor|platform|provider|system|contract)s?\b/i,
		),
		type: 'cross_sell',
		source: 'competitive_displacement',
	},
	{
		...base,
		id: 'regulation_named',
		label: 'New regulation to meet',
		test: mention(
			/\b(new (regulation|compliance (rule|requirement))s?|gdpr|dora|nis ?2|hipaa|sox) (scope|applies|deadline|audit|requirement)s?\b/i,
		),
		type: 'add_on',
		source: 'feature_request',
		halfLifeDays: 90,
	},
	{
		...base,
		id: 'competitive_pressure_named',
		label: 'Under pressure from competitors',
		test: mention(
			/\b((pressure from|losing (deals|customers|ground) to|keep(ing)? up with|behind) (\w+ ){0,2}competit(ors?|ion))\b/i,
		),
		type: 'add_on',
		source: 'competitive_displacement',
	},
	{
		...base,
		id: 'market_opportunity_named',
		label: 'New business of the customer named',
		test: mention(
			/\b(new (product|business) lines?|new line of business|market opportunit(y|ies)|acqui(red|ring|sition of) (\w+ ){0,2}(company|business|firm|competitor)|merger with)\b/i,
		),
		type: 'new_use_case',
		source: 'new_team',
		halfLifeDays: 90,
	},
	{
		...base,
		id: 'technology_named',
		label: 'Brings in new technology',
		test: mention(
			/\b((migrat(e|ing|ion)|mov(e|ing)) (\w+ ){0,3}to (the cloud|snowflake|databricks|aws|azure|gcp)|new (crm|erp|data (warehouse|lake|platform)))\b/i,
		),
		type: 'cross_sell',
		source: 'usage_growth',
	},
	{
		...base,
		id: 'new_executive',
		label: 'New decision maker',
		family: 'team',
		test: { kind: 'contact', what: 'decision_maker', days: 90 },
		type: 'new_use_case',
		source: 'new_team',
		halfLifeDays: 60,
	},
	{
		...base,
		id: 'contact_in_new_region',
		label: 'First contact in another part of the world',
		family: 'region',
		test: { kind: 'contact', what: 'region', days: 90 },
		type: 'geographic',
		source: 'new_region',
		halfLifeDays: 90,
	},
];
