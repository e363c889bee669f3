// What a first visit transfers: the page, a report started, and all that a service worker fetches for later.

import { withPage } from '../chromium.mjs';
import { MACHINES } from '../conditions.mjs';
import { firstKey } from './load.mjs';

/** After so many milliseconds without a request there is no other to come. */
const QUIET = 1500;

/**
 * Every file that is sent, with the bytes of its body as it goes over the network, the largest first.
 *
 * @return {Promise<{ path: string, bytes: number }[]>}
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
		return server.sent.map( ( { path, bytes } ) => ( { path, bytes } ) ).sort( ( one, other ) => other.bytes - one.bytes );
	} );
}
