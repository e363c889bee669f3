// Last year's report beside this year's: started from what is in this browser, looked at while writing, checked fast.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const question = ( id ) => questions.find( ( each ) => each.id === id );
const keep = ( page, id ) => page.getByRole( 'button', { name: 'Keep this answer', exact: true, description: question( id ).text } );
const lastYear = ( page, id ) => page.locator( `#question-${ id }` ).getByText( 'Last year (2024)' );

/** The report of 2026 that one press makes of the seed's, which is about 2024 and in this browser. */
async function next( page ) {
	await page.clock.setFixedTime( '2027-02-01T12:00:00Z' );
	await storeReport( page, seed.page );
	await page.getByRole( 'button', { name: `Start 2026 from this: ${ seed.answers.name }` } ).click();
	await expect( field( page, 'reportingyear' ) ).toHaveValue( '2026' );
}

test( 'a card\'s report is the start of the next one, and stays as it was', async ( { page } ) => {
	await next( page );
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
	await field( page, 'mission' ).fill( 'Changed' );
	await go( page, '#/' );
	const cards = page.getByRole( 'list' ).filter( { has: page.getByRole( 'heading', { level: 3 } ) } ).getByRole( 'listitem' );
	await expect( cards ).toHaveCount( 2 );
	await expect( cards.filter( { hasText: '2024' } ).filter( { hasText: '30 of 30' } ) ).toHaveCount( 1 );
	await expect( page.getByRole( 'button', { name: /^Start 2027 from this/ } ) ).toHaveCount( 1 );
} );

test( 'the reports in this browser come first where last year\'s is asked for', async ( { page } ) => {
	await page.clock.setFixedTime( '2026-11-28T12:00:00Z' );
	await storeReport( page, seed.page );
	await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
	const headings = page.getByRole( 'heading', { level: 2 } );
	await expect( headings.first() ).toHaveText( 'Reports in this browser' );
	await page.getByRole( 'button', { name: `Start 2025 from this: ${ seed.answers.name }` } ).click();
	await expect( field( page, 'reportingyear' ) ).toHaveValue( '2025' );
} );

test( 'last year\'s answer stays under its field, also after it was edited and loaded anew', async ( { page } ) => {
	await next( page );
	await field( page, 'mission' ).fill( 'Changed' );
	await lastYear( page, 'mission' ).click();
	await expect( page.locator( '#question-mission' ).getByText( seed.answers.mission ) ).toBeVisible();
	await field( page, 'participants' ).fill( '169 people came.' );
	await expect( lastYear( page, 'participants' ) ).toContainText( '100, now 169: +69' );
	await field( page, 'participants' ).fill( '40 and 45 people came.' );
	await expect( lastYear( page, 'participants' ) ).not.toContainText( 'now' );
	await page.reload();
	await lastYear( page, 'mission' ).click();
	await expect( page.locator( '#question-mission' ).getByText( seed.answers.mission ) ).toBeVisible();
} );

test( 'what came in is the first of the earlier versions', async ( { page } ) => {
	await next( page );
	await field( page, 'mission' ).fill( 'Changed' );
	await page.getByRole( 'link', { name: 'Earlier versions' } ).click();
	const first = page.getByRole( 'main' ).getByRole( 'listitem' ).filter( { hasText: 'answers were brought in' } );
	await first.getByRole( 'button' ).click();
	await expect( page.getByRole( 'insertion' ).filter( { hasText: 'Changed' } ) ).toHaveCount( 1 );
} );

test( 'one answer after the other is kept, but no number by one press too many', async ( { page } ) => {
	await next( page );
	await expect( page.getByRole( 'button', { name: 'Next to check' } ) ).toBeVisible();
	await keep( page, 'name' ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( keep( page, 'languages' ) ).toBeFocused();
	await keep( page, 'goals' ).focus();
	for ( const id of [ 'decisionmaking', 'financialreport' ] ) {
		await page.keyboard.press( 'Enter' );
		await expect( keep( page, id ) ).toBeFocused();
	}
	await page.keyboard.press( 'Enter' );
	await expect( field( page, 'decisionmakingparticipants' ) ).toBeFocused();
	await page.getByRole( 'button', { name: 'Next to check' } ).click();
	await expect( field( page, 'membershiptrends' ) ).toBeFocused();
} );

const keepAll = ( page ) => page.getByRole( 'button', { name: /^Keep all \d+: Organizational development$/ } );

/** Keeps all answers of a section at once, after each was on the screen. */
async function keepSection( page ) {
	for ( const { id } of questions.slice( 9, 18 ) ) {
		await field( page, id ).scrollIntoViewIfNeeded();
		await lastYear( page, id ).scrollIntoViewIfNeeded();
	}
	await keepAll( page ).click();
	await expect( page.getByText( /^\d+ answers are kept\./ ) ).toBeVisible();
}

test( 'a section\'s texts that were on the screen are kept at once, and that is taken back', async ( { page } ) => {
	await next( page );
	await expect( keepAll( page ) ).toHaveCount( 0 );
	await keepSection( page );
	await expect( keep( page, 'decisionmaking' ) ).toHaveCount( 0 );
	// The number is still to be looked at.
	await expect( page.locator( '#question-decisionmakingparticipants' ).getByRole( 'button', { name: 'Same as last year' } ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( keep( page, 'decisionmaking' ) ).toBeVisible();
} );

test( 'taking back that a section is kept leaves what was edited since', async ( { page } ) => {
	await next( page );
	await keepSection( page );
	await field( page, 'decisionmaking' ).fill( 'The members decide.' );
	await page.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( keep( page, 'successionplanning' ) ).toBeVisible();
	await expect( field( page, 'decisionmaking' ) ).toHaveValue( 'The members decide.' );
} );
