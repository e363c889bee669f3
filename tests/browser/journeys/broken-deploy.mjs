// A deploy that is broken, or in the middle: the version that is there goes on, whole, and the new one comes once all
// of it is there.

import { deployNext, expect, keptVersions, lookAgain, started, test, useNew, version } from '../support/published.mjs';
import { KEEPING } from '../support/host.mjs';

const isWasm = ( path ) => path?.endsWith( '.wasm' );
const isPage = ( path ) => path === '' || path === 'index.html';
const error = { status: 503, type: 'text/html', body: Buffer.from( '<h1>Service unavailable</h1>' ) };
const page = { status: 200, type: 'text/html', body: Buffer.from( '<!DOCTYPE html><title>Some page</title>' ) };
const missing = { status: 404, type: 'text/plain', body: Buffer.from( 'not found' ) };

/** What may go wrong: by its name, what comes instead of which file. */
const FAULTS = {
	'errors for everything': () => () => error,
	'errors for everything but the worker': () => ( path ) => path !== 'sw.js' && error,
	'an error for the program': () => ( path ) => isWasm( path ) && error,
	'a page as the program': () => ( path ) => isWasm( path ) && page,
	'half of the program': ( host ) => ( path ) => isWasm( path ) && half( host, path ),
	'a program whose connection breaks off': ( host ) => ( path ) => isWasm( path ) && { ...whole( host, path ), cut: true },
	'half of the script around the program': ( host ) => ( path ) => /^affiliate-.*\.js$/.test( path ) && half( host, path ),
	'a program that is not there yet': () => ( path ) => isWasm( path ) && missing,
	'a list of names that is not there yet': () => ( path ) => path?.startsWith( 'names' ) && missing,
	'another page': () => ( path ) => isPage( path ) && page,
	'half of the page': ( host ) => ( path ) => isPage( path ) && half( host, path ),
	'half of the worker': ( host ) => ( path ) => path === 'sw.js' && half( host, path ),
	'a page as the worker': () => ( path ) => path === 'sw.js' && page,
	'no worker': () => ( path ) => path === 'sw.js' && missing
};

function whole( host, path ) {
	const types = { wasm: 'application/wasm', js: 'text/javascript', '': 'text/html' };
	return { status: 200, type: types[ path.split( '.' )[ 1 ] || '' ], body: host.file( path ) };
}

function half( host, path ) {
	const file = whole( host, path );
	return { ...file, body: file.body.subarray( 0, file.body.length / 2 ) };
}

for ( const [ name, fault ] of Object.entries( FAULTS ) ) {
	test( `${ name }: nothing changes, until it is mended`, async ( { home: page, host } ) => {
		// The worst host: the browser may keep what it has once got for a year.
		host.keeping = KEEPING.byName;
		const before = await keptVersions( page );
		deployNext( host );
		host.requests = [];
		host.fault = fault( host );
		await lookAgain( page );
		await settled( page, host );
		await expect( useNew( page ) ).toHaveCount( 0 );
		expect( await keptVersions( page ) ).toEqual( before );
		await page.reload();
		await started( page );
		await settled( page, host );
		expect( await version( page ) ).toBe( 'first' );
		expect( await keptVersions( page ) ).toEqual( before );

		host.fault = () => undefined;
		await lookAgain( page );
		await useNew( page ).click();
		await expect.poll( () => version( page ).catch( () => '' ) ).toBe( 'next' );
		await host.stop();
		await page.reload();
		await started( page );
		expect( await version( page ) ).toBe( 'next' );
	} );
}

/** The host was asked for the new version, and what came of that is decided. */
async function settled( page, host ) {
	await expect.poll( () => host.requests.some( ( request ) => request.path === 'sw.js' ) ).toBe( true );
	host.requests = [];
	await page.evaluate( async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		// Comes after whatever is under way, and fails as that did.
		await registration.update().catch( () => {} );
		const worker = registration.installing;
		if ( worker ) {
			await new Promise( ( done ) => worker.addEventListener( 'statechange', done ) );
		}
	} );
}

test( 'a first visit in the middle of a deploy: it works, and is kept once all is there', async ( { page, host } ) => {
	host.fault = ( path ) => path?.startsWith( 'names' ) && missing;
	await page.goto( './' );
	await started( page );
	await expect.poll( () => host.requests.some( ( request ) => request.path?.startsWith( 'names' ) ) ).toBe( true );
	await expect.poll( () => keptVersions( page ) ).toEqual( [] );
	host.fault = () => undefined;
	await page.reload();
	await expect.poll( () => page.evaluate( () => navigator.serviceWorker.controller?.state ) ).toBe( 'activated' );
	await host.stop();
	await page.reload();
	await started( page );
} );
