/** A row of cs_forecasts. */
export interface ForecastRow {
	readonly forecast_id: string;
	/** `portfolio/weighted`, `owner:jane/commit`, `contract:C-1/due`; with `/EUR` behind it where there is one per currency. */
	readonly scope: string;
	readonly made_on: string;
	/** YYYY-MM, `overdue`, or the months from..to. */
	readonly period: string;
	/** What the amount is: due, closed, commit, most_likely, best, weighted; of a contract also its category. */
	readonly category: string;
	readonly currency: string;
	readonly amount_minor: number | null;
	readonly low_80_minor: number | null;
	readonly high_80_minor: number | null;
	/** null until its period is over. */
	readonly actual_minor: number | null;
	readonly model_version: string;
}
