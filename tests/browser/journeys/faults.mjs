// One fault at a time, each in its place: what is typed is not lost, and what the header says of it is true.

import { expect, startReport, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { LOCAL_FAULTS, MIRROR_FAULTS, inject } from '../support/faults.mjs';
import { field } from '../support/questions.mjs';

const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );
const partly = ( page ) => page.getByText( 'Saved, but not safe from a crash', { exact: true } );
const notSaved = ( page ) => page.getByRole( 'button', { name: 'Not saved: download the report' } );

for ( const [ fault, script ] of Object.entries( LOCAL_FAULTS ) ) {
	test( `localStorage fails (${ fault }): the database carries on`, async ( { page, context } ) => {
		await inject( context, script );
		await page.goto( './' );
		await startReport( page );
		await field( page, 'mission' ).fill( 'Free knowledge' );
		await expect( saved( page ) ).toBeVisible();
		await page.reload();
		await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
		await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
		await expect( page.getByRole( 'link', { name: /^Open (?!a file)/ } ) ).toHaveCount( 1 );
	} );
}

/** What is typed is written all the same. */
const READING = new Set( [ 'get throws', 'getAll throws', 'getAllKeys throws', 'getAll never answers' ] );
/** Nobody knows for some seconds. */
const SILENT = new Set( [ 'open never answers', 'writing never completes' ] );

for ( const [ fault, script ] of Object.entries( MIRROR_FAULTS ) ) {
	test( `IndexedDB fails (${ fault }): localStorage carries on, and what that means is said`, async ( { page, context } ) => {
		await inject( context, script );
		await page.goto( './' );
		await startReport( page );
		await field( page, 'mission' ).fill( 'Free knowledge' );
		if ( READING.has( fault ) ) {
			// Where what it has is not told, it is waited for, for some seconds.
			await expect( saved( page ) ).toBeVisible();
		} else if ( SILENT.has( fault ) ) {
			// As long as nobody knows, nothing is claimed.
			await expect( page.getByText( 'Saving…' ) ).toBeVisible();
			await expect( partly( page ) ).toBeVisible();
			await expect( page.getByText( 'The browser\'s database does not answer.' ) ).toBeVisible();
		} else {
			await expect( partly( page ) ).toBeVisible();
			await expect( page.getByText( 'the last minute can be lost' ) ).toBeVisible();
		}
		await page.reload();
		await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
	} );
}

test( 'when both refuse, the file is one click away, and when one comes back, so do the writes', async ( { page, context } ) => {
	await inject( context, LOCAL_FAULTS[ 'setItem is out of room' ], MIRROR_FAULTS[ 'put is out of room' ] );
	await page.goto( './' );
	await startReport( page );
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await expect( page.getByText( 'The browser\'s storage is full.' ) ).toBeVisible();
	const file = await downloaded( page, () => notSaved( page ).click() );
	expect( JSON.parse( file.text ).drafts[ 0 ].answers.mission.text ).toBe( 'Free knowledge' );
	// Without another keystroke: what was refused is tried again by itself.
	await page.evaluate( () => {
		window.fail = false;
	} );
	await expect( saved( page ) ).toBeVisible();
	await expect( notSaved( page ) ).toHaveCount( 0 );
	await page.evaluate( () => localStorage.clear() );
	await page.reload();
	await page.evaluate( () => {
		window.fail = false;
	} );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
} );

test( 'what is cleared under the running app is written again', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await expect( saved( page ) ).toBeVisible();
	const other = await context.newPage();
	await other.goto( './' );
	await other.evaluate( () => new Promise( ( done, failed ) => {
		localStorage.clear();
		const request = indexedDB.deleteDatabase( 'affiliate-report-builder' );
		request.onsuccess = done;
		request.onerror = failed;
	} ) );
	await expect.poll( () => other.evaluate( () => Object.keys( localStorage ).filter( ( key ) => key.includes( '/slot/' ) ).length ) )
		.toBeGreaterThan( 0 );
	await other.close();
	await field( page, 'goals' ).fill( 'To write' );
	await expect( saved( page ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
	await expect( field( page, 'goals' ) ).toHaveValue( 'To write' );
	// The database has it, too.
	await page.evaluate( () => localStorage.clear() );
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
} );

test( 'a report that a newer version has written is left alone', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await expect( saved( page ) ).toBeVisible();
	const draft = page.url().match( /#\/draft\/([^/]+)/ )[ 1 ];
	const other = await context.newPage();
	await other.goto( './' );
	// A record of format 2, whole, as its checksum says (FNV-1a over the record with an empty sum).
	await other.evaluate( ( id ) => {
		const parts = ( sum ) => `{"slot":2,"sum":"${ sum }","head":{},"fields":{}}`;
		let sum = 0xcbf29ce484222325n;
		for ( const byte of new TextEncoder().encode( parts( '' ) ) ) {
			sum = ( ( sum ^ BigInt( byte ) ) * 0x100000001b3n ) & 0xffffffffffffffffn;
		}
		localStorage.setItem( `affiliate-report-builder/slot/${ id }/00000000000000ff`, parts( sum.toString( 16 ).padStart( 16, '0' ) ) );
	}, draft );
	await expect( page.getByText( 'A newer version of this app, in another tab, has saved this report.' ) ).toBeVisible();
	const before = await page.evaluate( () => JSON.stringify( { ...localStorage } ) );
	await field( page, 'goals' ).fill( 'Typed in the old version' );
	await field( page, 'goals' ).press( 'Tab' );
	const file = await downloaded( page, () => notSaved( page ).click() );
	expect( JSON.parse( file.text ).drafts[ 0 ].answers.goals.text ).toBe( 'Typed in the old version' );
	const slots = ( stored ) => Object.entries( JSON.parse( stored ) ).filter( ( [ key ] ) => key.includes( '/slot/' ) );
	expect( slots( await page.evaluate( () => JSON.stringify( { ...localStorage } ) ) ) ).toEqual( slots( before ) );
} );
