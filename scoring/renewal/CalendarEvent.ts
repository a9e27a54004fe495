/** One all-day event of the renewal calendar. */
export interface CalendarEvent {
	/** Stays the same when the event moves. */
	readonly uid: string;
	/** Rises whenever the event was moved or cancelled. */
	readonly sequence: number;
	/** YYYY-MM-DD */
	readonly on: string;
	readonly summary: string;
	readonly description: string;
	readonly cancelled: boolean;
}
