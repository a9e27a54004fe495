import { addDays } from '../core/addDays';
import { activeOverride } from './activeOverride';
import type { CompiledScorecard } from './compileScorecard';
import type { ActionItem, Contribution, HealthInput } from './HealthScore';
import type { HealthNumbers } from './prepareHealthScorer';

type Route = Pick<ActionItem, 'type' | 'owner'>;

/** Who acts on what, by dimension id of the presets; anything else is the customer success manager's. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
	['product_usage', { type: 'Education', owner: 'Customer Success Manager' }],
	['usage', { type: 'Education', owner: 'Customer Success Manager' }],
	['technical_health', { type: 'Risk', owner: 'Solutions Engineer' }],
	['support', { type: 'Risk', owner: 'Solutions Engineer' }],
	['financial', { type: 'Risk', owner: 'Account Executive' }],
]);
const DEFAULT_ROUTE: Route = { type: 'Engagement', owner: 'Customer Success Manager' };

/** Metrics and dimensions whose good values are an opportunity and whose bad ones are nobody's fault. */
const GROWTH = new Set([
	'growth_potential',
	'upgrade_readiness',
	'account_expansion',
	'expansion_velocity',
	'expansion_budget_availability',
]);

const MOST_MEASURES = 3;
/** Points a term must cost to deserve work. */
const WORTH_DOING = 1;
/** Share of the weight that may be missing before somebody is asked to find it. */
const TOLERATED_GAP = 0.1;

interface Situation {
	readonly card: CompiledScorecard;
	readonly input: HealthInput;
	readonly numbers: HealthNumbers;
	readonly contributions: readonly Contribution[];
	readonly missing: readonly string[];
}

/**
 * What to do about a score, most urgent first; days count from the day of the score. The worst band goes to the executive sponsor within a day,
 * the two worst ask for a check-in call within 24 hours (below 70 in the framework), a cap asks for its cause, the three measures
 * that cost most (at least one point, below the second-best band) for improvement in a week or two, missing data for its source, and
 * a good growth answer in one of the two best bands is an opportunity for the account executive.
 *
 * @example
 * scoreHealth({ ...EXAMPLE_ACCOUNT, observations: { ...EXAMPLE_ACCOUNT.observations, urgent_ticket_hours: 71 } }, FRAMEWORK_SCORECARD).value.actions[0].dueOn
 * // => '2024-01-16'
 */
export function listActions(situation: Situation): ActionItem[] {
	return [
		...overrideActions(situation),
		...capActions(situation),
		...bandActions(situation),
		...measureActions(situation),
		...growthActions(situation),
		...dataActions(situation),
	];
}

function bandActions({ card, input, numbers }: Situation): ActionItem[] {
	const { bands } = card.scorecard;
	const fromWorst = numbers.bandIndex === null ? bands.length : bands.length - 1 - numbers.bandIndex;
	const band = bands[numbers.bandIndex ?? -1];
	if (band === undefined || fromWorst > 1 || bands.length < 3) return [];
	const call = item(
		'high',
		'Risk',
		'Customer Success Manager',
		'Check-in call',
		`${band.status}: ${band.action}`,
		input,
		1,
	);
	if (fromWorst > 0) return [call];
	const title = 'Executive outreach';
	return [item('high', 'Risk', 'Executive Sponsor', title, `${band.status}: ${band.action}`, input, 1), call];
}

function capActions({ input, contributions }: Situation): ActionItem[] {
	return contributions
		.filter((term) => term.kind === 'cap')
		.map((term) =>
			item('high', 'Risk', 'Customer Success Manager', `Resolve: ${term.label}`, term.words, input, 1),
		);
}

function measureActions({ card, input, contributions }: Situation): ActionItem[] {
	const { bands } = card.scorecard;
	const enough = bands[Math.min(1, bands.length - 1)]?.from ?? 0;
	const fixed = new Set(card.metrics.filter(({ metric }) => metric.fixed === true).map(({ id }) => id));
	return contributions
		.filter((term) => term.points !== null && term.points < enough && term.lost >= WORTH_DOING)
		.filter((term) => !fixed.has(term.id) && !GROWTH.has(term.id) && !GROWTH.has(term.dimensionId ?? ''))
		.sort((left, right) => right.lost - left.lost)
		.slice(0, MOST_MEASURES)
		.map((term) => {
			const { type, owner } = ROUTES.get(term.dimensionId ?? '') ?? DEFAULT_ROUTE;
			const urgent = (term.points as number) < (bands.at(-2)?.from ?? 0);
			return item(
				urgent ? 'high' : 'medium',
				type,
				owner,
				`Improve: ${term.label}`,
				term.words,
				input,
				urgent ? 7 : 14,
			);
		});
}

function growthActions({ card, input, numbers, contributions }: Situation): ActionItem[] {
	const good = card.scorecard.bands[1]?.from ?? 0;
	if (numbers.bandIndex === null || numbers.bandIndex > 1) return [];
	return contributions
		.filter((term) => GROWTH.has(term.id) && term.points !== null && term.points >= good)
		.slice(0, 1)
		.map((term) => {
			const description = term.words.replace(/: costs.*$/, '');
			return item(
				'medium',
				'Expansion',
				'Account Executive',
				`Discuss growth: ${term.label}`,
				description,
				input,
				14,
			);
		});
}

function dataActions({ input, numbers, missing }: Situation): ActionItem[] {
	if (missing.length === 0 || numbers.coverage > 1 - TOLERATED_GAP) return [];
	const urgent = numbers.value === null;
	const share = Math.round((1 - numbers.coverage) * 100);
	const description = `${share} % of the score rests on nothing yet: ${missing.join(', ')}`;
	const owner = 'Customer Success Operations';
	return [
		item(urgent ? 'high' : 'low', 'Data', owner, 'Complete the data', description, input, urgent ? 7 : 30),
	];
}

function overrideActions({ input }: Situation): ActionItem[] {
	const override = activeOverride(input);
	if (override === null) return [];
	const description = `Set by hand to ${override.value}: ${override.reason}`;
	const review = item(
		'medium',
		'Data',
		'Customer Success Manager',
		'Review the manual override',
		description,
		input,
		0,
	);
	return [{ ...review, dueOn: override.expiresOn, status: 'Scheduled' }];
}

function item(
	priority: ActionItem['priority'],
	type: ActionItem['type'],
	owner: ActionItem['owner'],
	title: string,
	description: string,
	input: HealthInput,
	inDays: number,
): ActionItem {
	return {
		priority,
		type,
		title,
		description,
		owner,
		dueOn: addDays(input.asOfOn, inDays),
		status: 'Pending',
	};
}
