import type { Band } from './Scorecard';

/** The health categories of the framework, word for word. Whole scores: 85-100, 70-84, 50-69, 0-49. */
export const HEALTH_BANDS: readonly Band[] = [
	{
		id: 'excellent',
		label: 'Excellent',
		from: 85,
		colour: '#10B981',
		colourName: 'Green',
		status: 'Healthy',
		action: 'Monitor and maintain engagement',
	},
	{
		id: 'good',
		label: 'Good',
		from: 70,
		colour: '#3B82F6',
		colourName: 'Blue',
		status: 'Good',
		action: 'Proactive engagement and growth planning',
	},
	{
		id: 'fair',
		label: 'Fair',
		from: 50,
		colour: '#F59E0B',
		colourName: 'Yellow',
		status: 'At Risk',
		action: 'Immediate attention and intervention required',
	},
	{
		id: 'poor',
		label: 'Poor',
		from: 0,
		colour: '#EF4444',
		colourName: 'Red',
		status: 'Critical',
		action: 'Urgent intervention and potential churn prevention',
	},
];
