// Both of the browser's stores have lost the reports: it is said that they were here, and what to do.

import { expect, openMenu, startReport, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const none = ( page ) => page.getByText( 'There is no report in this browser yet.' );
const gone = ( page ) => page.getByText( 'Reports were in this browser, and they are not here any more' );
const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );

/** Deletes what both stores have, from a page without the app. */
async function loseAll( page ) {
	await page.route( '**/other', ( route ) => route.fulfill( { contentType: 'text/html', body: '<link rel="icon" href="data:,">' } ) );
	await page.goto( './other' );
	await page.evaluate( () => new Promise( ( done, failed ) => {
		localStorage.clear();
		const deleting = indexedDB.deleteDatabase( 'affiliate-report-builder' );
		deleting.onsuccess = done;
		deleting.onerror = deleting.onblocked = failed;
	} ) );
	await page.goto( './' );
}

test( 'where there was a report, it is said that it is gone, until there is one again', async ( { write: page } ) => {
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( saved( page ) ).toBeVisible();
	await loseAll( page );
	await expect( gone( page ) ).toBeVisible();
	await expect( gone( page ) ).toContainText( 'Open a file or text' );
	await expect( none( page ) ).toHaveCount( 0 );
	// It is no less true after another load.
	await openMenu( page );
	await page.getByRole( 'combobox', { name: 'Theme' } ).selectOption( 'Dark' );
	await page.reload();
	await expect( gone( page ) ).toBeVisible();
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Maren' );
	await expect( saved( page ) ).toBeVisible();
	await go( page, '#/' );
	await expect( gone( page ) ).toHaveCount( 0 );
} );

test( 'where there was none, or all was deleted on purpose, nothing of that is said', async ( { home: page } ) => {
	await expect( none( page ) ).toBeVisible();
	await loseAll( page );
	await expect( none( page ) ).toBeVisible();
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( saved( page ) ).toBeVisible();
	await go( page, '#/' );
	await page.getByRole( 'button', { name: 'Delete everything from this browser' } ).click();
	await page.getByRole( 'button', { name: 'Delete everything', exact: true } ).click();
	await expect( none( page ) ).toBeVisible();
	await page.reload();
	await expect( none( page ) ).toBeVisible();
	await loseAll( page );
	await expect( none( page ) ).toBeVisible();
	await expect( gone( page ) ).toHaveCount( 0 );
} );

test( 'a trash that was emptied is no loss', async ( { write: page } ) => {
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( saved( page ) ).toBeVisible();
	await go( page, '#/' );
	await page.getByRole( 'button', { name: 'Delete Lake Orin' } ).click();
	await page.getByText( /^Trash \(/ ).click();
	await page.getByRole( 'button', { name: 'Empty the trash' } ).click();
	await expect( page.getByText( 'The trash is empty.' ) ).toBeVisible();
	await page.reload();
	await expect( none( page ) ).toBeVisible();
} );
