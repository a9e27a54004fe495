/** No answer came: the connection was dropped, refused or timed out. The request may have been carried out. */
export class ConnectionLost extends Error {
	constructor(
		message: string,
		/** Whether the request can have reached the vendor; false for a host that was not found. */
		readonly mayHaveHappened: boolean,
	) {
		super(message);
		this.name = 'ConnectionLost';
	}
}
