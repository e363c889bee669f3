// What the browser keeps is lost, in whole or in part, or the worker is.

import { deployNext, expect, kept, keptVersions, loadsAgain, started, test, useNew, version } from '../support/published.mjs';

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
