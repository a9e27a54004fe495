import type { HealthInput } from './HealthScore';

/** The framework's sample account (Acme Healthcare), with what it tells about its metrics; executed examples use it. */
export const EXAMPLE_ACCOUNT: HealthInput = {
	accountId: 'CUST-001',
	asOfOn: '2024-01-15',
	observations: {
		active_users: { value: 85, observedOn: '2024-01-14', note: '17 of 20 licensed users' },
		feature_adoption: { value: 72, observedOn: '2024-01-14', note: '18 of 25 available features' },
		workflow_volume: { value: 78, observedOn: '2024-01-14', note: '39 of 50 monthly workflows' },
		time_to_value: 28,
		roi_demonstration: 150,
		expansion_velocity: 'two_plus_use_cases',
		nps_score: 8.5,
		security_compliance: 'fully_compliant',
	},
};
