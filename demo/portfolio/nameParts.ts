export type NameStyle =
	| 'english'
	| 'german'
	| 'french'
	| 'iberian'
	| 'nordic'
	| 'slavic'
	| 'greek'
	| 'arabic'
	| 'japanese'
	| 'indian';

/** Parts of names, each with its spelling in ASCII for domains and addresses where that differs: "Müller|mueller". */
export interface NameParts {
	readonly given: readonly string[];
	readonly family: readonly string[];
	/** First and second half of an invented company name. */
	readonly heads: readonly string[];
	readonly tails: readonly string[];
	/** What the company does. */
	readonly trades: readonly string[];
}

const parts = (given: string, family: string, heads: string, tails: string, trades: string): NameParts => ({
	given: given.split(' '),
	family: family.split(' '),
	heads: heads.split(' '),
	tails: tails.split(' '),
	trades: trades.split(','),
});

/** Invented on purpose: no list of real companies or people is behind these. */
export const NAME_PARTS: Readonly<Record<NameStyle, NameParts>> = {
	english: parts(
		"Avery Rowan Quinn Harper Imogen Callum Maeve Theo Priya Desmond Odette Sienna Marcus Noor D'Andre Leila",
		"Ashdown O'Dravin Whitlocke Penrose Okafor McAllerby Vance-Torrell Nakamura Delacroix Hartwyn D'Souza Brightwater Quillan Stroud",
		'Bram Cor Del Fen Gal Hol Kest Lum Mar Nor Pell Quor Sel Tar Ver Wex',
		'ridge vane ora wick stead low mere ton field mont haven lyn dale bury',
		'Health,Logistics,Analytics,Systems,Foods,Insurance,Robotics,Energy,Payments,Clinics',
	),
	german: parts(
		'Jörg|joerg Änne|aenne Matthias Liselotte Jürgen|juergen Friederike Sönke|soenke Ulrike Torben Käthe|kaethe',
		'Müßiggang|muessiggang Brückner|brueckner Obersdorf Grünwaldt|gruenwaldt Schäferlein|schaeferlein von|von-Tannhof Weißenfels|weissenfels',
		'Blau Eich Falken Grün|gruen Hoch Küsten|kuesten Lichten Nord Süd|sued Tannen',
		'berg werk hof tal stein feld brück|brueck wald kamp',
		'Maschinenbau,Logistik,Versicherungen,Medizintechnik,Softwarehaus,Energietechnik,Feinkost',
	),
	french: parts(
		'Zoé|zoe Étienne|etienne Anaïs|anais François|francois Hélène|helene Loïc|loic Maëlle|maelle Rémi|remi',
		"L'Hermitte D'Aubrac Beauséjour|beausejour Lefèvrel|lefevrel Montclair Çelikaud|celikaud Desrosiers Noëlle|noelle",
		'Bel Clair Fleur Haut Mont Noir Val Beau',
		'mont rive court ville fontaine sèvre|sevre lac bois',
		'Assurances,Santé,Logistique,Énergies,Conseil,Paiements,Agroalimentaire',
	),
	iberian: parts(
		'José|jose Inês|ines Begoña|begona João|joao Lucía|lucia Martín|martin Conceição|conceicao Íñigo|inigo',
		'Núñez|nunez Araújo|araujo Peñalver|penalver Etxeberría|etxeberria Magalhães|magalhaes Ibáñez|ibanez Rocafort',
		'Alto Buena Campo Rio Sol Terra Vale Monte',
		'verde vista luz norte claro mar sierra brisa',
		'Logística,Saúde,Seguros,Energía,Sistemas,Pagamentos,Alimentos',
	),
	nordic: parts(
		'Åsa|asa Björn|bjorn Märta|marta Øystein|oystein Sólveig|solveig Lars Ingrid Håkan|hakan',
		'Sjöqvist|sjoqvist Ångberg|angberg Lindöö|lindoo Kjærsund|kjaersund Norrström|norrstrom Hällgrenn|hallgrenn',
		'Berg Fjäll|fjall Grön|gron Norr Sjö|sjo Stor Vinter',
		'lund ström|strom holm vik dal sund mark',
		'Energi,Logistik,Hälsa,Försäkring,Teknik,Livsmedel',
	),
	slavic: parts(
		'Zofia Łukasz|lukasz Małgorzata|malgorzata Žofie|zofie Đorđe|dorde Agnieszka Wojciech Bożena|bozena',
		'Wiśniewicki|wisniewicki Dvořáček|dvoracek Krzyżanek|krzyzanek Šimůnek|simunek Żółtowicz|zoltowicz Nováčik|novacik',
		'Biało|bialo Czar Jasno Złoto|zloto Nowo Sło|slo',
		'górz|gorz most las pol wid brzeg',
		'Logistyka,Energia,Zdrowie,Systemy,Ubezpieczenia',
	),
	greek: parts(
		'Ελένη|eleni Νίκος|nikos Δήμητρα|dimitra Γιώργος|giorgos Σοφία|sofia',
		'Θαλασσινός|thalassinos Ορφανίδης|orfanidis Κυματάς|kymatas Λευκάρης|lefkaris',
		'Γαλάζιο|galazio Νέο|neo Λευκό|lefko Ήλιο|ilio',
		'κύμα|kyma φως|fos άστρο|astro νησί|nisi',
		'Ενέργεια,Υγεία,Συστήματα',
	),
	arabic: parts(
		'نورة|noura خالد|khalid ليلى|layla يوسف|yousef مريم|maryam',
		'الصحراوي|alsahrawi البحّار|albahhar الزاهري|alzahri النخلاوي|alnakhlawi',
		'واحة|waha نجمة|najma بحر|bahr قمر|qamar',
		'الشمال|shamal الخليج|khaleej الصفاء|safa النور|noor',
		'للتقنية,للتأمين,للطاقة,الطبية',
	),
	japanese: parts(
		'陽菜|hina 健太|kenta 美咲|misaki 大輔|daisuke 結衣|yui 翔太|shota',
		'青波|aonami 白峰|shiramine 森月|moritsuki 星野原|hoshinohara 風間崎|kazamazaki 藤ヶ谷|fujigaya',
		'青|ao 白|shiro 月|tsuki 森|mori 風|kaze 星|hoshi',
		'波|nami 峰|mine 川|gawa 原|hara 島|shima 橋|bashi',
		'製薬,物流,システム,保険,工業,エネルギー',
	),
	indian: parts(
		'Aarav Ananya Ishaan Kavya Rohan Saanvi Vikram Zainab Wei Mei-Ling',
		"Chandravarkar Iyengarh Deshpandey Subramaniyan Kulkarnee Tan-Rajah D'Cunha Bhattarch",
		'Arun Deva Indra Jyo Kira Mani Sura Vaya',
		'nagar vati dhar loka setu giri mitra prasth',
		'Technologies,Pharma,Logistics,Finance,Foods,Energy',
	),
};
