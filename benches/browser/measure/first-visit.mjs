// What a first visit transfers: the page, a report started, and all that a service worker fetches for later.

import { withPage } from '../chromium.mjs';
import { MACHINES } from '../conditions.mjs';
import { firstKey } from './load.mjs';

/** After so many milliseconds without a request there is no other to come. */
const QUIET = 1500;

/**
 * Every file that is sent, with the bytes of its body as it goes over the network, the largest first, and whether nothing
 * works before it is there.
 *
 * @return {Promise<{ path: string, bytes: number, isFirst: boolean }[]>}
 */
export function firstVisit( browser, { start, server } ) {
	return withPage( browser, MACHINES.phone, async ( { page } ) => {
		server.sent.length = 0;
		await page.goto( server.url );
		await firstKey( page, start );
		for ( let seen = -1; seen < server.sent.length; ) {
			seen = server.sent.length;
			await page.waitForTimeout( QUIET );
		}
		const missing = server.sent.filter( ( { found } ) => !found );
		if ( missing.length ) {
			throw new Error( `asked for, but not there: ${ missing.map( ( { path } ) => path ).join( ', ' ) }` );
		}
		const first = await page.evaluate( firstFiles );
		return server.sent.map( ( { path, bytes } ) => ( { path, bytes, isFirst: first.includes( path ) } ) )
			.sort( ( one, other ) => other.bytes - one.bytes );
	} );
}

/** Runs in the page: the page, and what it names to begin with, which is style and program. */
function firstFiles() {
	const { module, wasm } = document.querySelector( 'script[data-module]' )?.dataset || {};
	const named = Array.from( document.querySelectorAll( 'link[rel=stylesheet], script[src]' ), ( { href, src } ) => href || src );
	const here = new URL( './', document.baseURI ).href;
	const addresses = [ ...named, module, wasm ].filter( Boolean ).map( ( address ) => new URL( address, here ).href );
	return [ 'index.html', ...addresses.map( ( address ) => address.replace( here, '' ) ) ];
}
