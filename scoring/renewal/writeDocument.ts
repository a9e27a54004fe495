import { addDays } from '../core/addDays';
import { addMonths } from './addMonths';
import { formatMinor } from './formatMinor';
import type { RenewalDocument, RenewalTerms } from './RenewalDocument';
import type { RenewalPlan } from './RenewalPlan';
import { listAlternatives } from './listAlternatives';

export interface DocumentSettings {
	/** Length of the next term; null: as the present one. */
	readonly termMonths: number | null;
}

const percent = (rate: number): string => `${Math.floor(rate * 1000 + 0.5) / 10} %`;

/**
 * The data of a renewal document: a story of four slides, the terms of the next contract, risks with what is done about them, and alternatives. Every
 * number comes from the plan; what was not observed is left out. The customer sees the slides: neither probability nor strategy, nor why an
 * incentive is offered, stands in them; risks are for the own team. null when nothing is due.
 */
export function writeDocument(plan: RenewalPlan, settings: DocumentSettings): RenewalDocument | null {
	if (!plan.due) return null;
	const name = plan.account?.name ?? plan.contract.accountId;
	return {
		title: `${name}: results and renewal`,
		slides: [
			{ title: 'Executive Summary', points: summary(plan) },
			{ title: 'Quantified Success Metrics', points: results(plan) },
			{ title: 'Strategic Enhancement Opportunities', points: growth(plan) },
			{ title: 'Partnership Value and Investment', points: investment(plan) },
		],
		terms: termsOf(plan, settings),
		risks: risksOf(plan),
		alternatives: listAlternatives(plan),
	};
}

const money = (minor: number, currency: string | null): string =>
	`${formatMinor(minor, currency)} ${currency ?? ''}`.trim();

function summary({ term, amount, structure }: RenewalPlan): string[] {
	const { arrMinor, currency } = amount;
	return [
		`The contract ends on ${term.endsOn}.`,
		arrMinor === null ? '' : `Today: ${money(arrMinor, currency)} a year.`,
		structure === null ? '' : `Proposed: ${money(structure.proposedMinor, currency)} a year.`,
	].filter((point) => point !== '');
}

function results({ account }: RenewalPlan): string[] {
	const facts = account?.facts;
	if (facts === undefined) return [];
	return [
		facts.roiRate === null ? '' : `Value over cost (gross ROI): ${percent(facts.roiRate)}.`,
		facts.nps === null ? '' : `NPS: ${Math.floor(facts.nps * 10 + 0.5) / 10} of 10.`,
		facts.health === null ? '' : `Health score: ${Math.floor(facts.health + 0.5)} of 100.`,
		facts.executiveAdvocacy === true ? 'An executive of the customer speaks for us.' : '',
	].filter((point) => point !== '');
}

function growth({ structure }: RenewalPlan): string[] {
	return (structure?.parts ?? [])
		.filter(({ kind }) => kind === 'expansion')
		.map(({ label, amountMinor }) => `${label}: ${money(amountMinor, structure?.currency ?? null)} a year.`);
}

function investment({ structure, price, incentives }: RenewalPlan): string[] {
	const points = (structure?.parts ?? []).map(
		({ label, amountMinor }) => `${label}: ${money(amountMinor, structure?.currency ?? null)}`,
	);
	if (structure !== null) {
		const change =
			structure.changeRate === null
				? ''
				: `, ${structure.changeRate < 0 ? '' : '+'}${percent(structure.changeRate)}`;
		points.push(`In all: ${money(structure.proposedMinor, structure.currency)}${change}`);
	}
	if (price.words !== null) points.push(`${price.words.charAt(0).toUpperCase()}${price.words.slice(1)}`);
	for (const { kind, rate } of incentives) {
		const name = kind.replace(/_/g, ' ');
		points.push(`${name.charAt(0).toUpperCase()}${name.slice(1)}${rate === null ? '' : ` ${percent(rate)}`}`);
	}
	return points;
}

function termsOf(plan: RenewalPlan, settings: DocumentSettings): RenewalTerms {
	const { contract, renewalOn, term, structure, amount } = plan;
	const months = settings.termMonths ?? term.months;
	return {
		startsOn: renewalOn,
		endsOn: renewalOn === null || months === null ? null : addDays(addMonths(renewalOn, months), -1),
		months,
		amountMinor: structure?.proposedMinor ?? null,
		currency: amount.currency,
		upliftRate: contract.upliftRate,
		noticeDays: contract.noticeDays,
		autoRenew: contract.autoRenew,
		points: ['Quarterly business reviews', 'Success metrics agreed for the term, reviewed each quarter'],
	};
}

function risksOf({ assessment, price, account }: RenewalPlan): RenewalDocument['risks'] {
	const trend = account?.facts.health ?? null;
	return [
		{
			risk: 'Budget scrutiny',
			level:
				assessment.priceSensitivity ??
				(price.covered === false ? 'not covered by the approved budget' : null),
			mitigation:
				'Show the measured value beside the price; agree the business case with who holds the budget.',
		},
		{
			risk: 'Technology changes',
			level: trend === null ? null : `health ${Math.floor(trend + 0.5)}`,
			mitigation: 'Validate integrations and road map with the technical lead in week 2.',
		},
		{
			risk: 'Competitive evaluation',
			level: assessment.competitiveRisk,
			mitigation: 'Compare cost of switching, time and proven results; offer a reference of the same kind.',
		},
	];
}
