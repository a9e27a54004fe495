const DOMAINS = new Set(
	(
		'gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.de hotmail.fr hotmail.co.uk live.com msn.com yahoo.com yahoo.de ' +
		'yahoo.fr yahoo.co.uk yahoo.co.jp ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de ' +
		'freenet.de proton.me protonmail.com pm.me mail.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com naver.com zoho.com fastmail.com ' +
		'orange.fr free.fr laposte.net wanadoo.fr libero.it comcast.net verizon.net btinternet.com bluewin.ch'
	).split(' '),
);

/**
 * Whether a domain belongs to a provider of mailboxes for everybody: an address there says nothing about a company.
 *
 * @example
 * [isFreeMailDomain('gmail.com'), isFreeMailDomain('acme.com')]
 * // => [true, false]
 */
export function isFreeMailDomain(domain: string): boolean {
	return DOMAINS.has(domain.toLowerCase());
}
