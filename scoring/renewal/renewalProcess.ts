/** One step of the renewal process. */
export interface ProcessStep {
	/** 1 to 4 */
	readonly week: number;
	readonly id: 'executive' | 'technical' | 'commercial' | 'finalisation';
	readonly title: string;
	readonly text: string;
	readonly owner: 'csm' | 'ae';
}

const STEPS: readonly ProcessStep[] = [
	{
		week: 1,
		id: 'executive',
		title: 'Executive presentation',
		text: 'Present what was achieved to the sponsor: value against plan, what comes next, what the renewal asks for.',
		owner: 'csm',
	},
	{
		week: 2,
		id: 'technical',
		title: 'Technical validation',
		text: 'Validate the set-up for the next term with the technical lead: scope, integrations, open issues, capacity.',
		owner: 'csm',
	},
	{
		week: 3,
		id: 'commercial',
		title: 'Commercial agreement',
		text: 'Agree price, term and scope with who decides; answer procurement and legal.',
		owner: 'ae',
	},
	{
		week: 4,
		id: 'finalisation',
		title: 'Finalisation',
		text: 'Get the contract signed, enter it with previous_contract_id, announce the next term.',
		owner: 'ae',
	},
];

/**
 * The renewal process of 30 days by weeks: executive, technical, commercial, finalisation, with who leads each step (owners are a project choice).
 *
 * @example
 * renewalProcess().map((step) => step.id)
 * // => ['executive', 'technical', 'commercial', 'finalisation']
 */
export function renewalProcess(): readonly ProcessStep[] {
	return STEPS;
}
