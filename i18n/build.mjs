// Finds the languages there are: the files beside this one. Puts the words of all but English, which is built in, where
// Trunk takes them from, `.built/i18n/`, and the list of all into the page: a language more needs no other program. Each is parted in two,
// as the program is when it is published: `ru.json` has what the page and the first part say, `ru.late.json` what only the late part says;
// English is in `.built/english/first.json` and `late.json`.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { language, rows } from './offered.mjs';
import { parted } from './parted.mjs';
import { supplement } from './supplement.mjs';

const from = dirname( fileURLToPath( import.meta.url ) );
const to = join( from, '../.built/i18n' );
const names = readdirSync( from ).filter( ( name ) => name.endsWith( '.json' ) && ![ 'en.json', 'qqq.json' ].includes( name ) );
const codes = names.map( ( name ) => name.replace( '.json', '' ) ).sort();

// `src/views/footer.rs` invites native readers of these.
const { languages: unreviewed } = JSON.parse( readFileSync( join( from, '../data/unreviewed.json' ), 'utf8' ) );

mkdirSync( to, { recursive: true } );
for ( const name of readdirSync( to ).filter( ( old ) => !codes.includes( old.replace( /\..*/, '' ) ) ) ) {
	rmSync( join( to, name ) );
}
// A program that is cut in two has the keys in its late part: without them a language's file is a fifth smaller.
const isCut = Boolean( process.env.LATE_WASM );
const english = wordsOf( 'en' );
const inEnglish = parted( english, [ join( from, '../src' ), join( from, '../core/src' ) ] );
const lateKeys = Object.keys( inEnglish.late ).sort();
for ( const code of codes ) {
	const mark = unreviewed.includes( code ) ? { '@unreviewed': '1' } : {};
	const words = Object.entries( { ...withFallbacks( code ), ...supplement( language( code ).tag ), ...mark } ).filter( isOwn );
	const part = ( isLate ) => Object.fromEntries( words.filter( ( [ key ] ) => key in inEnglish.late === isLate ) );
	const late = part( true );
	writeFileSync( join( to, `${ code }.json` ), JSON.stringify( part( false ) ) );
	writeFileSync( join( to, `${ code }.late.json` ), JSON.stringify( isCut ? lateKeys.map( ( key ) => late[ key ] ?? null ) : late ) );
}
const ofEnglish = join( from, '../.built/english' );
mkdirSync( ofEnglish, { recursive: true } );
for ( const [ part, words ] of Object.entries( inEnglish ) ) {
	writeIfNew( join( ofEnglish, `${ part }.json` ), JSON.stringify( words ) );
}
// In single quotes, as the list is full of the others.
const list = JSON.stringify( rows( [ 'en', ...codes ] ) ).replace( /[&'<>]/g, ( character ) => `&#${ character.codePointAt( 0 ) };` );
writeFileSync( join( to, '../languages.html' ), `<meta name="languages" content='${ list }'>` );

function wordsOf( code ) {
	const { '@metadata': forTranslators, ...words } = JSON.parse( readFileSync( join( from, `${ code }.json` ), 'utf8' ) );
	return words;
}

/** Whether a message differs from the English one, which is there anyway. Numbers and plurals are written otherwise with the same words. */
function isOwn( [ key, text ] ) {
	return text !== english[ key ] || /\$|\{\{/.test( text );
}

/**
 * A language's words and, where one is missing, those of the languages that its readers read next, as MediaWiki has them. What counts in
 * another one's way is left to English.
 */
function withFallbacks( code ) {
	const others = language( code ).fallbacks.filter( ( other ) => codes.includes( other ) ).reverse();
	const categories = ( one ) => new Intl.PluralRules( language( one ).tag ).resolvedOptions().pluralCategories.join();
	const fitting = ( other ) => Object.entries( wordsOf( other ) )
		.filter( ( [ , text ] ) => categories( other ) === categories( code ) || !text.includes( '{{' ) );
	return { ...Object.fromEntries( others.flatMap( fitting ) ), ...wordsOf( code ) };
}

/** A file that the program holds makes it be built anew, even if the same is written into it. */
function writeIfNew( file, text ) {
	if ( !existsSync( file ) || readFileSync( file, 'utf8' ) !== text ) {
		writeFileSync( file, text );
	}
}
