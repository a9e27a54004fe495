import type { Random } from './createRandom';
import type { Life } from './Life';
import type { Review } from './PortfolioRows';
import type { Profile } from './profileAccount';

/** Days between two reviews of an account by its CSM. */
const CADENCE = { community: 80, starter: 42, professional: 26, enterprise: 18 } as const;

interface Subject {
	readonly id: string;
	/** From best to worst. */
	readonly answers: readonly [string, string, string, string];
	/** What is judged, in standard deviations; only loosely what drives renewals. */
	readonly level: (life: Life, week: number) => number;
	/** A level above each limit earns the answer. */
	readonly limits: readonly [number, number, number];
}

const at = (values: ArrayLike<number>, week: number): number => values[week] ?? 0;
const subject = (
	id: string,
	answers: Subject['answers'],
	limits: Subject['limits'],
	level: Subject['level'],
): Subject => ({ id, answers, limits, level });

const SUBJECTS: readonly Subject[] = [
	subject(
		'expansion_velocity',
		['two_plus_use_cases', 'one_use_case', 'planning', 'none'],
		[0.85, 0, -0.9],
		(life, week) => 0.8 * at(life.value, week) + 0.2 * at(life.champion, week),
	),
	subject(
		'support_interaction',
		['proactive', 'regular', 'responsive', 'none'],
		[0.5, -0.35, -1.2],
		(life, week) => 0.6 * at(life.value, week) + 0.6 * at(life.champion, week) - 0.4,
	),
	subject(
		'product_feedback',
		['detailed', 'general', 'minimal', 'none'],
		[0.5, -0.35, -1.2],
		(life, week) => 0.6 * at(life.value, week) + 0.4 * at(life.champion, week) - 0.3,
	),
	subject(
		'integration_status',
		['all_successful', 'major_successful', 'some_issues', 'significant_problems'],
		[0.15, -0.65, -1.4],
		(life, week) => 0.5 * life.fit - 0.6 * at(life.pain, week) + 0.3,
	),
	subject(
		'performance',
		['consistent', 'occasional_issues', 'frequent_issues', 'persistent_problems'],
		[0.15, -0.65, -1.4],
		(life, week) => -0.9 * at(life.pain, week) + 0.4,
	),
	subject(
		'security_compliance',
		['fully_compliant', 'minor_recommendations', 'some_gaps', 'significant_issues'],
		[0, -0.9, -1.7],
		(life) => 0.2 * life.fit,
	),
	subject(
		'upgrade_readiness',
		['actively_planning', 'considering', 'open', 'not_interested'],
		[0.95, 0.1, -0.9],
		(life, week) => 0.6 * at(life.value, week) - 0.3 * life.pricePressure + 0.2,
	),
	subject(
		'account_expansion',
		['multiple_units', 'additional_departments', 'some_opportunities', 'limited'],
		[0.85, 0.05, -0.9],
		(life, week) => 0.5 * at(life.value, week) + 0.3 * at(life.champion, week) - 0.1,
	),
];

function answerTo({ answers, limits, level }: Subject, seen: number, life: Life, week: number): string {
	const judged = level(life, week) + seen;
	const rank = limits.findIndex((limit) => judged > limit);
	return answers[rank < 0 ? 3 : (rank as 0 | 1 | 2)];
}

/** Return on the subscription in percent; some can only be put in words. */
function demonstratedRoi(life: Life, week: number, random: Random): number | string {
	const roi = Math.round(135 + 95 * at(life.value, week) + 55 * random.normal());
	if (random.chance(0.07)) return roi > 0 ? 'qualitative' : 'none';
	return Math.min(600, Math.max(-80, roi));
}

/**
 * What CSMs wrote down about the account, review by review: each sees it through a bias of its own and with noise, not every subject
 * every time, not before a month has passed; free accounts are mostly not reviewed at all, and some CSMs stopped long ago.
 */
export function writeReviews(profile: Profile, life: Life, random: Random): Review[] {
	if (random.chance(profile.tier === 'community' ? 0.62 : 0.025)) return [];
	const bias = 0.3 * random.normal();
	const opinion = SUBJECTS.map(() => 0.3 * random.normal());
	const neglectedFrom = random.chance(0.04) ? life.asOf - random.integer(130, 300) : Infinity;
	const measuresRoi = random.chance(
		{ community: 0.2, starter: 0.6, professional: 0.85, enterprise: 0.95 }[profile.tier],
	);
	const reviews: Review[] = [];
	let day = Math.max(
		life.firstMonday + random.integer(0, CADENCE[profile.tier]),
		life.startedOn + random.integer(25, 45),
	);
	for (; day < neglectedFrom; day += Math.round(CADENCE[profile.tier] * random.between(0.7, 1.3))) {
		day = onWeekday(day);
		if (day > life.asOf || (life.endedOn !== null && day > life.endedOn)) break;
		const week = Math.floor((day - life.firstMonday) / 7);
		const values: Record<string, string | number> = {};
		SUBJECTS.forEach((topic, index) => {
			if (reviews.length > 0 && !random.chance(0.75)) return;
			const seen = bias + (opinion[index] ?? 0) + 0.7 * random.normal();
			values[topic.id] = answerTo(topic, seen, life, week);
		});
		const measured = measuresRoi && day > life.startedOn + 80 && random.chance(0.5);
		if (measured) values.roi_demonstration = demonstratedRoi(life, week, random);
		reviews.push({ day, values });
	}
	return reviews;
}

/** Saturday and Sunday become Monday. */
function onWeekday(day: number): number {
	const weekday = (day + 3) % 7;
	return weekday > 4 ? day + 7 - weekday : day;
}
