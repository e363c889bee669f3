// The form is compared with its template on the wiki: names are learned, differences taken over one by one and undone; the page is the
// template's call then, and the wiki shows every answer in its cell. Parameters have names that are in no file.

import { readFileSync } from 'node:fs';

import { expect, test, wiki } from '../support/meta.mjs';
import { kept } from '../support/published.mjs';
import { storeReport } from '../support/drafts.mjs';
import { cells } from '../support/page-table.mjs';
import { field, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';
import { rendered } from '../support/wiki.mjs';

const form = JSON.parse( readFileSync( new URL( '../../../forms/2024.json', import.meta.url ), 'utf8' ) );
const template = `Template:${ form.template }`;

/** The four shapes that the cells of a template can have, by the row of a question. */
const shapes = {
	'a cell on each line': ( question, name ) => `|-\n| ${ question }\n| {{{${ name }}}}\n`,
	'the answer on a line of its own': ( question, name ) => `|-\n| ${ question }\n|\n{{{${ name }}}}\n`,
	'both on one line': ( question, name ) => `|-\n| ${ question } || {{{${ name }}}}\n`,
	'both on one line, closed': ( question, name ) => `|-\n| ${ question } || {{{${ name }}}} ||\n`
};

/** The template in a shape, and the names that its questions have. `edit` changes the rows, which are titles and `[ id, question, name ]`. */
function make( row, edit = ( rows ) => rows ) {
	const rows = form.sections.flatMap( ( section ) => [ section.title, ...section.groups.flatMap( ( group ) => [
		...( group.title ? [ group.title ] : [] ),
		...group.questions.map( ( { id, text, parameter, parameterStarts } ) => [ id, text, parameter ?? `${ parameterStarts ?? '' }${ wiki.word() }` ] )
	] ) ] );
	const edited = edit( rows );
	const lines = edited.map( ( of ) => typeof of === 'string' ? `|-\n! colspan="2" | ${ of }\n` : row( of[ 1 ], of[ 2 ] ) );
	return { rows: edited, text: `{| class="wikitable"\n${ lines.join( '' ) }|}` };
}

const questionsOf = ( { rows } ) => rows.filter( ( row ) => typeof row !== 'string' );
const part = ( page ) => page.getByRole( 'region', { name: 'The form on Meta-Wiki' } );
const source = ( page ) => page.locator( '.copy__source' ).inputValue();

/** The answers' cells as the wiki shows the page that the app would copy. */
async function shown( page, context ) {
	const onMeta = await context.newPage();
	await onMeta.setContent( await rendered( await source( page ) ) );
	const found = ( await cells( onMeta.getByRole( 'table' ).first() ) ).filter( ( row ) => row.length > 1 );
	await onMeta.close();
	return found;
}

/** Compares the form with a template's source that is pasted. */
async function comparePasted( page, text ) {
	await part( page ).getByRole( 'button', { name: 'Paste the template\'s source' } ).click();
	await part( page ).getByLabel( 'The template\'s source' ).fill( text );
	await part( page ).getByRole( 'button', { name: 'Compare with this text' } ).click();
}

// All of them write the one template.
test.describe.configure( { mode: 'serial' } );

for ( const [ shape, row ] of Object.entries( shapes ) ) {
	test( `names are learned online, and the wiki shows each answer in its cell: ${ shape }`, async ( { page, context, asked } ) => {
		const made = make( row );
		const revision = await wiki.edit( template, made.text );
		const report = await storeReport( page, seed.page );
		await go( page, `${ report }/review` );
		const before = await shown( page, context );
		expect( await source( page ) ).toMatch( /^\{\| class/ );
		expect( asked ).toEqual( [] );
		await part( page ).getByRole( 'button', { name: 'Compare with Meta-Wiki' } ).click();
		await expect( part( page ).getByText( 'The form agrees with Meta-Wiki.' ) ).toContainText( `revision ${ revision }` );
		expect( asked.length ).toBeLessThan( 3 );
		const written = await source( page );
		expect( written ).toContain( `{{${ form.template }` );
		for ( const [ , , name ] of questionsOf( made ) ) {
			expect( written ).toContain( `\n| ${ name } = ` );
		}
		const answers = ( found ) => found.map( ( [ , answer ] ) => answer );
		expect( answers( await shown( page, context ) ) ).toEqual( answers( before ) );
	} );
}

test( 'names are learned from pasted source, kept without network, and undone', async ( { page, asked } ) => {
	const made = make( shapes[ 'a cell on each line' ] );
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await comparePasted( page, made.text );
	await expect( part( page ).getByText( 'The form agrees with Meta-Wiki.' ) ).toContainText( 'pasted' );
	await expect.poll( () => source( page ) ).toContain( `{{${ form.template }` );
	await kept( page );
	await page.context().setOffline( true );
	await page.reload();
	await expect( part( page ).getByText( 'The form agrees with Meta-Wiki.' ) ).toBeVisible();
	expect( await source( page ) ).toContain( `{{${ form.template }` );
	expect( asked ).toEqual( [] );
	await part( page ).getByText( /^Learned and taken over from Meta-Wiki/ ).click();
	await part( page ).getByRole( 'button', { name: /^Undo: / } ).last().click();
	await expect.poll( () => source( page ) ).toMatch( /^\{\| class/ );
	await expect( part( page ).getByText( /One thing is different on Meta-Wiki/ ) ).toBeVisible();
} );

test( 'a reworded, a new and a dropped question are taken over one by one, and no answer is lost', async ( { page, context } ) => {
	const [ asks, name ] = [ `How often does ${ wiki.word() } dance by moonlight?`, wiki.word() ];
	const made = make( shapes[ 'both on one line' ], ( rows ) => rows
		.filter( ( row ) => row[ 0 ] !== 'leadershipcoi' )
		.flatMap( ( row ) => row[ 0 ] === 'mission' ?
			[ [ 'mission', 'What is the mission of the affiliate, in short?', row[ 2 ] ], [ 'new', asks, name ] ] : [ row ] ) );
	await wiki.edit( template, made.text );
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await part( page ).getByRole( 'button', { name: 'Compare with Meta-Wiki' } ).click();
	await expect( part( page ).getByText( '3 things are different on Meta-Wiki.' ) ).toBeVisible();
	for ( let left = 3; left > 0; left-- ) {
		await part( page ).getByRole( 'button', { name: /^Take this over/ } ).first().click();
		await expect( part( page ).getByRole( 'button', { name: /^Take this over/ } ) ).toHaveCount( left - 1 );
	}
	await expect( part( page ).getByText( 'The form agrees with Meta-Wiki.' ) ).toBeVisible();
	await expect( part( page ).getByRole( 'heading', { name: 'Answers that are not on the page' } ) ).toBeVisible();
	// The new question is asked, and its answer stands in its cell.
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await page.getByRole( 'textbox', { name: asks } ).fill( 'On every full moon' );
	await go( page, `${ report }/review` );
	const found = await shown( page, context );
	expect( found.map( ( [ question ] ) => question ) ).toEqual( questionsOf( made ).map( ( [ , text ] ) => text ) );
	expect( found.find( ( [ question ] ) => question === asks )[ 1 ] ).toBe( 'On every full moon' );
} );

test( 'a form file is opened by hand, and undone', async ( { page, asked } ) => {
	const asks = `What is the mission of ${ wiki.word() }?`;
	const reworded = structuredClone( { ...form, checked: '2026-11-02' } );
	reworded.sections.flatMap( ( { groups } ) => groups ).flatMap( ( group ) => group.questions ).find( ( { id } ) => id === 'mission' ).text = asks;
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await part( page ).getByRole( 'button', { name: 'Paste the template\'s source' } ).click();
	await part( page ).getByLabel( 'Open a file' ).setInputFiles( {
		name: 'form.json', mimeType: 'application/json', buffer: Buffer.from( JSON.stringify( reworded ) )
	} );
	const opened = part( page ).getByText( /^This form was opened from a file/ );
	await expect( opened ).toContainText( 'November 2, 2026' );
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await expect( page.getByRole( 'textbox', { name: asks } ) ).toHaveValue( seed.answers.mission );
	await go( page, `${ report }/review` );
	await part( page ).getByRole( 'button', { name: 'Undo: use the app\'s own form' } ).click();
	await expect( opened ).toHaveCount( 0 );
	// In the changed form, too, one is led to the question.
	const { text } = form.sections.flatMap( ( { groups } ) => groups ).flatMap( ( group ) => group.questions ).find( ( { id } ) => id === 'mission' );
	await page.getByRole( 'link', { name: `Change: ${ text }` } ).click();
	await expect( field( page, 'mission' ) ).toBeFocused();
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
	expect( asked ).toEqual( [] );
} );

test( 'with the keyboard, an answer that is not on the page moves on a press only', async ( { page } ) => {
	const asks = `Who conducts in ${ wiki.word() }?`;
	const made = make( shapes[ 'a cell on each line' ], ( rows ) => rows
		.filter( ( row ) => row[ 0 ] !== 'leadershipcoi' )
		.flatMap( ( row ) => row[ 0 ] === 'mission' ? [ row, [ 'new', asks, wiki.word() ] ] : [ row ] ) );
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await comparePasted( page, made.text );
	await expect( part( page ).getByText( '2 things are different on Meta-Wiki.' ) ).toBeVisible();
	for ( let left = 2; left > 0; left-- ) {
		await part( page ).getByRole( 'button', { name: /^Take this over/ } ).first().click();
		await expect( part( page ).getByRole( 'button', { name: /^Take this over/ } ) ).toHaveCount( left - 1 );
	}
	// The focus comes to the form's state once the view is drawn anew.
	const state = part( page ).getByRole( 'status' ).filter( { hasText: 'The form agrees with Meta-Wiki.' } );
	await expect( state ).toBeFocused();
	const left = part( page ).getByRole( 'heading', { name: 'Answers that are not on the page' } );
	const choice = part( page ).getByRole( 'combobox', { name: /^Put the answer to “.+” at another question$/ } );
	await choice.focus();
	await page.keyboard.press( 'ArrowDown' );
	await expect( choice ).toHaveValue( /./ );
	await expect( choice ).toBeFocused();
	await expect( left ).toBeVisible();
	await page.keyboard.press( 'Tab' );
	await expect( part( page ).getByRole( 'button', { name: 'Put it at another question…' } ) ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( left ).toHaveCount( 0 );
	await expect( state ).toBeFocused();
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await expect( page.getByRole( 'textbox', { name: asks } ) ).toHaveValue( seed.answers.leadershipcoi );
} );

test( 'a comparison that changes no question leaves the view as it is', async ( { page } ) => {
	const made = make( shapes[ 'a cell on each line' ] );
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await comparePasted( page, made.text );
	await expect( part( page ).getByText( 'The form agrees with Meta-Wiki.' ) ).toContainText( 'pasted' );
	// This time the names are known.
	const revision = await wiki.edit( template, made.text );
	const source = part( page ).getByLabel( 'The template\'s source' );
	await part( page ).getByRole( 'button', { name: 'Paste the template\'s source' } ).click();
	await source.fill( 'Half typed' );
	await part( page ).getByRole( 'button', { name: 'Compare with Meta-Wiki' } ).click();
	await expect( part( page ).getByText( 'The form agrees with Meta-Wiki.' ) ).toContainText( `revision ${ revision }` );
	await expect( source ).toHaveValue( 'Half typed' );
	await page.reload();
	await expect( part( page ).getByText( 'The form agrees with Meta-Wiki.' ) ).toContainText( `revision ${ revision }` );
} );
