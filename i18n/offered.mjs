// What the page says of the languages that there are: `<meta name="languages">`, read by `public/language.js` and, with its meaning,
// by `core/src/i18n/language.rs`.

import { readFileSync } from 'node:fs';

const { languages } = JSON.parse( readFileSync( new URL( '../data/languages.json', import.meta.url ), 'utf8' ) );

/** Languages that are shown as another code is: browsers and readers know Kazakh in Cyrillic as Kazakh. */
const SHOWN_AS = { 'kk-cyrl': 'kk' };

/** What is known of the language of this code. */
export function language( code ) {
	const known = languages[ SHOWN_AS[ code ] || code ];
	if ( !known ) {
		throw new Error( `data/languages.json has no language "${ code }": i18n/${ code }.json has to be named by MediaWiki's code` );
	}
	return { tag: known.bcp47, isRightToLeft: known.dir === 'rtl', autonym: known.autonym, fallbacks: languages[ code ].fallbacks };
}

/**
 * The languages of these codes as rows: code, tag (BCP 47) where it differs, 1 where it is written from right to left, its own name, and the
 * codes of others whose readers MediaWiki shows it first.
 */
export function rows( codes ) {
	return codes.map( ( code ) => {
		const { tag, isRightToLeft, autonym } = language( code );
		return [ code, tag === code ? '' : tag, Number( isRightToLeft ), autonym, served( code, codes ).join( ' ' ) ];
	} );
}

function served( code, codes ) {
	const first = ( other ) => languages[ other ].fallbacks.find( ( fallback ) => codes.includes( fallback ) );
	const others = Object.keys( languages ).filter( ( other ) => !codes.includes( other ) && first( other ) === code && code !== 'en' );
	// What follows the first hyphen is left off anyway, where nothing else is found.
	const isFound = ( other ) => {
		const whole = other.replace( /-.*/, '' );
		return whole !== other && ( whole === code || others.includes( whole ) );
	};
	return others.filter( ( other ) => !isFound( other ) );
}
