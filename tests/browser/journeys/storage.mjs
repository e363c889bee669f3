// The browser's storage fails, or holds what nobody can read.

import { expect, startReport, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';
import { downloaded } from '../support/download.mjs';

const PREFIX = 'affiliate-report-builder/';

test( 'blocked storage is told of, and work goes on', async ( { page } ) => {
	await page.addInitScript( () => {
		for ( const name of [ 'localStorage', 'indexedDB' ] ) {
			Object.defineProperty( window, name, {
				get() {
					throw new DOMException( 'blocked', 'SecurityError' );
				}
			} );
		}
	} );
	await page.goto( './' );
	await expect( page.getByText( 'This browser does not let this page store anything' ) ).toBeVisible();
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( '1 of 30', { exact: true } ).first() ).toBeVisible();
	const file = await downloaded( page, () => page.getByRole( 'button', { name: 'Not saved: download the report' } ).click() );
	expect( JSON.parse( file.text ).drafts[ 0 ].answers.name.text ).toBe( 'Lake Orin' );
	await page.goBack();
	await page.getByRole( 'link', { name: 'Open Lake Orin' } ).click();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'a full storage is told of, and what is typed can be downloaded', async ( { write: page } ) => {
	await page.evaluate( () => {
		const { put } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = function () {
			throw new DOMException( 'full', 'QuotaExceededError' );
		};
		window.makeRoom = () => {
			IDBObjectStore.prototype.put = put;
		};
	} );
	await page.evaluate( () => {
		// All the room there is, by halves.
		for ( let size = 4_194_304; size >= 1; size = size > 1 ? Math.floor( size / 2 ) : 0 ) {
			try {
				localStorage.setItem( `filler-${ size }`, 'x'.repeat( size ) );
			} catch {
				// Too much; the next is smaller.
			}
		}
	} );
	await field( page, 'mission' ).fill( 'Free knowledge. '.repeat( 20 ) );
	const notSaved = page.getByRole( 'button', { name: 'Not saved: download the report' } );
	await expect( notSaved ).toBeVisible();
	await expect( page.getByRole( 'status' ).filter( { hasText: 'storage is full' } ) ).toHaveCount( 1 );
	const file = await downloaded( page, () => notSaved.click() );
	expect( JSON.parse( file.text ).drafts[ 0 ].answers.mission.text ).toContain( 'Free knowledge.' );

	await page.evaluate( () => {
		window.makeRoom();
		Object.keys( localStorage )
			.filter( ( key ) => key.startsWith( 'filler' ) )
			.forEach( ( key ) => localStorage.removeItem( key ) );
	} );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( /^Free knowledge\./ );
} );

test( 'a damaged record is set aside, offered as it is, and never written over', async ( { home: page } ) => {
	const key = `${ PREFIX }draft/damaged1`;
	const record = '{"format":"affiliate-report-builder","version":1,"drafts":[{"answ';
	await page.evaluate( ( [ where, what ] ) => localStorage.setItem( where, what ), [ key, record ] );
	await page.reload();
	const aside = page.getByRole( 'region', { name: 'Kept aside' } );
	await expect( aside ).toBeVisible();
	const file = await downloaded( page, () => aside.getByRole( 'button', { name: 'Download it as it is' } ).click() );
	expect( file.text ).toBe( record );

	await page.goto( './#/draft/damaged1' );
	await expect( page.getByRole( 'heading', { level: 1, name: 'This report cannot be shown' } ) ).toBeVisible();
	await page.getByRole( 'link', { name: 'All reports' } ).click();
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	expect( await page.evaluate( ( where ) => localStorage.getItem( where ), key ) ).toBe( record );
} );

test( 'a draft that another tab has changed meanwhile is not lost', async ( { write: page, context } ) => {
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	const other = await context.newPage();
	await other.goto( page.url() );
	await field( other, 'mission' ).fill( 'Typed in the other tab' );
	await expect( other.getByText( 'Saved in this browser' ) ).toBeVisible();
	await other.close();
	await field( page, 'languages' ).fill( 'Typed in the first tab' );
	await field( page, 'languages' ).press( 'Tab' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	await page.goBack();
	const stored = await page.evaluate( () => JSON.stringify( { ...localStorage } ) );
	expect( stored ).toContain( 'Typed in the other tab' );
	expect( stored ).toContain( 'Typed in the first tab' );
} );

test( 'an address of a report that is not here says so', async ( { page } ) => {
	await page.goto( './#/draft/nothing' );
	await expect( page.getByRole( 'heading', { level: 1, name: 'This report cannot be shown' } ) ).toBeVisible();
	await page.goto( './#/nowhere/at/all' );
	await expect( page.getByRole( 'heading', { level: 1, name: 'There is nothing at this address' } ) ).toBeVisible();
} );

test( 'other tools that share the storage are left alone', async ( { home: page } ) => {
	await page.evaluate( () => localStorage.setItem( 'somebody-else', 'theirs' ) );
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await page.goBack();
	await page.getByRole( 'button', { name: 'Delete everything from this browser' } ).click();
	await page.getByRole( 'button', { name: 'Delete everything', exact: true } ).click();
	await expect( page.getByText( 'There is no report in this browser yet.' ) ).toBeVisible();
	expect( await page.evaluate( () => ( { ...localStorage } ) ) ).toEqual( {
		'somebody-else': 'theirs',
		// What tells other tabs of it.
		'affiliate-report-builder/cleared': expect.any( String )
	} );
} );
