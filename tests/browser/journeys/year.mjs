// A new year's report that starts from an earlier one gets its own year and its own page, whatever the date is.

import { expect, test } from '../support/test.mjs';
import { convert } from '../support/core.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

const newYear = ( page ) => page.getByRole( 'textbox', { name: 'Which year is the new report for?' } );
const editor = ( page ) => page.getByRole( 'link', { name: 'Open the page\'s source editor on Meta-Wiki' } );
const warning = ( page ) => page.getByText( 'This page has the title of the earlier report' );
const check = ( page ) => page.getByRole( 'link', { name: 'Review and copy' } ).click();
/** The affiliate as in the title of the seed's page; the answer writes it with a small letter. */
const AFFILIATE = 'Wikimedia Community of Kazakh Language User Group';
const pageOf = ( year ) => `Reports/${ year }/${ AFFILIATE }`;

/** Starts a report from the seed's page, which is about 2024; `year` is typed in the place of the one proposed. */
async function startFromSeed( page, year ) {
	await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
	await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( seed.page );
	if ( year !== undefined ) {
		await newYear( page ).fill( year );
	}
	await page.getByRole( 'button', { name: /^Start (the report of .*|a new report) with these answers$/ } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
}

for ( const [ today, year ] of [ [ '2026-01-15', '2025' ], [ '2026-11-28', '2025' ], [ '2027-02-01', '2026' ] ] ) {
	test( `what starts from the report of 2024 on ${ today } is about ${ year }`, async ( { page } ) => {
		await page.clock.setFixedTime( `${ today }T12:00:00Z` );
		await page.goto( './' );
		await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
		await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( seed.page );
		await expect( newYear( page ) ).toHaveValue( year );
		await page.getByRole( 'button', { name: `Start the report of ${ year } with these answers` } ).click();
		await expect( field( page, 'reportingyear' ) ).toHaveValue( year );
		await expect( page.getByRole( 'button', { name: /^Same as last year/, description: questions[ 4 ].text } ) ).toHaveCount( 0 );
		await check( page );
		await expect( page.getByText( pageOf( year ) ).first() ).toBeVisible();
		await expect( page.getByLabel( 'Edit summary' ) ).toHaveValue( `Affiliate health criteria report ${ year }: ${ AFFILIATE }` );
		expect( decodeURIComponent( await editor( page ).getAttribute( 'href' ) ).replaceAll( '_', ' ' ) ).toContain( pageOf( year ) );
		await expect( warning( page ) ).toHaveCount( 0 );
		await go( page, '#/' );
		await expect( page.getByRole( 'listitem' ).filter( { hasText: seed.answers.name } ).getByText( year ).first() ).toBeVisible();
	} );
}

test( 'of a file with several reports the years are those of the chosen one, whatever was typed for another', async ( { page } ) => {
	await page.clock.setFixedTime( '2026-11-28T12:00:00Z' );
	const file = JSON.parse( convert( 'json', seed.page ) );
	const [ draft ] = file.drafts;
	file.drafts.push( { ...draft, id: 'another1', year: '2025', answers: { ...draft.answers, reportingyear: { text: '2025', origin: 'imported' } } } );
	await page.goto( './#/open/last-year' );
	await page.getByLabel( 'Or choose a file' ).setInputFiles( { name: 'reports.json', mimeType: 'application/json', buffer: Buffer.from( JSON.stringify( file ) ) } );
	await page.getByText( 'Change what it is for and where it goes' ).click();
	const from = page.getByRole( 'textbox', { name: 'Which year it is from' } );
	await expect( newYear( page ) ).toHaveValue( '2025' );
	await expect( from ).toHaveValue( '2024' );
	await newYear( page ).fill( '2031' );
	await page.getByLabel( 'Which report of this file' ).selectOption( { index: 1 } );
	await expect( newYear( page ) ).toHaveValue( '2026' );
	await expect( from ).toHaveValue( '2025' );
	await expect( page.getByRole( 'button', { name: 'Start the report of 2026 with these answers' } ) ).toBeVisible();
	// What is typed in the middle stays where it is typed.
	await newYear( page ).press( 'Home' );
	await newYear( page ).pressSequentially( 'AB' );
	await expect( newYear( page ) ).toHaveValue( 'AB2026' );
} );

test( 'with the earlier report\'s title the way to Meta stops, and one press makes the year right', async ( { home: page } ) => {
	await startFromSeed( page, '2024' );
	await check( page );
	await expect( warning( page ) ).toContainText( pageOf( 2024 ) );
	await expect( editor( page ) ).toHaveCount( 0 );
	await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
	await expect( page.getByText( 'Before you publish it, decide about the title' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Decide about the title' } ).click();
	await page.keyboard.press( 'Tab' );
	await expect( page.getByRole( 'button', { name: /^Make it the report of \d+$/ } ) ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( page.getByText( /^The page is now called: .*Reports\/20(2[5-9]|[3-9]\d)\// ) ).toBeVisible();
	await expect( warning( page ) ).toHaveCount( 0 );
	await expect( editor( page ) ).toBeVisible();
} );

test( 'a page that is copied by a key has its title\'s other report named, too', async ( { home: page } ) => {
	await startFromSeed( page, '2024' );
	await field( page, 'mission' ).press( 'Control+Shift+Enter' );
	await expect( page.getByText( 'Before you publish it, decide about the title' ) ).toBeVisible();
} );

test( 'who keeps the earlier report\'s title is not asked again', async ( { home: page } ) => {
	await startFromSeed( page, '2024' );
	await check( page );
	await page.getByRole( 'button', { name: 'Keep this title' } ).click();
	await expect( page.getByText( 'You keep a title that another report has' ) ).toBeVisible();
	await expect( editor( page ) ).toBeVisible();
	await page.reload();
	await expect( editor( page ) ).toBeVisible();
	await expect( warning( page ) ).toHaveCount( 0 );
} );

test( 'two reports in this browser do not go to one page unnoticed', async ( { page } ) => {
	await storeReport( page, seed.page, 'stored01' );
	const report = await storeReport( page, seed.page, 'stored02' );
	await go( page, `${ report }/review` );
	await expect( page.getByText( 'Another report in this browser has the same page title' ) ).toContainText( pageOf( 2024 ) );
	await expect( editor( page ) ).toHaveCount( 0 );
	await page.getByRole( 'button', { name: 'Change the title' } ).click();
	await expect( page.getByRole( 'textbox', { name: 'Name of the affiliate' } ) ).toBeFocused();
	await page.keyboard.type( 'Another affiliate' );
	await expect( editor( page ) ).toBeVisible();
} );

test( 'without a year the question stays open', async ( { home: page } ) => {
	await startFromSeed( page, '' );
	await expect( field( page, 'reportingyear' ) ).toHaveValue( '' );
} );
