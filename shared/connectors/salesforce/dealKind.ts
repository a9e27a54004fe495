/** Opportunity.Type in our words. The list is each org's own; what is none of these stays as it is, for the report. */
export function dealKind(type: unknown): unknown {
	const word = typeof type === 'string' ? type : '';
	if (/renew/i.test(word)) return 'renewal';
	if (/upgrade|upsell|up-sell/i.test(word)) return 'upsell';
	if (/cross/i.test(word)) return 'cross_sell';
	if (/add.?on/i.test(word)) return 'add_on';
	if (/expan|existing business/i.test(word)) return 'expansion';
	if (/^new/i.test(word)) return 'new';
	return type;
}
