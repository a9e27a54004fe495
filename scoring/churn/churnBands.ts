export type ChurnBandId = 'low' | 'moderate' | 'high' | 'critical';

export interface ChurnBand {
	readonly id: ChurnBandId;
	readonly label: string;
	/** Percent or points of risk from which it holds, inclusive. */
	readonly from: number;
	readonly action: string;
}

/**
 * Bands of a churn probability in percent and of a rule risk, worst first. Quarters of the scale (project choice) that agree with the
 * seed's example: risk 73 is "High Risk - Immediate Action Required", 78 % is "Critical", 39 was neither.
 */
export const CHURN_BANDS: readonly ChurnBand[] = [
	{ id: 'critical', label: 'Critical', from: 75, action: 'Escalate to an executive within 48 hours' },
	{ id: 'high', label: 'High', from: 50, action: 'Act now: start the retention playbook' },
	{ id: 'moderate', label: 'Moderate', from: 25, action: 'Talk to the champion and look at the reasons' },
	{ id: 'low', label: 'Low', from: 0, action: 'Keep watching' },
];
