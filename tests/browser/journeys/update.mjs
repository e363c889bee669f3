// A new version is deployed: it waits until the writer wants it, and nothing that was typed is lost.

import { deployNext, expect, kept, keptVersions, loadsAgain, lookAgain, started, test, useNew, version } from '../support/published.mjs';
import { expectNoBarrier } from '../support/look.mjs';
import { startReport } from '../support/test.mjs';
import { field, seed } from '../support/questions.mjs';
import { occupy } from '../support/faults.mjs';
import { expectSuggested } from '../support/suggested.mjs';

const loadTab = ( page ) => page.getByRole( 'button', { name: 'Load this tab again' } );

test( 'while somebody types: it is offered, waits, and takes over with every letter kept', async ( { home: page, host } ) => {
	await startReport( page );
	const mission = field( page, 'mission' );
	await mission.focus();
	deployNext( host );
	await lookAgain( page );
	// Typing goes on until the new version is here, and a little longer.
	let typed = '';
	for ( let word = 1; !await useNew( page ).isVisible() || word < 10; word++ ) {
		await page.keyboard.type( `word${ word } ` );
		typed += `word${ word } `;
	}
	await expect( mission ).toBeFocused();
	await expect( mission ).toHaveValue( typed );
	await expect( page.getByRole( 'status' ).filter( { hasText: 'A new version of this app is ready.' } ) ).toBeVisible();
	await expectNoBarrier( page, 'the offer' );
	expect( await version( page ) ).toBe( 'first' );

	// Without the writer's word it stays as it is, whatever else one does.
	await page.reload();
	await expect( mission ).toHaveValue( typed );
	expect( await version( page ) ).toBe( 'first' );
	await expect( useNew( page ) ).toBeVisible();

	// The last letters are not saved yet when the button is pressed.
	await mission.press( 'End' );
	await page.keyboard.type( 'and the last' );
	await loadsAgain( page, () => useNew( page ).click() );
	expect( await version( page ) ).toBe( 'next' );
	await expect( mission ).toHaveValue( `${ typed }and the last` );
	await expect( useNew( page ) ).toHaveCount( 0 );

	// It is the one that is kept from now on.
	await host.stop();
	await page.reload();
	await expect( mission ).toHaveValue( `${ typed }and the last` );
	expect( await version( page ) ).toBe( 'next' );
} );

test( 'with two tabs: the other one goes on with the files of its version', async ( { home: first, host, context } ) => {
	// Caches of others who share the origin, one of them almost at our address.
	await first.evaluate( ( scope ) => Promise.all( [
		caches.open( 'somebody-else' ), caches.open( `affiliate-report-builder ${ scope }copy/ 0123` )
	] ), host.address );
	await startReport( first );
	const second = await context.newPage();
	await second.goto( './' );
	await startReport( second );
	await field( second, 'mission' ).fill( 'Typed in the second tab' );

	deployNext( host );
	await lookAgain( first );
	await expect( useNew( first ) ).toBeVisible();
	await expect( useNew( second ) ).toBeVisible();
	await loadsAgain( first, () => useNew( first ).click() );
	expect( await version( first ) ).toBe( 'next' );

	await expect( loadTab( second ) ).toBeVisible();
	await expect( useNew( second ) ).toHaveCount( 0 );
	expect( await version( second ) ).toBe( 'first' );
	// The names' list is loaded only now, and the host has another one under another name. That there is no other tab any
	// more does not take it away.
	await first.close();
	await lookAgain( second );
	host.requests = [];
	await expectSuggested( second );
	expect( host.requests.filter( ( request ) => request.path?.startsWith( 'names' ) ) ).toEqual( [] );

	await loadsAgain( second, () => loadTab( second ).click() );
	expect( await version( second ) ).toBe( 'next' );
	await expect( field( second, 'mission' ) ).toHaveValue( 'Typed in the second tab' );
	await expect( loadTab( second ) ).toHaveCount( 0 );

	// What nobody needs any more is gone; others' caches are not ours to touch.
	await expect.poll( async () => {
		await lookAgain( second );
		return ( await keptVersions( second ) ).length;
	} ).toBe( 3 );
	const names = ( await keptVersions( second ) ).map( ( [ name ] ) => name );
	expect( names ).toContain( 'somebody-else' );
	expect( names ).toContain( `affiliate-report-builder ${ host.address }copy/ 0123` );
} );

