// The questionnaire, and the fields that answer it.

import { readFileSync } from 'node:fs';
import { escaped, wordsOn } from './spoken.mjs';

const root = new URL( '../../../', import.meta.url );

/** A file of the project as text. */
export const projectFile = ( path ) => readFileSync( new URL( path, root ), 'utf8' );

export const form = JSON.parse( projectFile( 'forms/2024.json' ) );

/** All questions in order. */
export const questions = form.sections.flatMap( ( section ) => section.groups.flatMap( ( group ) => group.questions ) );

/** A real report: the text of its page, and its answers by question. */
export const seed = {
	page: projectFile( 'tests/data/import/seed.txt' ),
	answers: JSON.parse( projectFile( 'tests/data/seed.json' ) )
};

/** The one control that answers the question of this id: it bears the question's words, in the page's language. */
export function field( page, id ) {
	const { text } = questions.find( ( question ) => question.id === id );
	const words = wordsOn( page );
	const name = new RegExp( words ? `^${ escaped( words[ `form-2024-question-${ id }` ] ) }$` : `^⟦?${ escaped( text ) }⟧?$` );
	return page.getByRole( 'textbox', { name } ).or( page.getByRole( 'combobox', { name } ) );
}

/** A text of the form with its years, for a report about `year`, as `core/src/form/dated_text.rs` does. */
export const inYear = ( text, year ) => text.replaceAll( '{year}', year ).replaceAll( '{lastYear}', year - 1 );

/** An invented answer to each question, of a report about 2024. The examples as they are would be taken for placeholders. */
export const invented = Object.fromEntries( questions.map( ( { id, kind, examples } ) => {
	const own = { name: 'Wikimedians of Lake Maren User Group', timeline: 'January-December', reportingyear: '2024' };
	const more = [ 'short', 'line', 'userName' ].includes( kind ) ? '' : ' More of this stands on our page.';
	return [ id, own[ id ] || inYear( examples[ 0 ], 2024 ) + more ];
} ) );
