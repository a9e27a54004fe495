/** ISO 3166-1 alpha-2 and other names of each country, folded (see `readCountry`): `CODE|name|name`, parted by semicolons. */
export const COUNTRY_NAMES =
	'AD|andorra;AE|are|united arab emirates|uae;AF|afghanistan;AG|antigua and barbuda;AI|anguilla;' +
	'AL|albania;AM|armenia;AO|angola;AQ|antarctica;AR|arg|argentina;AS|american samoa;' +
	'AT|aut|austria|osterreich;AU|aus|australia;AW|aruba;AX|aland islands;AZ|azerbaijan;' +
	'BA|bosnia and herzegovina;BB|barbados;BD|bangladesh;BE|bel|belgium|belgique|belgie;BF|burkina faso;' +
	'BG|bgr|bulgaria;BH|bahrain;BI|burundi;BJ|benin;BL|st barthelemy;BM|bermuda;BN|brunei;BO|bolivia;' +
	'BQ|caribbean netherlands;BR|bra|brazil|brasil;BS|bahamas;BT|bhutan;BV|bouvet island;BW|botswana;' +
	'BY|belarus;BZ|belize;CA|can|canada;CC|cocos (keeling) islands;CD|congo - kinshasa|dr congo;' +
	'CF|central african republic;CG|congo - brazzaville|republic of the congo;' +
	'CH|che|switzerland|schweiz|suisse|svizzera;CI|cote divoire;CK|cook islands;CL|chl|chile;CM|cameroon;' +
	'CN|chn|china;CO|col|colombia;CR|costa rica;CU|cuba;CV|cape verde;CW|curacao;CX|christmas island;' +
	'CY|cyp|cyprus;CZ|cze|czechia|czech republic;DE|deu|germany|deutschland;DJ|djibouti;' +
	'DK|dnk|denmark|danmark;DM|dominica;DO|dominican republic;DZ|algeria;EC|ecuador;EE|est|estonia;' +
	'EG|egy|egypt;EH|western sahara;ER|eritrea;ES|esp|spain|espana;ET|ethiopia;FI|fin|finland|suomi;' +
	'FJ|fiji;FK|falkland islands;FM|micronesia;FO|faroe islands;FR|fra|france;GA|gabon;' +
	'GB|gbr|united kingdom|uk|great britain|britain|england|scotland|wales|northern ireland;GD|grenada;' +
	'GE|georgia;GF|french guiana;GG|guernsey;GH|ghana;GI|gibraltar;GL|greenland;GM|gambia;GN|guinea;' +
	'GP|guadeloupe;GQ|equatorial guinea;GR|grc|greece;GS|south georgia and south sandwich islands;' +
	'GT|guatemala;GU|guam;GW|guinea-bissau;GY|guyana;HK|hkg|hong kong sar china|hong kong;' +
	'HM|heard and mcdonald islands;HN|honduras;HR|hrv|croatia;HT|haiti;HU|hun|hungary;ID|idn|indonesia;' +
	'IE|irl|ireland;IL|isr|israel;IM|isle of man;IN|ind|india;IO|british indian ocean territory;IQ|iraq;' +
	'IR|iran|iran, islamic republic of;IS|isl|iceland;IT|ita|italy|italia;JE|jersey;JM|jamaica;JO|jordan;' +
	'JP|jpn|japan|nippon;KE|ken|kenya;KG|kyrgyzstan;KH|cambodia;KI|kiribati;KM|comoros;' +
	'KN|st kitts and nevis;KP|north korea;KR|kor|south korea|korea|republic of korea;KW|kwt|kuwait;' +
	'KY|cayman islands;KZ|kazakhstan;LA|laos;LB|lebanon;LC|st lucia;LI|lie|liechtenstein;LK|sri lanka;' +
	'LR|liberia;LS|lesotho;LT|ltu|lithuania;LU|lux|luxembourg;LV|lva|latvia;LY|libya;MA|morocco;' +
	'MC|monaco;MD|moldova;ME|montenegro;MF|st martin;MG|madagascar;MH|marshall islands;' +
	'MK|north macedonia|macedonia;ML|mali;MM|myanmar (burma)|burma;MN|mongolia;MO|macao sar china|macao;' +
	'MP|northern mariana islands;MQ|martinique;MR|mauritania;MS|montserrat;MT|mlt|malta;MU|mauritius;' +
	'MV|maldives;MW|malawi;MX|mex|mexico;MY|mys|malaysia;MZ|mozambique;NA|namibia;NC|new caledonia;' +
	'NE|niger;NF|norfolk island;NG|nga|nigeria;NI|nicaragua;NL|nld|netherlands|holland|the netherlands;' +
	'NO|nor|norway|norge;NP|nepal;NR|nauru;NU|niue;NZ|nzl|new zealand;OM|oman;PA|panama;PE|peru;' +
	'PF|french polynesia;PG|papua new guinea;PH|phl|philippines;PK|pakistan;PL|pol|poland|polska;' +
	'PM|st pierre and miquelon;PN|pitcairn islands;PR|puerto rico;PS|palestinian territories;' +
	'PT|prt|portugal;PW|palau;PY|paraguay;QA|qatar;RE|reunion;RO|rou|romania;RS|srb|serbia;' +
	'RU|rus|russia|russian federation;RW|rwanda;SA|sau|saudi arabia;SB|solomon islands;SC|seychelles;' +
	'SD|sudan;SE|swe|sweden|sverige;SG|sgp|singapore;SH|st helena;SI|svn|slovenia;' +
	'SJ|svalbard and jan mayen;SK|svk|slovakia;SL|sierra leone;SM|san marino;SN|senegal;SO|somalia;' +
	'SR|suriname;SS|south sudan;ST|sao tome and principe;SV|el salvador;SX|sint maarten;SY|syria;' +
	'SZ|eswatini|swaziland;TC|turks and caicos islands;TD|chad;TF|french southern territories;TG|togo;' +
	'TH|tha|thailand;TJ|tajikistan;TK|tokelau;TL|timor-leste;TM|turkmenistan;TN|tunisia;TO|tonga;' +
	'TR|tur|turkiye|turkey;TT|trinidad and tobago;TV|tuvalu;TW|twn|taiwan|taiwan, province of china;' +
	'TZ|tanzania;UA|ukr|ukraine;UG|uganda;UM|us outlying islands;' +
	'US|usa|united states|united states of america|us|america;UY|uruguay;UZ|uzbekistan;VA|vatican city;' +
	'VC|st vincent and grenadines;VE|venezuela;VG|british virgin islands;VI|us virgin islands;' +
	'VN|vnm|vietnam|viet nam;VU|vanuatu;WF|wallis and futuna;WS|samoa;YE|yemen;YT|mayotte;' +
	'ZA|zaf|south africa;ZM|zambia;ZW|zimbabwe';
