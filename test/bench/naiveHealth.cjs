// Peer of the benchmark: the framework scorecard as it is usually written in a spreadsheet or an n8n Code node. A missing measure
// counts as 0, there is no coverage, no bounds, no reasons. The same text runs in the Code node of the bench workflow.
function naiveHealth(item) {
	const line = (value, anchors) => {
		const v = Number(value) || 0;
		if (v <= anchors[0][0]) return anchors[0][1];
		for (let i = 1; i < anchors.length; i++) {
			const [x0, y0] = anchors[i - 1];
			const [x1, y1] = anchors[i];
			if (v <= x1) return y0 + ((v - x0) / (x1 - x0)) * (y1 - y0);
		}
		return anchors[anchors.length - 1][1];
	};
	const word = (value, words) => words[value] || 0;
	const share = [
		[0, 0],
		[40, 50],
		[60, 70],
		[80, 85],
		[100, 100],
	];
	const usage =
		(line(item.active_users, share) +
			line(item.feature_adoption, [
				[0, 0],
				[30, 50],
				[50, 70],
				[70, 85],
				[100, 100],
			]) +
			line(item.workflow_volume, share)) /
		3;
	const value =
		(line(item.time_to_value, [
			[0, 100],
			[30, 85],
			[60, 70],
			[90, 50],
			[180, 0],
		]) +
			line(item.roi_demonstration, [
				[-100, 0],
				[0, 50],
				[100, 70],
				[200, 85],
				[400, 100],
			]) +
			word(item.expansion_velocity, { two_plus_use_cases: 95, one_use_case: 77, planning: 60, none: 25 })) /
		3;
	const engagement =
		(word(item.support_interaction, { proactive: 95, regular: 77, responsive: 60, none: 25 }) +
			line(item.nps_score, [
				[0, 0],
				[5, 45],
				[6, 70],
				[8, 85],
				[10, 100],
			]) +
			word(item.product_feedback, { detailed: 95, general: 77, minimal: 60, none: 25 })) /
		3;
	const technical =
		(word(item.integration_status, {
			all_successful: 95,
			major_successful: 77,
			some_issues: 60,
			significant_problems: 25,
		}) +
			word(item.performance, {
				consistent: 95,
				occasional_issues: 77,
				frequent_issues: 60,
				persistent_problems: 25,
			}) +
			word(item.security_compliance, {
				fully_compliant: 95,
				minor_recommendations: 77,
				some_gaps: 60,
				significant_issues: 25,
			})) /
		3;
	const growth =
		(word(item.upgrade_readiness, { actively_planning: 95, considering: 77, open: 60, not_interested: 25 }) +
			word(item.account_expansion, {
				multiple_units: 95,
				additional_departments: 77,
				some_opportunities: 60,
				limited: 25,
			})) /
		2;
	let score = usage * 0.3 + value * 0.25 + engagement * 0.2 + technical * 0.15 + growth * 0.1;
	if (item.urgent_ticket_hours > 48) score = Math.min(40, score);
	const rounded = Math.round(score);
	return {
		account_id: item.account_id,
		score,
		band: rounded >= 85 ? 'excellent' : rounded >= 70 ? 'good' : rounded >= 50 ? 'fair' : 'poor',
	};
}
module.exports = { naiveHealth };
