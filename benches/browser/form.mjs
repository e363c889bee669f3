// The questionnaire as the peers get it: what a page of fields needs, and no byte more.

import { readFileSync } from 'node:fs';

const ONE_LINE = new Set( [ 'short', 'line', 'userName', 'months', 'year' ] );
const path = new URL( '../../forms/2024.json', import.meta.url );

/** Sections with their title and questions: id, wording, help, and the number of lines where there are several. */
export const form = JSON.parse( readFileSync( path, 'utf8' ) ).sections.map( ( { title, groups } ) => ( {
	title,
	questions: groups.flatMap( ( group ) => group.questions ).map( ( { id, text, help, kind } ) =>
		( { id, text, help: help.replaceAll( '{year}', '2026' ), ...( ONE_LINE.has( kind ) ? {} : { lines: 3 } ) } ) )
} ) );

/** All questions in order. */
export const questions = form.flatMap( ( section ) => section.questions );

const SENTENCE = 'We met twelve times, see https://example.org/plan, and \'\'\'25 people\'\'\' came. ';

/** An answer to each question, of so many characters. Ordinary text: a line, a link, a word in bold. */
export const answersOf = ( length ) => Object.fromEntries( questions.map( ( { id } ) =>
	[ id, SENTENCE.repeat( length / SENTENCE.length + 1 ).slice( 0, length ) ] ) );
