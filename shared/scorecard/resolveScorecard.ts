import type { Outcome } from '../../scoring/core/issue';
import { findScorecardFaults } from '../../scoring/health/findScorecardFaults';
import {
	CRM_SCORECARD,
	FRAMEWORK_SCORECARD,
	HEALTH_PRESETS,
	SUB_SCORE_SCORECARD,
} from '../../scoring/health/presets';
import type { Scorecard } from '../../scoring/health/Scorecard';
import { buildScorecard, type CustomDimension } from './buildScorecard';
import { parseScorecard } from './parseScorecard';
import { weighPreset } from './weighPreset';

/** Ready-made scorecards by the name they have in the panel. */
export const PANEL_PRESETS = {
	crm: CRM_SCORECARD,
	framework: FRAMEWORK_SCORECARD,
	subScores: SUB_SCORE_SCORECARD,
} as const;

export type PresetKind = keyof typeof PANEL_PRESETS;

/** What a scorecard is blind to, where that is more than missing data; the run's hint says it. */
const BLIND: Readonly<Partial<Record<PresetKind, string>>> = {
	crm: 'it cannot see product usage, business value, surveys or technical health, which a CRM does not hold',
};

/** What the panel says about the scorecard. */
export interface ScorecardChoice {
	readonly kind: PresetKind | 'custom' | 'json';
	/** For presets: percent by dimension id. */
	readonly weights: Readonly<Record<string, number>>;
	readonly custom: readonly CustomDimension[];
	readonly json: unknown;
	/** Scorecard of the settings table; null, '' and 'null' mean: as chosen in the panel. */
	readonly fromSettings: unknown;
	/** 0 to 1; null: as the scorecard says. */
	readonly minCoverage: number | null;
}

export interface ResolvedScorecard {
	readonly scorecard: Scorecard;
	/** The scorecards lifecycle rules may choose, by id. */
	readonly alternatives: Readonly<Record<string, Scorecard>>;
	/** Item field by metric id, where it is not the metric's own name. */
	readonly fields: Readonly<Record<string, string>>;
	/** Which one it is, for the hint. */
	readonly words: string;
}

const isBlank = (value: unknown): boolean =>
	value === null || value === undefined || (typeof value === 'string' && /^\s*(null)?\s*$/.test(value));

const PERCENT = 100;

/**
 * The scorecard to score with: that of the settings when there is one, else the one of the panel. It has been checked: what comes
 * back can be scored with.
 */
export function resolveScorecard(choice: ScorecardChoice): Outcome<ResolvedScorecard> {
	const chosen = isBlank(choice.fromSettings)
		? fromPanel(choice)
		: fromJson(choice.fromSettings, 'from the settings');
	if (!chosen.ok) return chosen;
	const { scorecard, fields, words } = chosen.value;
	const covered = (card: Scorecard): Scorecard =>
		choice.minCoverage === null ? card : { ...card, minCoverage: choice.minCoverage };
	const final = covered(scorecard);
	const issues = findScorecardFaults(final);
	if (issues.length > 0) return { ok: false, issues };

	const alternatives = Object.fromEntries(
		Object.entries(HEALTH_PRESETS).map(([id, card]) => [id, covered(card)]),
	);
	return { ok: true, value: { scorecard: final, alternatives, fields, words }, warnings: [] };
}

type Chosen = Outcome<Pick<ResolvedScorecard, 'scorecard' | 'fields' | 'words'>>;

function fromPanel(choice: ScorecardChoice): Chosen {
	if (choice.kind === 'json') return fromJson(choice.json, 'from JSON');
	if (choice.kind === 'custom') {
		const { scorecard, fields } = buildScorecard(choice.custom, choice.minCoverage ?? 0.4);
		return { ok: true, value: { scorecard, fields, words: scorecard.name }, warnings: [] };
	}
	const preset = PANEL_PRESETS[choice.kind];
	const shares = Object.fromEntries(
		Object.entries(choice.weights).map(([id, percent]) => [id, percent / PERCENT]),
	);
	const scorecard = weighPreset(preset, shares);
	const weighed = scorecard === preset ? '' : ', with the weights of the panel';
	const blind = BLIND[choice.kind];
	const words = `${preset.name}${weighed}${blind === undefined ? '' : `; ${blind}`}`;
	return { ok: true, value: { scorecard, fields: {}, words }, warnings: [] };
}

function fromJson(json: unknown, source: string): Chosen {
	const parsed = parseScorecard(json);
	if (!parsed.ok) return parsed;
	return {
		ok: true,
		value: { scorecard: parsed.value, fields: {}, words: `${parsed.value.name}, ${source}` },
		warnings: [],
	};
}
