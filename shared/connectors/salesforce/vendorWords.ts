const LENGTH = 240;

/** A message of Salesforce fit for a log: one line, no email address, no value that was refused, at most 240 characters. */
export function vendorWords(text: string): string {
	const line = text
		// A refused query is repeated in front of the reason.
		.replace(/^[\s\S]*?ERROR at Row:\d+:Column:\d+\s*/, '')
		.replace(/\s+/g, ' ')
		.replace(/(data value too large:) .*( \(max length)/, '$1 …$2')
		.replace(/(invalid email address:) .*/, '$1 …')
		.replace(/[^\s'"<>()]+@[^\s'"<>()]+/g, '…@…')
		.trim();
	return line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line;
}
