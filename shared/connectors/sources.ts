import { airtable } from './airtable/airtable';
import { hubspot } from './hubspot/hubspot';
import { pipedrive } from './pipedrive/pipedrive';
import { salesforce } from './salesforce/salesforce';
import type { Source, SourceId } from './Source';
import { stripe } from './stripe/stripe';

/** Every system that can be read. */
export const SOURCES: Readonly<Record<SourceId, Source>> = {
	airtable,
	hubspot,
	pipedrive,
	salesforce,
	stripe,
};
