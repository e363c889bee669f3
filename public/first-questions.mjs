// Writes the form's first questions as plain fields into the page, `.built/first-questions.html`: what `public/early.js` shows
// before the app is there. They look and are named as those in `src/views/write/question.rs`, which take their place.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
/** As many as the app draws at once (`src/views/write/drawn.rs`), all of them of one line. */
const COUNT = 3;
const ONE_LINE = [ 'short', 'line', 'months', 'year' ];

const read = ( path ) => JSON.parse( readFileSync( join( root, path ), 'utf8' ) );

function question( { id, text, help, kind }, form ) {
	if ( !ONE_LINE.includes( kind ) ) {
		throw new Error( `${ id } is no question of one line: public/early.js would have to do more` );
	}
	if ( help.includes( '{' ) ) {
		throw new Error( `The help of ${ id } speaks of a year: public/early.js would have to fill it in` );
	}
	const key = `${ form }-question-${ id }`;
	return `<div class="question question--empty">` +
		`<div class="cdx-label question__label"><label class="cdx-label__label" for="answer-${ id }"><span class="cdx-label__label__text" data-message="${ key }" translate="no" lang="en" dir="ltr">${ escape( text ) }</span></label>` +
		`<span class="cdx-label__description" id="help-${ id }" data-message="${ key }-help" lang="en" dir="ltr">${ escape( help ) }</span></div>` +
		`<div class="cdx-text-area question__line"><textarea class="cdx-text-area__textarea" id="answer-${ id }" aria-describedby="help-${ id }" translate="no" dir="auto" autocomplete="off" rows="1"></textarea></div></div>`;
}

function section( { id, sections: [ { title, groups } ] } ) {
	const questions = groups.flatMap( ( group ) => group.questions ).slice( 0, COUNT );
	const form = `form-${ id }`;
	return `<section class="section" data-form="${ escape( id ) }"><h2 data-message="${ form }-section-1" lang="en" dir="ltr" translate="no">${ escape( title ) }</h2>${ questions.map( ( one ) => question( one, form ) ).join( '' ) }</section>`;
}

const escape = ( text ) => text.replace( /[&<>"]/g, ( character ) => `&#${ character.codePointAt( 0 ) };` );

// The newest, as `Form::latest` has it.
const newest = readdirSync( join( root, 'forms' ) ).filter( ( name ) => /^\d+\.json$/.test( name ) ).sort().at( -1 );
mkdirSync( join( root, '.built' ), { recursive: true } );
writeFileSync( join( root, '.built/first-questions.html' ), section( read( `forms/${ newest }` ) ) );
