// The browser's database does not answer, because another tab keeps it busy: what is said is true, everything else
// works, and when it answers after all, everything is as if nothing had been.

import { expect, startReport, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { occupy } from '../support/faults.mjs';
import { field } from '../support/questions.mjs';

const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );
const partly = ( page ) => page.getByText( 'Saved, but not safe from a crash', { exact: true } );

/** Another tab, without the app, that can keep the database busy. */
async function otherTab( page, context ) {
	await expect( saved( page ) ).toBeVisible();
	const other = await context.newPage();
	await other.route( '**/other', ( route ) => route.fulfill( { contentType: 'text/html', body: '<link rel="icon" href="data:,">' } ) );
	await other.goto( './other' );
	return other;
}

test( 'while writing: it is said, typing goes on, and the late answer heals', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'Free' );
	const other = await otherTab( page, context );
	const release = await occupy( other );
	await page.bringToFront();
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await expect( page.getByText( 'Saving…' ) ).toBeVisible();
	await expect( partly( page ) ).toBeVisible();
	await expect( page.getByRole( 'status' ).filter( { hasText: 'The browser\'s database does not answer.' } ) ).toBeVisible();
	await field( page, 'goals' ).fill( 'To write' );
	await expect( partly( page ) ).toBeVisible();
	await release();
	await expect( saved( page ) ).toBeVisible();
	// The database has it by itself.
	await page.evaluate( () => localStorage.clear() );
	await page.goto( 'about:blank' );
	await page.goBack();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
	await expect( field( page, 'goals' ) ).toHaveValue( 'To write' );
} );

test( 'while opening: the report is there, and the rest when it comes', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'Free knowledge' );
	const other = await otherTab( page, context );
	const release = await occupy( other );
	await page.bringToFront();
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
	await expect( page.getByText( 'Opening…' ) ).toBeVisible();
	await field( page, 'goals' ).fill( 'To write' );
	await expect( partly( page ) ).toBeVisible();
	await release();
	await expect( saved( page ) ).toBeVisible();
} );

test( 'a report that only the database has: it is not said to be gone, and opens when it answers', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'Free knowledge' );
	const other = await otherTab( page, context );
	const release = await occupy( other );
	const address = page.url();
	await page.goto( 'about:blank' );
	await other.evaluate( () => localStorage.clear() );
	await page.goto( address );
	await expect( page.getByText( 'Opening the report…' ) ).toBeVisible();
	await expect( page.getByText( 'The browser\'s database does not answer.' ) ).toBeVisible();
	await release();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
	await expect( saved( page ) ).toBeVisible();
} );

test( 'at home: reports are listed, begun, saved to a file, deleted and taken back', async ( { write: page, context } ) => {
	await field( page, 'name' ).fill( 'Lake Orin' );
	const other = await otherTab( page, context );
	await occupy( other );
	await page.bringToFront();
	await page.goto( './' );
	await page.reload();
	const report = page.getByRole( 'link', { name: 'Open Lake Orin' } );
	await expect( report ).toBeVisible();
	const file = await downloaded( page, () => page.getByRole( 'button', { name: 'Save all reports to one file' } ).click() );
	expect( JSON.parse( file.text ).drafts[ 0 ].answers.name.text ).toBe( 'Lake Orin' );
	await page.getByRole( 'button', { name: 'Delete Lake Orin' } ).click();
	await expect( report ).toHaveCount( 0 );
	await page.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( report ).toBeVisible();
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Maren' );
	await expect( partly( page ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Maren' );
} );
