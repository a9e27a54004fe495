/** A meeting as any calendar has it. */
export interface CalendarEvent {
	/** `gcal:…`, `outlook:…`: the event's id with its system. */
	readonly id: string;
	readonly title: string | null;
	/** UTC ISO; null: cannot be read. */
	readonly startsAt: string | null;
	/** null: all day, or unknown. */
	readonly minutes: number | null;
	readonly cancelled: boolean;
	readonly people: readonly Invitee[];
	/** Why something in it could not be read. */
	readonly fault: string | null;
}

export interface Invitee {
	/** Lower case. */
	readonly email: string;
	/** true accepted, false declined, null not answered or only perhaps. */
	readonly coming: boolean | null;
}
