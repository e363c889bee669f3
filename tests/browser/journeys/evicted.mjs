// What the browser keeps is lost, in whole or in part, or the worker is.

import { deployNext, expect, kept, keptVersions, loadsAgain, started, test, useNew, version } from '../support/published.mjs';
import { field } from '../support/questions.mjs';
import { startReport } from '../support/test.mjs';

const deleteAll = ( page ) => page.evaluate( async () => {
	for ( const name of await caches.keys() ) {
		await caches.delete( name );
	}
} );

const deleteFile = ( page, end ) => page.evaluate( async ( wanted ) => {
	for ( const name of await caches.keys() ) {
		const cache = await caches.open( name );
		for ( const request of await cache.keys() ) {
			if ( request.url.endsWith( wanted ) ) {
				await cache.delete( request );
			}
		}
	}
}, end );

const files = async ( page ) => ( await keptVersions( page ) ).flatMap( ( [ , addresses ] ) => addresses ).toSorted();

for ( const [ name, lose ] of [
	[ 'all that is kept', deleteAll ],
	[ 'the program', ( page ) => deleteFile( page, '.wasm' ) ],
	[ 'the page', ( page ) => deleteFile( page, '/' ) ]
] ) {
	test( `${ name } is lost: it comes from the host, and is kept again`, async ( { home: page, host } ) => {
		const before = await files( page );
		await lose( page );
		expect( await files( page ) ).not.toEqual( before );
		await page.reload();
		await started( page );
		await expect.poll( () => files( page ) ).toEqual( before );
		await host.stop();
		await page.reload();
		await started( page );
	} );

	test( `${ name } is lost, and the host has the next version: old worker, new page`, async ( { home: page, host } ) => {
		await lose( page );
		deployNext( host );
		await page.reload();
		await started( page );
		expect( await version( page ) ).toBe( 'next' );
		await loadsAgain( page, () => useNew( page ).click() );
		expect( await version( page ) ).toBe( 'next' );
		await host.stop();
		await page.reload();
		await started( page );
		expect( await version( page ) ).toBe( 'next' );
	} );
}

/** The program is not kept any more, and the worker does not know: as if the browser had passed it by for all but the page. */
const hide = ( page ) => page.evaluate( async () => {
	const [ name ] = await caches.keys();
	const cache = await caches.open( name );
	const program = ( await cache.keys() ).find( ( { url } ) => url.endsWith( '.wasm' ) && !/late/.test( url ) );
	await cache.delete( program );
	await cache.put( 'in-its-place', new Response( '' ) );
	return program.url;
} );
const missing = { status: 404, type: 'text/plain', body: Buffer.from( 'not found' ) };
const loadAgain = ( page ) => page.getByRole( 'button', { name: 'Load the page again' } );

test( 'the program does not come, once: the page comes again by itself', async ( { home: page, host } ) => {
	const program = await hide( page );
	await page.goto( 'about:blank' );
	let failed = false;
	host.fault = ( path ) => {
		const fault = program.endsWith( path || '/' ) && !failed ? missing : undefined;
		failed ||= Boolean( fault );
		return fault;
	};
	await page.goto( './' );
	await started( page );
	await expect( loadAgain( page ) ).toHaveCount( 0 );
	expect( failed ).toBe( true );
} );

test( 'the program does not come: after a second time the reader is told', async ( { home: page, host } ) => {
	const program = await hide( page );
	await page.goto( 'about:blank' );
	let loaded = 0;
	page.on( 'load', () => loaded++ );
	host.fault = ( path ) => program.endsWith( path || '/' ) ? missing : undefined;
	await page.goto( './' );
	await expect( loadAgain( page ) ).toBeVisible();
	await page.waitForLoadState( 'networkidle' );
	expect( loaded ).toBe( 2 );
	host.fault = () => undefined;
	await loadAgain( page ).click();
	await started( page );
} );

test( 'the program does not come to somebody who has begun to write: nothing is taken from under the hand', async ( { home: page, host } ) => {
	const program = await hide( page );
	await page.goto( 'about:blank' );
	let fail;
	const held = new Promise( ( done ) => {
		fail = done;
	} );
	host.holding = ( path ) => program.endsWith( path || '/' ) ? held : undefined;
	host.fault = ( path ) => program.endsWith( path || '/' ) ? missing : undefined;
	await page.goto( './' );
	await startReport( page );
	await field( page, 'name' ).fill( 'Typed before the app was there' );
	fail();
	await expect( loadAgain( page ) ).toBeVisible();
	await expect( field( page, 'name' ) ).toHaveValue( 'Typed before the app was there' );
	host.fault = () => undefined;
	await loadAgain( page ).click();
	await expect( field( page, 'name' ) ).toHaveValue( 'Typed before the app was there' );
} );

test( 'a file that is seldom needed is lost, and the host is gone: the rest works', async ( { home: page, host } ) => {
	const names = ( await files( page ) ).find( ( address ) => /\/names-/.test( address ) );
	await deleteFile( page, names );
	await host.stop();
	await page.reload();
	await started( page );
	await host.start();
	await page.reload();
	await expect.poll( () => files( page ) ).toContain( names );
} );

test( 'the page is loaded past the worker: new page, old worker', async ( { home: page, host, context } ) => {
	deployNext( host );
	const browser = await context.newCDPSession( page );
	await browser.send( 'Network.enable' );
	await browser.send( 'Network.setBypassServiceWorker', { bypass: true } );
	await page.reload();
	await started( page );
	expect( await version( page ) ).toBe( 'next' );
	await browser.send( 'Network.setBypassServiceWorker', { bypass: false } );
	await loadsAgain( page, () => useNew( page ).click() );
	expect( await version( page ) ).toBe( 'next' );
	await kept( page );
} );

test( 'the worker is unregistered: it comes back', async ( { home: page, host } ) => {
	await page.evaluate( async () => {
		for ( const registration of await navigator.serviceWorker.getRegistrations() ) {
			await registration.unregister();
		}
	} );
	await page.reload();
	await started( page );
	await kept( page );
	await host.stop();
	await page.reload();
	await started( page );
} );

test( 'no worker is allowed: the app works', async ( { page, host } ) => {
	await page.addInitScript( () => {
		ServiceWorkerContainer.prototype.register = () => Promise.reject( new DOMException( 'not allowed', 'SecurityError' ) );
	} );
	await page.goto( './' );
	await started( page );
	await page.waitForLoadState( 'networkidle' );
	expect( host.requests.map( ( request ) => request.path ) ).not.toContain( 'sw.js' );
	expect( await keptVersions( page ) ).toEqual( [] );
} );
