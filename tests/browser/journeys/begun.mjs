// A report that was begun and has nothing in it is none: it is neither stored nor listed before the first letter.

import { expect, startReport, test } from '../support/test.mjs';
import { expectNoReport, reports } from '../support/drafts.mjs';
import { field } from '../support/questions.mjs';
import { draftAddress, go } from '../support/views.mjs';

const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );

test( 'who turns back leaves nothing, however often it was begun', async ( { home: page } ) => {
	for ( let time = 0; time < 4; time++ ) {
		await startReport( page );
		await expect( field( page, 'name' ) ).toBeVisible();
		await expect( page.locator( '.header__report' ) ).toBeVisible();
		await expect( saved( page ) ).toHaveCount( 0 );
		await page.goBack();
		await expectNoReport( page );
	}
	await page.reload();
	await expectNoReport( page );
	expect( await page.evaluate( () => Object.keys( localStorage ).filter( ( key ) => /\/(draft|slot)\//.test( key ) ) ) ).toEqual( [] );
} );

test( 'the first letter makes it a report', async ( { write: page } ) => {
	await field( page, 'mission' ).pressSequentially( 'W' );
	await expect( saved( page ) ).toBeVisible();
	await page.goBack();
	await expect( reports( page ) ).toHaveText( [ 'Report without a name' ] );
	// The next one is another one.
	await startReport( page );
	await expect( field( page, 'mission' ) ).toHaveValue( '' );
	await page.goBack();
	await expect( reports( page ) ).toHaveCount( 1 );
} );

test( 'so does what is done without typing', async ( { write: page } ) => {
	await page.locator( '#question-goals' ).getByRole( 'button', { name: 'Mark for later' } ).click();
	await page.goBack();
	await expect( reports( page ) ).toHaveCount( 1 );
} );

test( 'its address leads to the empty form after the page was loaded anew, and to what was typed there', async ( { write: page } ) => {
	const address = draftAddress( page );
	for ( const view of [ '', '/review', '/text', '/history' ] ) {
		await go( page, address + view );
		await page.reload();
		await expect( page.getByRole( 'heading', { level: 1, name: 'This report cannot be shown' } ) ).toHaveCount( 0 );
		await go( page, '#/' );
		await expectNoReport( page );
	}
	await go( page, address );
	await field( page, 'name' ).pressSequentially( 'Lake Orin' );
	await expect( saved( page ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'it is not stored by a page that is looked at again', async ( { write: page } ) => {
	for ( const event of [ 'visibilitychange', 'freeze', 'resume' ] ) {
		await page.evaluate( ( name ) => document.dispatchEvent( new Event( name ) ), event );
	}
	await page.goBack();
	await expectNoReport( page );
} );

test( 'what two copies of the tab type into it is all there', async ( { write: page, context } ) => {
	const other = await context.newPage();
	await other.goto( './' );
	// A browser that duplicates a tab copies what the tab keeps.
	await other.evaluate( ( kept ) => Object.assign( sessionStorage, kept ), await page.evaluate( () => ( { ...sessionStorage } ) ) );
	await other.goto( page.url() );
	await other.reload();
	await expect( field( other, 'goals' ) ).toBeVisible();
	await field( other, 'goals' ).fill( 'To meet' );
	await expect( saved( other ) ).toBeVisible();
	await expect( field( page, 'goals' ) ).toHaveValue( 'To meet' );
	await field( page, 'mission' ).fill( 'We write.' );
	await expect( field( other, 'mission' ) ).toHaveValue( 'We write.' );
	for ( const tab of [ page, other ] ) {
		await tab.goto( './' );
		await expect( reports( tab ) ).toHaveCount( 1 );
	}
	// Start leads to a report of its own in both.
	await startReport( other );
	await expect( field( other, 'mission' ) ).toHaveValue( '' );
} );
