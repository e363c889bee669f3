// The page is checked, copied, and shown by a real wiki.

import { expect, test } from '../support/test.mjs';
import { convert } from '../support/core.mjs';
import { downloaded } from '../support/download.mjs';
import { storeReport } from '../support/drafts.mjs';
import { cells } from '../support/page-table.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go, reportInPart } from '../support/views.mjs';
import { rendered, wiki } from '../support/wiki.mjs';

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

const preview = ( page ) => page.getByRole( 'region', { name: 'The page as Meta will show it' } ).getByRole( 'table' );

/** Presses *Copy wikitext* and gives what is on the clipboard then. */
async function copyWikitext( page ) {
	await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
	await expect( page.getByText( 'Copied. The wikitext is on your clipboard' ) ).toBeVisible();
	return page.evaluate( () => navigator.clipboard.readText() );
}

/** The file of this kind that *More* hands over. */
async function more( page, end ) {
	const button = page.getByRole( 'button', { name: new RegExp( `\\(\\.${ end }\\)` ) } );
	if ( !( await button.isVisible() ) ) {
		await page.getByText( 'More', { exact: true } ).click();
	}
	return downloaded( page, () => button.click() );
}

test( 'a whole report is checked, and what is copied is what the core writes', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, report );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Review and copy' } ) ).toBeFocused();
	await expect( page.getByText( 'All 30 questions have an answer. Read the page once, then copy it.' ) ).toBeVisible();
	expect( await copyWikitext( page ) ).toBe( convert( 'table', seed.page ) );
} );

test( 'a real wiki shows what the preview shows', async ( { page, context } ) => {
	test.skip( !wiki, 'there is no wiki to ask' );
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	const shown = await cells( preview( page ) );
	expect( shown.filter( ( row ) => row.length === 2 ) ).toHaveLength( questions.length );
	const copied = await copyWikitext( page );
	const onMeta = await context.newPage();
	await onMeta.setContent( await rendered( copied ) );
	expect( await cells( onMeta.getByRole( 'table' ).first() ) ).toEqual( shown );
} );

test( 'what could be markup is shown as typed, by the preview and by a wiki', async ( { write: page, context } ) => {
	test.skip( !wiki, 'there is no wiki to ask' );
	const typed = {
		name: 'Orin | Valdora {{PAGENAME}} ~~~~',
		mission: '* one\n* two <b>bold</b>\n\n== not a heading ==',
		goals: 'https://example.org/a_b?c=d&e=f and [https://example.org a link]',
		diversity: '\'\'\'Bold\'\'\', [[Main Page]] and <nowiki>[[Main Page]]</nowiki>'
	};
	for ( const [ id, text ] of Object.entries( typed ) ) {
		await field( page, id ).fill( text );
	}
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	const shown = await cells( preview( page ) );
	const answer = ( rows, id ) => rows.find( ( [ question ] ) => question === questions.find( ( one ) => one.id === id ).text )[ 1 ];
	expect( answer( shown, 'name' ) ).toBe( typed.name );
	expect( answer( shown, 'mission' ) ).toBe( 'one two <b>bold</b> == not a heading ==' );
	expect( answer( shown, 'diversity' ) ).toBe( 'Bold, Main Page and [[Main Page]]' );
	const onMeta = await context.newPage();
	await onMeta.setContent( await rendered( await copyWikitext( page ) ) );
	expect( await cells( onMeta.getByRole( 'table' ).first() ) ).toEqual( shown );
} );

test( 'Change leads to the answer\'s field', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	const { text } = questions.find( ( { id } ) => id === 'diversity' );
	await page.getByRole( 'link', { name: `Change: ${ text }` } ).click();
	await expect( field( page, 'diversity' ) ).toBeFocused();
	await field( page, 'diversity' ).fill( 'Changed' );
	await page.goBack();
	await expect( preview( page ).getByRole( 'row', { name: text } ) ).toContainText( 'Changed' );
} );

test( 'an unfinished report is copied after being told', async ( { write: page } ) => {
	await field( page, 'name' ).fill( 'Lake Orin' );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page.getByText( '29 questions are left' ) ).toBeVisible();
	expect( await copyWikitext( page ) ).toContain( 'Lake Orin' );
} );

test( 'what was copied and then changed is said to be', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await copyWikitext( page );
	await go( page, report );
	await field( page, 'mission' ).fill( 'Changed' );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page.getByText( 'Copied, changed since.' ) ).toBeVisible();
} );

for ( const [ end, kind ] of [ [ 'wiki', 'table' ], [ 'txt', 'text' ], [ 'html', 'html' ] ] ) {
	test( `the .${ end } file is what the core writes`, async ( { page } ) => {
		const report = await storeReport( page, seed.page );
		await go( page, `${ report }/review` );
		const file = await more( page, end );
		expect( file.name ).toMatch( new RegExp( `\\.${ end }$` ) );
		expect( file.text ).toBe( convert( kind, seed.page ) );
	} );
}

test( 'the .json file holds every answer', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	const file = await more( page, 'json' );
	const answers = ( text ) => Object.entries( JSON.parse( text ).drafts[ 0 ].answers ).map( ( [ id, answer ] ) => [ id, answer.text ] );
	expect( answers( file.text ) ).toEqual( answers( convert( 'json', seed.page ) ) );
	expect( answers( file.text ) ).toHaveLength( questions.length );
} );

test( 'what was mended and has changed in another tab since is not taken back', async ( { page, context } ) => {
	const report = await reportInPart( page );
	await go( page, report );
	await field( page, 'goals' ).fill( '1. one\n2. two' );
	await go( page, `${ report }/review` );
	const { text } = questions.find( ( { id } ) => id === 'goals' );
	const row = preview( page ).getByRole( 'row', { name: text } );
	const findings = page.getByRole( 'region', { name: 'What is left to do' } );
	await findings.getByRole( 'listitem' ).filter( { hasText: text } ).getByRole( 'button' ).first().click();
	await expect( row.getByRole( 'listitem' ) ).toHaveText( [ 'one', 'two' ] );
	const other = await context.newPage();
	await other.goto( `./${ report }` );
	await field( other, 'goals' ).fill( 'Written later, in another tab' );
	await expect( row ).toContainText( 'Written later, in another tab' );
	const undo = page.getByRole( 'button', { name: `Undo: ${ text }` } );
	await undo.click();
	await expect( undo ).toHaveCount( 0 );
	await expect( row ).toContainText( 'Written later, in another tab' );
	await expect( field( other, 'goals' ) ).toHaveValue( 'Written later, in another tab' );
	await expect( findings.getByRole( 'heading', { name: 'What is left to do' } ) ).toBeFocused();
} );
