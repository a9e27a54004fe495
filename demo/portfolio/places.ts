import type { NameStyle } from './nameParts';

export type Region = 'amer' | 'emea' | 'apac';

export interface Place {
	readonly country: string;
	readonly weight: number;
	readonly region: Region;
	readonly currency: string;
	readonly timeZone: string;
	readonly language: string;
	readonly style: NameStyle;
	/** Legal forms; a leading "^" goes before the name. */
	readonly forms: readonly string[];
}

const place = (
	country: string,
	weight: number,
	region: Region,
	currency: string,
	timeZone: string,
	language: string,
	style: NameStyle,
	forms: string,
): Place => ({
	country,
	weight,
	region,
	currency,
	timeZone,
	language,
	style,
	forms: forms.split('|'),
});

/** Where customers sit, with the weight of each country in the portfolio. */
export const PLACES: readonly Place[] = [
	place('US', 32, 'amer', 'USD', 'America/New_York', 'en', 'english', ', Inc.| LLC| Corporation| & Co.'),
	place('US', 12, 'amer', 'USD', 'America/Los_Angeles', 'en', 'english', ', Inc.| Labs| Holdings, LLC'),
	place('CA', 6, 'amer', 'CAD', 'America/Toronto', 'en', 'english', ' Ltd.| Inc.'),
	place('MX', 2, 'amer', 'USD', 'America/Mexico_City', 'es', 'iberian', ', S.A. de C.V.'),
	place('BR', 4, 'amer', 'BRL', 'America/Sao_Paulo', 'pt', 'iberian', ' Ltda.| S.A.'),
	place('GB', 11, 'emea', 'GBP', 'Europe/London', 'en', 'english', ' Ltd| plc| & Sons Ltd'),
	place('IE', 2, 'emea', 'EUR', 'Europe/Dublin', 'en', 'english', ' DAC| Ltd'),
	place('DE', 10, 'emea', 'EUR', 'Europe/Berlin', 'de', 'german', ' GmbH| AG| GmbH & Co. KG'),
	place('CH', 2, 'emea', 'CHF', 'Europe/Zurich', 'de', 'german', ' AG| Sàrl'),
	place('FR', 6, 'emea', 'EUR', 'Europe/Paris', 'fr', 'french', ' SAS| S.A.| et Fils SARL'),
	place('ES', 3, 'emea', 'EUR', 'Europe/Madrid', 'es', 'iberian', ', S.L.|, S.A.'),
	place('SE', 3, 'emea', 'SEK', 'Europe/Stockholm', 'sv', 'nordic', ' AB| AB (publ)'),
	place('PL', 3, 'emea', 'EUR', 'Europe/Warsaw', 'pl', 'slavic', ' sp. z o.o.| S.A.'),
	place('GR', 1, 'emea', 'EUR', 'Europe/Athens', 'el', 'greek', ' Α.Ε.'),
	place('KW', 1, 'emea', 'KWD', 'Asia/Kuwait', 'ar', 'arabic', ' ش.م.ك.'),
	place('JP', 8, 'apac', 'JPY', 'Asia/Tokyo', 'ja', 'japanese', '^株式会社|株式会社'),
	place('IN', 6, 'apac', 'INR', 'Asia/Kolkata', 'en', 'indian', ' Pvt. Ltd.| Limited'),
	place('AU', 5, 'apac', 'AUD', 'Australia/Sydney', 'en', 'english', ' Pty Ltd'),
	place('SG', 2, 'apac', 'USD', 'Asia/Singapore', 'en', 'indian', ' Pte. Ltd.'),
];

/** Major units of a currency that one US dollar buys at the start of the window; the monthly rates walk around it. */
export const UNITS_PER_DOLLAR: Readonly<Record<string, number>> = {
	USD: 1,
	EUR: 0.92,
	GBP: 0.79,
	JPY: 149,
	CHF: 0.88,
	CAD: 1.36,
	AUD: 1.52,
	BRL: 5.1,
	INR: 83.4,
	SEK: 10.5,
	KWD: 0.307,
};
