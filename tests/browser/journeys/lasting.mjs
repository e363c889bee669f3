// Reports are to last: the browser is asked to keep them, their writer is reminded to keep a copy, room is made when there is
// none, and nobody leaves by mistake what is nowhere else.

import { expect, startReport, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { reports, storeReport } from '../support/drafts.mjs';
import { LOCAL_FAULTS, MIRROR_FAULTS, inject } from '../support/faults.mjs';
import { field, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );
const notSaved = ( page ) => page.getByRole( 'button', { name: 'Not saved: download the report' } );

test( 'the browser is asked to keep the reports once there is some work in them, and only once', async ( { page } ) => {
	await page.addInitScript( () => {
		navigator.storage.persist = async () => {
			sessionStorage.setItem( 'asked', Number( sessionStorage.getItem( 'asked' ) ) + 1 );
			return false;
		};
		navigator.storage.persisted = async () => false;
	} );
	const asked = () => page.evaluate( () => Number( sessionStorage.getItem( 'asked' ) ) );
	await page.goto( './' );
	await startReport( page );
	for ( const id of [ 'name', 'mission' ] ) {
		await field( page, id ).fill( 'Lake Orin' );
	}
	await expect( saved( page ) ).toBeVisible();
	expect( await asked(), 'after two answers' ).toBe( 0 );
	await field( page, 'goals' ).fill( 'To write' );
	await expect( saved( page ) ).toBeVisible();
	await expect.poll( asked ).toBe( 1 );
	await page.reload();
	await field( page, 'languages' ).fill( 'English' );
	await expect( saved( page ) ).toBeVisible();
	expect( await asked(), 'after another load' ).toBe( 1 );
} );

test( 'after some days of work the writer is reminded to keep a copy, until there is one', async ( { page } ) => {
	const reminder = page.getByText( 'This report is in this browser only.' );
	await page.clock.install( { time: '2026-11-02T09:00:00Z' } );
	await page.goto( './' );
	await startReport( page );
	const workAt = async ( time ) => {
		await page.clock.setSystemTime( time );
		await field( page, 'mission' ).fill( `Written at ${ time }` );
		await expect( saved( page ) ).toBeVisible();
		await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
		await expect( page.getByRole( 'heading', { level: 1, name: 'Affiliate Report Builder' } ) ).toBeVisible();
		await expect( page.getByRole( 'heading', { level: 3 } ) ).toBeVisible();
	};
	await workAt( '2026-11-02T09:10:00Z' );
	await expect( reminder ).toHaveCount( 0 );
	await page.goBack();
	await workAt( '2026-11-05T08:00:00Z' );
	await expect( reminder ).toHaveCount( 0 );
	await page.goBack();
	await workAt( '2026-11-05T09:30:00Z' );
	await expect( reminder ).toBeVisible();
	await downloaded( page, () => page.getByRole( 'button', { name: 'Download Report without a name' } ).click() );
	await expect( reminder ).toHaveCount( 0 );
	await expect( page.getByRole( 'region', { name: 'Kept aside' } ) ).toHaveCount( 0 );
} );

test( 'two hours of work on one day are enough for that', async ( { page } ) => {
	const reminder = page.getByText( 'This report is in this browser only.' );
	await page.clock.install( { time: '2026-11-02T09:00:00Z' } );
	await page.goto( './' );
	await startReport( page );
	const begun = Date.parse( '2026-11-02T09:00:00Z' );
	const workUntil = async ( from, until ) => {
		for ( let minute = from; minute <= until; minute += 10 ) {
			await page.clock.setSystemTime( begun + minute * 60_000 );
			await field( page, 'mission' ).fill( `Written in minute ${ minute }` );
			await expect( saved( page ) ).toBeVisible();
		}
		await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
		await expect( page.getByRole( 'heading', { level: 1, name: 'Affiliate Report Builder' } ) ).toBeVisible();
		await expect( page.getByRole( 'heading', { level: 3 } ) ).toBeVisible();
	};
	await workUntil( 0, 110 );
	await expect( reminder ).toHaveCount( 0 );
	await page.goBack();
	await workUntil( 120, 130 );
	await expect( reminder ).toBeVisible();
	await downloaded( page, () => page.getByRole( 'button', { name: 'Download Report without a name' } ).click() );
	await expect( reminder ).toHaveCount( 0 );
	await page.goBack();
	await workUntil( 140, 160 );
	await expect( reminder ).toHaveCount( 0 );
} );

test( 'there is no room: emptying the trash makes some, and what was typed is written', async ( { page, context } ) => {
	await inject( context, LOCAL_FAULTS[ 'setItem is out of room' ], MIRROR_FAULTS[ 'put is out of room' ], `
		window.fail = false;
		const removes = IDBObjectStore.prototype.delete;
		IDBObjectStore.prototype.delete = function ( ...given ) {
			// Whatever goes makes room.
			window.fail = false;
			return removes.apply( this, given );
		};` );
	await page.goto( './' );
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( saved( page ) ).toBeVisible();
	await go( page, '#/' );
	await page.getByRole( 'button', { name: 'Delete Lake Orin' } ).click();
	await expect( page.getByText( '“Lake Orin” is in the trash for 30 days.' ) ).toBeVisible();
	await startReport( page );
	await page.evaluate( () => {
		window.fail = true;
	} );
	await field( page, 'name' ).fill( 'Lake Maren' );
	await expect( notSaved( page ) ).toBeVisible();
	await go( page, '#/' );
	await expect( page.getByText( 'This browser has no more room for this page.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Empty the trash to make room (one report)' } ).click();
	await expect( page.getByText( 'The trash is empty.' ) ).toBeVisible();
	await expect( page.getByText( 'This browser has no more room for this page.' ) ).toHaveCount( 0 );
	await page.getByRole( 'link', { name: 'Open Lake Maren' } ).click();
	await expect( saved( page ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Maren' );
} );

test( 'whoever leaves the page while something is nowhere else is asked, from whichever view', async ( { page, context } ) => {
	const asked = [];
	page.on( 'dialog', ( dialog ) => {
		asked.push( dialog.type() );
		return dialog.dismiss();
	} );
	const leave = () => page.evaluate( () => location.reload() );
	await inject( context, LOCAL_FAULTS[ 'setItem is out of room' ], MIRROR_FAULTS[ 'put throws' ] );
	await page.goto( './' );
	await startReport( page );
	await field( page, 'mission' ).pressSequentially( 'Nowhere but here' );
	await leave();
	await expect.poll( () => asked ).toEqual( [ 'beforeunload' ] );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Nowhere but here' );
	await go( page, '#/' );
	await leave();
	await expect.poll( () => asked.length ).toBe( 2 );
	// Once it is stored, nobody is asked. Without a view of it, too, it is tried again by itself.
	await page.evaluate( () => {
		window.fail = false;
		window.isBefore = true;
	} );
	await expect.poll( () => page.evaluate( () => Object.keys( localStorage ).some( ( key ) => key.includes( '/slot/' ) ) ) ).toBe( true );
	await leave();
	await expect.poll( () => page.evaluate( () => window.isBefore ).catch( () => true ) ).toBe( undefined );
	expect( asked.length ).toBe( 2 );
} );

test( 'nobody is reminded of a report that was only just made of another one, or handed over as a file', async ( { page } ) => {
	const reminder = page.getByText( 'This report is in this browser only.' );
	await storeReport( page, seed.page );
	await expect( reminder ).toHaveCount( 1 );
	await page.getByRole( 'button', { name: /^Start \d+ from this/ } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
	await go( page, '#/' );
	await page.getByRole( 'button', { name: /^Duplicate / } ).first().click();
	await expect( reports( page ) ).toHaveCount( 3 );
	await expect( reminder ).toHaveCount( 1 );

	await go( page, '#/draft/stored01' );
	await page.getByRole( 'banner' ).getByRole( 'button', { name: 'Share', exact: true } ).click();
	const dialog = page.getByRole( 'dialog', { name: 'Share' } );
	await downloaded( page, () => dialog.getByRole( 'button', { name: 'The draft as a file' } ).click() );
	await dialog.getByRole( 'button', { name: 'Close' } ).last().click();
	await go( page, '#/' );
	await expect( reports( page ) ).toHaveCount( 3 );
	await expect( reminder ).toHaveCount( 0 );
} );
