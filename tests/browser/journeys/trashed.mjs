// A report is put into the trash in another tab while it is open here: that is said, and the writer decides.

import { expect, test } from '../support/test.mjs';
import { LOCAL_FAULTS, MIRROR_FAULTS, inject } from '../support/faults.mjs';
import { field } from '../support/questions.mjs';
import { draftAddress, go } from '../support/views.mjs';

const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );
const told = ( page ) => page.getByRole( 'status' ).filter( { hasText: 'Another tab has put this report into the trash.' } );
const keep = ( page ) => page.getByRole( 'button', { name: 'Take it out of the trash' } );
const leave = ( page ) => page.getByRole( 'button', { name: 'Leave it in the trash' } );

/** A report that is open here, and another tab with the start page. */
async function begun( page, context ) {
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( saved( page ) ).toBeVisible();
	const other = await context.newPage();
	await other.goto( './' );
	await expect( other.getByRole( 'link', { name: 'Open Lake Orin' } ) ).toBeVisible();
	return other;
}

async function discard( other ) {
	await other.getByRole( 'button', { name: 'Delete Lake Orin' } ).click();
	await expect( other.getByRole( 'button', { name: 'Undo' } ) ).toBeVisible();
}

test( 'it is said, and taken out again where the writer says so', async ( { write: page, context } ) => {
	const other = await begun( page, context );
	await expect( told( page ) ).toHaveCount( 0 );
	await discard( other );
	await expect( told( page ) ).toBeVisible();
	// Wherever in the report one is.
	await page.evaluate( () => scrollTo( 0, 800 ) );
	await expect( keep( page ) ).toBeInViewport();
	await go( page, `${ draftAddress( page ) }/review` );
	await expect( told( page ) ).toBeVisible();
	await page.goBack();
	await keep( page ).click();
	await expect( told( page ) ).toHaveCount( 0 );
	await expect( other.getByRole( 'link', { name: 'Open Lake Orin' } ).first() ).toBeVisible();
	await page.reload();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
	await expect( told( page ) ).toHaveCount( 0 );
} );

test( 'what is typed afterwards is kept, and the writer is still asked', async ( { write: page, context } ) => {
	const other = await begun( page, context );
	await discard( other );
	await expect( told( page ) ).toBeVisible();
	await field( page, 'mission' ).fill( 'Typed in the trash' );
	await expect( saved( page ) ).toBeVisible();
	await expect( told( page ) ).toBeVisible();
	await leave( page ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Affiliate Report Builder' } ) ).toBeVisible();
	await expect( page.getByRole( 'link', { name: 'Open Lake Orin' } ) ).toHaveCount( 0 );
	await page.getByText( /^Trash \(/ ).click();
	await page.getByRole( 'button', { name: 'Restore Lake Orin' } ).click();
	await page.getByRole( 'link', { name: 'Open Lake Orin' } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Typed in the trash' );
	await expect( told( page ) ).toHaveCount( 0 );
} );

test( 'it is said also where one types just then', async ( { write: page, context } ) => {
	const other = await begun( page, context );
	await field( page, 'mission' ).focus();
	await page.keyboard.type( 'We write' );
	const typing = ( async () => {
		for ( let at = 0; at < 12; at++ ) {
			await page.keyboard.type( ' on' );
			await page.waitForTimeout( 100 );
		}
	} )();
	await discard( other );
	await typing;
	await expect( told( page ) ).toBeVisible();
	await keep( page ).click();
	await expect( told( page ) ).toHaveCount( 0 );
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( /^We write on/ );
} );

test( 'what another tab takes back needs no decision', async ( { write: page, context } ) => {
	const other = await begun( page, context );
	await discard( other );
	await expect( told( page ) ).toBeVisible();
	await other.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( told( page ) ).toHaveCount( 0 );
} );

test( 'where it cannot be taken out of the trash, that is said', async ( { write: page, context } ) => {
	const other = await begun( page, context );
	const report = draftAddress( page );
	await discard( other );
	await inject( context, LOCAL_FAULTS[ 'setItem throws' ], MIRROR_FAULTS[ 'put throws' ], 'window.fail = false;' );
	const third = await context.newPage();
	await third.goto( `./${ report }` );
	await third.evaluate( () => {
		window.fail = true;
	} );
	await third.getByRole( 'button', { name: 'Restore' } ).click();
	await expect( third.getByRole( 'alert' ) ).toBeVisible();
} );
