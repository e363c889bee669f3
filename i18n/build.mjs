// Finds the languages there are: the files beside this one. Puts the words of all but English, which is built in, where
// Trunk takes them from, `.built/i18n/`, and the list of all into the page: a language more needs no other program. English is
// parted in two, as the program is when it is published: `.built/english/first.json` and `late.json`.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parted } from './parted.mjs';

const from = dirname( fileURLToPath( import.meta.url ) );
const to = join( from, '../.built/i18n' );
const names = readdirSync( from ).filter( ( name ) => name.endsWith( '.json' ) && ![ 'en.json', 'qqq.json' ].includes( name ) );

mkdirSync( to, { recursive: true } );
for ( const name of readdirSync( to ).filter( ( old ) => !names.includes( old ) ) ) {
	rmSync( join( to, name ) );
}
for ( const name of names ) {
	writeFileSync( join( to, name ), JSON.stringify( wordsOf( name ) ) );
}
const english = join( from, '../.built/english' );
mkdirSync( english, { recursive: true } );
for ( const [ part, words ] of Object.entries( parted( wordsOf( 'en.json' ), [ join( from, '../src' ), join( from, '../core/src' ) ] ) ) ) {
	writeIfNew( join( english, `${ part }.json` ), JSON.stringify( words ) );
}
const codes = [ 'en', ...names.map( ( name ) => name.replace( '.json', '' ) ).sort() ];
writeFileSync( join( to, '../languages.html' ), `<meta name="languages" content="${ codes.join( ' ' ) }">` );

function wordsOf( name ) {
	const { '@metadata': forTranslators, ...words } = JSON.parse( readFileSync( join( from, name ), 'utf8' ) );
	return words;
}

/** A file that the program holds makes it be built anew, even if the same is written into it. */
function writeIfNew( file, text ) {
	if ( !existsSync( file ) || readFileSync( file, 'utf8' ) !== text ) {
		writeFileSync( file, text );
	}
}
