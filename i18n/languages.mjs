// Writes `data/languages.json`: what MediaWiki knows of languages, as a wiki's own API tells it, and how they count, as Node's ICU does.
// `cargo xtask languages` calls it with the address of a wiki, as `node languages.mjs <address>`; it is called by hand, about once a year.

import { mkdirSync, writeFileSync } from 'node:fs';

const [ , , wiki ] = process.argv;
const file = new URL( '../data/languages.json', import.meta.url );

/** A question to the wiki and, while it tells the rest only if asked again, the next one. */
async function asked( parameters, take ) {
	let more = {};
	do {
		const query = new URLSearchParams( { action: 'query', format: 'json', formatversion: '2', ...parameters, ...more } );
		const answer = await fetch( `${ wiki }/api.php?${ query }` );
		const { query: told, continue: rest, error } = await answer.json();
		if ( error ) {
			throw new Error( `${ wiki }: ${ error.info }` );
		}
		take( told );
		more = rest;
	} while ( more );
}

/** The categories of CLDR that whole numbers take in a language, in CLDR's order: the forms of `PLURAL`. None where ICU does not know it. */
function plurals( tag ) {
	if ( !Intl.PluralRules.supportedLocalesOf( tag ).length ) {
		return [];
	}
	const rules = new Intl.PluralRules( tag );
	const taken = new Set( Array.from( { length: 1000 }, ( _, number ) => rules.select( number ) ) );
	return [ 'zero', 'one', 'two', 'few', 'many', 'other' ].filter( ( category ) => taken.has( category ) );
}

const languages = {};
let version;
await asked( { meta: 'siteinfo' }, ( { general } ) => {
	version = general.generator;
} );
await asked( { meta: 'languageinfo', liprop: 'bcp47|dir|autonym|fallbacks', licode: '*' }, ( { languageinfo } ) => {
	for ( const [ code, { bcp47, dir, autonym, fallbacks } ] of Object.entries( languageinfo ) ) {
		languages[ code ] = { bcp47, dir, autonym, fallbacks, plurals: plurals( bcp47 ) };
	}
} );

const lines = Object.keys( languages ).sort().map( ( code ) => `\t\t${ JSON.stringify( code ) }: ${ JSON.stringify( languages[ code ] ) }` );
const source = `${ version }, meta=languageinfo; plurals: ICU ${ process.versions.icu }`;
const head = `{\n\t"source": ${ JSON.stringify( source ) },\n\t"made": "${ new Date().toISOString().slice( 0, 10 ) }",\n\t"languages": {\n`;
mkdirSync( new URL( '.', file ), { recursive: true } );
writeFileSync( file, `${ head }${ lines.join( ',\n' ) }\n\t}\n}\n` );
