/** The enumerations of the customer-success data model by table.column; the values, in their order, parted by blanks. */
export const SEED_ENUMS: Readonly<Record<string, string>> = {
	'customer_success_plans.plan_type': 'onboarding expansion renewal advocacy',
	'customer_success_plans.plan_status': 'draft active on_track at_risk completed cancelled',
	'account_health_scores.health_trend': 'improving stable declining critical',
	'account_health_scores.api_usage_trend': 'increasing stable decreasing',
	'account_health_scores.ticket_volume_trend': 'decreasing stable increasing',
	'expansion_opportunities.expansion_type': 'upsell cross_sell add_on upgrade new_use_case geographic',
	'expansion_opportunities.opportunity_source':
		'usage_growth new_team new_region feature_request competitive_displacement',
	'expansion_opportunities.budget_qualification': 'confirmed likely uncertain no_budget',
	'expansion_opportunities.sales_stage':
		'identified qualified developing proposing negotiating closed_won closed_lost',
	'expansion_opportunities.internal_champion_strength': 'none weak moderate strong executive',
	'expansion_opportunities.implementation_complexity': 'low medium high complex',
	'renewal_forecasts.renewal_confidence': 'high medium low at_risk',
	'renewal_forecasts.price_sensitivity': 'low medium high',
	'renewal_forecasts.competitive_risk': 'none low medium high',
	'renewal_forecasts.business_case_strength': 'strong moderate weak unproven',
	'renewal_forecasts.renewal_documentation_status': 'pending in_progress completed',
	'advocacy_engagements.advocacy_type':
		'case_study testimonial reference_call review speaking referral advisory_board',
	'advocacy_engagements.engagement_status':
		'identified approached interested committed active completed declined',
	'advocacy_engagements.content_type': 'written video audio presentation webinar',
	'advocacy_engagements.content_approval_status': 'pending approved published archived',
	'advocacy_engagements.referral_qualification_status':
		'unqualified qualified opportunity closed_won closed_lost',
	'advocacy_engagements.advocacy_program_tier': 'standard premium executive advisory',
	'customer_usage_analytics.measurement_frequency': 'daily weekly monthly quarterly',
	'customer_usage_analytics.usage_trend': 'increasing stable decreasing seasonal',
	'success_playbooks.playbook_type': 'onboarding adoption expansion retention renewal advocacy',
	'success_playbooks.priority_level': 'low medium high critical',
	'playbook_executions.triggered_by': 'automated manual scheduled',
	'playbook_executions.execution_priority': 'low medium high urgent',
	'playbook_executions.execution_status': 'scheduled in_progress on_hold completed cancelled',
	'playbook_executions.health_status': 'on_track at_risk delayed escalated',
	'customer_segmentation_profiles.primary_segment': 'enterprise mid_market smb startup',
	'customer_segmentation_profiles.vertical_segment':
		'fintech healthcare manufacturing retail technology government',
	'customer_segmentation_profiles.use_case_segment':
		'security_compliance data_analytics process_automation cost_optimization',
	'customer_segmentation_profiles.maturity_segment':
		'digital_native digital_adopter digital_transformer traditional',
	'customer_segmentation_profiles.contract_tier': 'premium professional standard startup',
	'customer_segmentation_profiles.annual_contract_value_band':
		'enterprise_1m+ large_500k-1m mid_200k-500k small_50k-200k startup_0-50k',
	'customer_segmentation_profiles.payment_model': 'annual_prepaid quarterly monthly usage_based',
	'customer_segmentation_profiles.procurement_complexity': 'simple moderate complex enterprise',
	'customer_segmentation_profiles.adoption_pattern': 'fast_adopter steady_adopter slow_adopter struggling',
	'customer_segmentation_profiles.engagement_style': 'self_service guided hands_on strategic_partnership',
	'customer_segmentation_profiles.innovation_appetite': 'bleeding_edge early_adopter mainstream conservative',
	'customer_segmentation_profiles.support_preference': 'self_service community direct_support dedicated_csm',
	'community_intelligence_monitoring.platform_type':
		'linkedin twitter industry_forums company_blog podcast conference_speaking',
	'community_intelligence_monitoring.content_type': 'post article comment share mention review speaking',
	'community_intelligence_monitoring.brand_mention_type': 'positive neutral negative competitive_comparison',
	'community_intelligence_monitoring.recommendation_strength': 'strong_advocate supporter neutral detractor',
	'community_intelligence_monitoring.tracking_frequency': 'real_time daily weekly',
	'evangelism_pipeline_management.evangelism_tier':
		'advocate champion evangelist thought_leader co_innovator',
	'evangelism_pipeline_management.current_engagement_level':
		'identified qualified developing active strategic',
	'evangelism_pipeline_management.communication_skills': 'excellent good developing limited',
	'evangelism_pipeline_management.industry_credibility': 'high medium developing new',
	'evangelism_pipeline_management.network_reach': 'broad targeted growing limited',
	'evangelism_pipeline_management.content_creation_ability': 'expert capable willing reluctant',
	'evangelism_pipeline_management.pipeline_stage': 'prospect qualified developing active strategic_partner',
	'evangelism_pipeline_management.engagement_frequency': 'monthly quarterly bi_annual annual',
	'segment_success_playbooks.segment_type': 'vertical contract_tier maturity_level use_case',
	'segment_success_playbooks.playbook_type': 'onboarding adoption expansion retention renewal advocacy',
	'segment_success_playbooks.automation_level': 'fully_automated semi_automated human_guided high_touch',
};
