import { dayNumber } from '../core/dayNumber';
import type { Issue, Outcome } from '../core/issue';
import { continueSurvival } from '../learn/continueSurvival';
import { encodeTable } from '../learn/encodeTable';
import type { HazardCurves } from '../learn/Hazard';
import { predictHazard } from '../learn/predictHazard';
import type { Steps } from '../learn/Steps';
import { ageInMonths } from './ageInMonths';
import { checkLifetimeInput } from './checkLifetimeInput';
import { judgeHazard } from './judgeHazard';
import { lifeCurves } from './lifeCurves';
import { lifeTable } from './lifeTable';
import type {
	AccountLifetime,
	HazardJudgement,
	LifeCurves,
	LifetimeOptions,
	LifetimeReport,
	PresentAccount,
} from './Lifetime';
import { noteLives } from './noteLives';
import { readLives } from './readLives';
import { readStaticColumns } from './readStaticColumns';
import type { SnapshotPortfolio } from './SnapshotOptions';
import { summariseLife } from './summariseLife';
import { tabulateCurve } from './tabulateCurve';
import { tellLifetime, type LifetimeSource } from './tellLifetime';
import { wordCount } from '../core/wordCount';

const ACCOUNTS_PER_STEP = 500;
/** Normal quantile of 95 %: intervals of 90 %. */
const Z = 1.6448536269514722;

/**
 * How long accounts stay: a Kaplan-Meier curve of all and of each group (in calendar months since the start), what it says of each account that is there today, and a summary. A
 * model of time to churn takes the place of the curves where it is better on accounts it has not seen (`judgeHazard`). Who counts, and since when, says `readLives`. With fewer than five
 * churns there is no curve, only a base rate.
 *
 * @example
 * estimateLifetimes({ accounts: [], records: new Map(), outcomes: [] }, { asOfOn: '2026-01-15' }).next().value.ok
 * // => false
 */
export function* estimateLifetimes(
	portfolio: SnapshotPortfolio,
	options: LifetimeOptions,
): Steps<Outcome<LifetimeReport>> {
	const faults = checkLifetimeInput(portfolio, options);
	if (faults.length > 0) return { ok: false, issues: faults };
	const { asOfOn, groupBy = '', horizonMonths = 12, z = Z, staticColumns = [] } = options;
	const read = yield* readLives(portfolio, options);
	const curves = yield* lifeCurves(read.lives, z);
	const fixed = readStaticColumns(
		[groupBy, ...staticColumns].filter((name) => name !== ''),
		portfolio.accounts,
		new Set(),
	);
	const hazard = yield* judgeHazard(read.lives, fixed.columns);
	const all = summariseLife(curves.all, horizonMonths, z);
	const today = dayNumber(asOfOn) ?? 0;
	const tell = { today, horizonMonths, z };
	const model = yield* predictPresent(read.present, hazard);
	const accounts: AccountLifetime[] = [];
	for (const [row, present] of read.present.entries()) {
		if (row % ACCOUNTS_PER_STEP === 0) {
			yield { stage: 'estimating lifetimes', done: row, total: read.present.length };
		}
		const source = chooseSource(present, curves, options, tell);
		const chosen =
			source === null || model === null
				? source
				: {
						...source,
						model: { curves: model, row },
						basisText: `Model of time to churn from ${hazard.columns.join(', ')}`,
					};
		accounts.push(tellLifetime(present, chosen, all.text, tell));
	}
	const notes = [...read.notes, ...noteLives(read), ...fixed.notes, ...noteGroups(curves)];
	const report: LifetimeReport = {
		accounts,
		curve: [curves.all, ...curves.groups].flatMap((one) => tabulateCurve(one, z)),
		all,
		groups: curves.groups.map((group) => summariseLife(group, horizonMonths, z)),
		hazard,
		read,
		notes,
	};
	return { ok: true, value: report, warnings: notes };
}

/** The curve of the account's group where it has one that goes far enough, else that of all. */
function chooseSource(
	{ group, startDay }: PresentAccount,
	{ all, groups }: LifeCurves,
	{ groupBy = '' }: LifetimeOptions,
	{ today, z }: { readonly today: number; readonly z: number },
): LifetimeSource | null {
	if (all.curve === null) return null;
	const name = `${groupBy} ${group ?? ''}`;
	const own = group === null ? undefined : groups.find((one) => one.group === group);
	const size = ({ lives, churned }: { lives: number; churned: number }): string =>
		`${wordCount(lives, 'account')}, ${churned} churned`;
	if (own?.curve && startDay !== null) {
		const [age, soon] = [ageInMonths(startDay, today), ageInMonths(startDay, today + 90)];
		if (continueSurvival(own.curve, age, soon, z) !== null)
			return {
				from: { ...own, curve: own.curve },
				model: null,
				basisText: `Kaplan-Meier curve of ${name} (${size(own)})`,
			};
	}
	const why =
		own === undefined
			? ''
			: own.curve === null
				? `; ${name} has too few churns (${own.churned}) for its own`
				: `; that of ${name} does not go far enough`;
	return {
		from: { ...all, curve: all.curve },
		model: null,
		basisText: `Kaplan-Meier curve of all (${size(all)})${why}`,
	};
}

/** The model's curves of the accounts that are there today, in their order; null when the plain curves tell. */
function* predictPresent(
	present: readonly PresentAccount[],
	{ model }: HazardJudgement,
): Steps<HazardCurves | null> {
	if (model === null) return null;
	const names = model.schema.fields.map(({ name }) => name);
	const table = lifeTable(
		present.map(({ account }) => account),
		names,
	);
	const encoded = yield* encodeTable(table, model.schema);
	return encoded.ok ? yield* predictHazard(model.hazard, encoded.value) : null;
}

function noteGroups({ groupsLeftOut }: LifeCurves): Issue[] {
	if (groupsLeftOut === 0) return [];
	const message = `There are ${groupsLeftOut} more groups than the 50 that are told apart; their accounts count among all`;
	return [
		{
			code: 'many-groups',
			path: 'groupBy',
			message,
			remedy: 'Group by a column with fewer values, such as segment or tier',
			severity: 'warning',
		},
	];
}