test( 'it is wanted while the worker is at work: it comes all the same', async ( { home: page, host } ) => {
	deployNext( host );
	await lookAgain( page );
	await expect( useNew( page ) ).toBeVisible();
	await page.evaluate( () => {
		const { at } = document.querySelector( '[data-file="names.json"]' ).dataset;
		const end = performance.now() + 1500;
		const ask = async () => {
			while ( performance.now() < end ) {
				await fetch( at ).then( ( answer ) => answer.text() );
			}
		};
		Array.from( { length: 6 }, ask );
	} );
	await useNew( page ).click();
	await expect.poll( () => version( page ).catch( () => 'none' ) ).toBe( 'next' );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
} );

test( 'nobody asks for it: it is there once no page of the old one is open', async ( { home: page, host, context } ) => {
	deployNext( host );
	await lookAgain( page );
	await expect( useNew( page ) ).toBeVisible();
	const later = await context.newPage();
	await page.close();
	await expect.poll( async () => {
		await later.goto( './' );
		await started( later );
		const found = await version( later );
		await later.goto( 'about:blank' );
		return found;
	} ).toBe( 'next' );
} );

test( 'it is looked for at the start, and from time to time', async ( { page, host } ) => {
	await page.clock.install();
	await page.goto( './' );
	await started( page );
	await kept( page );
	const asked = () => host.requests.filter( ( request ) => request.path === 'sw.js' ).length;
	const before = asked();
	await page.clock.fastForward( '59:00' );
	expect( asked() ).toBe( before );
	await page.clock.fastForward( '02:00' );
	await expect.poll( asked ).toBe( before + 1 );
	deployNext( host );
	await page.reload();
	await expect( useNew( page ) ).toBeVisible();
} );

test( 'what the browser does not store is not thrown away for it', async ( { home: page, host } ) => {
	await startReport( page );
	await page.evaluate( () => {
		const full = () => {
			throw new DOMException( 'full', 'QuotaExceededError' );
		};
		Storage.prototype.setItem = full;
		IDBObjectStore.prototype.put = full;
	} );
	await field( page, 'mission' ).fill( 'Nowhere but here' );
	await expect( page.getByRole( 'button', { name: 'Not saved: download the report' } ) ).toBeVisible();
	deployNext( host );
	await lookAgain( page );
	await useNew( page ).click();
	await expect( page.getByText( 'Something you typed is not saved and would be lost.' ) ).toBeVisible();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Nowhere but here' );
	expect( await version( page ) ).toBe( 'first' );
} );

test( 'what was pasted and not taken is there in the new version', async ( { home: page, host } ) => {
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	const paste = page.getByRole( 'textbox', { name: 'Paste the report' } );
	await paste.fill( seed.page );
	deployNext( host );
	await lookAgain( page );
	await expect( useNew( page ) ).toBeVisible();
	await loadsAgain( page, () => useNew( page ).click() );
	expect( await version( page ) ).toBe( 'next' );
	await expect( paste ).toHaveValue( seed.page );
	await expect( page.getByText( '30 of 30 questions found, 30 with an answer.' ) ).toBeVisible();
} );

test( 'a database that does not answer keeps nobody from it', async ( { home: page, host, context } ) => {
	await startReport( page );
	await field( page, 'mission' ).fill( 'Free' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	const other = await context.newPage();
	await other.goto( './logo.svg' );
	await occupy( other );
	await page.bringToFront();
	deployNext( host );
	await lookAgain( page );
	await expect( useNew( page ) ).toBeVisible();
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await loadsAgain( page, () => useNew( page ).click() );
	expect( await version( page ) ).toBe( 'next' );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
} );

test( 'a version that breaks down is left for the next one', async ( { home: page, host } ) => {
	deployNext( host );
	await lookAgain( page );
	await expect( useNew( page ) ).toBeVisible();
	await page.evaluate( () => dispatchEvent( new CustomEvent( 'affiliate-report-builder:crash', { detail: 'broken' } ) ) );
	await loadsAgain( page, () => page.getByRole( 'alert' ).getByRole( 'button', { name: 'Load the page again' } ).click() );
	expect( await version( page ) ).toBe( 'next' );
} );
