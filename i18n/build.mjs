// Finds the languages there are: the files beside this one. Puts the words of all but English, which is built in, where
// Trunk takes them from, `.built/i18n/`, and the list of all into the page: a language more needs no other program.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = dirname( fileURLToPath( import.meta.url ) );
const to = join( from, '../.built/i18n' );
const names = readdirSync( from ).filter( ( name ) => name.endsWith( '.json' ) && ![ 'en.json', 'qqq.json' ].includes( name ) );

mkdirSync( to, { recursive: true } );
for ( const name of readdirSync( to ).filter( ( old ) => !names.includes( old ) ) ) {
	rmSync( join( to, name ) );
}
for ( const name of names ) {
	const { '@metadata': forTranslators, ...words } = JSON.parse( readFileSync( join( from, name ), 'utf8' ) );
	writeFileSync( join( to, name ), JSON.stringify( words ) );
}
const codes = [ 'en', ...names.map( ( name ) => name.replace( '.json', '' ) ).sort() ];
writeFileSync( join( to, '../languages.html' ), `<meta name="languages" content="${ codes.join( ' ' ) }">` );
