export interface SettingDefault {
	readonly key: string;
	/** JSON as it stands in value_json. */
	readonly value: unknown;
	readonly note: string;
}

/** What create-tables puts into cs_settings where a key is missing. */
export const SETTING_DEFAULTS: readonly SettingDefault[] = [
	{ key: 'health.scorecard', value: null, note: 'Scorecard JSON; null: as set in the panel of Health Score' },
	{
		key: 'health.alert_below',
		value: 70,
		note: 'The CSM and the account executive hear of a drop below this',
	},
	{ key: 'health.executive_below', value: 50, note: 'Executives hear of a drop below this' },
	{
		key: 'churn.champion',
		value: '',
		note: 'model_id in cs_models that predicts; empty: none was trained, the rules predict. The training writes it',
	},
	{ key: 'churn.horizon_days', value: 90, note: 'Churn within so many days is learned and predicted' },
	{ key: 'churn.step_days', value: 30, note: 'Days between two snapshots of an account to learn from' },
	{
		key: 'churn.alert_above',
		value: 70,
		note: 'Percent; the CSM and the account executive hear of a churn probability that rises to this or above',
	},
	{
		key: 'churn.executive_above',
		value: 85,
		note: 'Percent; executives hear of a churn probability that rises to this or above',
	},
	{
		key: 'expansion.champion',
		value: '',
		note: 'model_id in cs_models that tells who expands; empty: base rates. Expansion training writes it',
	},
	{ key: 'expansion.horizon_days', value: 90, note: 'Expansion within so many days is learned' },
	{ key: 'expansion.step_days', value: 30, note: 'Days between two snapshots of an account to learn from' },
	{
		key: 'expansion.crm',
		value: false,
		note: 'true: opportunities also go to the CRM, see the notes of expansion-desk',
	},
	{ key: 'notify_url', value: '', note: 'Messages are posted here; empty: they wait in cs_outbox' },
	{ key: 'notify_idempotent', value: false, note: 'true when the receiver drops repeated Idempotency-Keys' },
	{ key: 'heartbeat_url', value: '', note: 'Called after every run without failure; empty: never' },
	{ key: 'report.currency', value: 'USD', note: 'ISO 4217; amounts are added up in it' },
	{ key: 'run.deadline', value: '04:00', note: 'UTC; the daily run says so when it ends later' },
	{ key: 'run.lease_minutes', value: 15, note: 'After this without a sign a run counts as dead' },
	{ key: 'watch.person_id', value: '', note: 'person_id who hears when the run is not as it should be' },
	{
		key: 'watch.min_scored_share',
		value: 0.8,
		note: '0 to 1 of the day before; fewer scored accounts are reported',
	},
	{ key: 'watch.stale_after_hours', value: 48, note: 'A source without a change for longer is reported' },
	{ key: 'digest.person_id', value: '', note: 'person_id who gets digests and alerts that reach nobody' },
	{ key: 'stage.health', value: 'csHealthStage', note: 'Workflow id of the stage' },
	{ key: 'stage.churn', value: 'csChurnStage', note: 'Workflow id of the stage' },
	{ key: 'stage.expansion', value: 'csExpansionDesk', note: 'Workflow id of the stage' },
	{ key: 'stage.renewal', value: 'csRenewalDesk', note: 'Workflow id of the stage' },
	{ key: 'stage.value', value: 'csValueReview', note: 'Workflow id of the stage' },
	{ key: 'stage.alert', value: 'csAlertStage', note: 'Workflow id of the stage' },
	{ key: 'stage.upkeep', value: 'csTableUpkeep', note: 'Workflow id of the stage' },
	{
		key: 'worker.hub',
		value: 'csDailyHealthRun',
		note: 'Workflow id of the hub, which the run watch starts again',
	},
	{ key: 'worker.send', value: 'csSendMessages', note: 'Workflow id of the sender of messages' },
];
