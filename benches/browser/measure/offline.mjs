// The app without network: a browser that was closed is started again, and the server is gone.

import { withBrowserOf, withProfile } from '../chromium.mjs';
import { MACHINES } from '../conditions.mjs';
import { firstKey } from './load.mjs';
import { serve } from '../server.mjs';

/** An app without a worker by then, in milliseconds, has none. */
const PATIENCE = 10_000;

/**
 * Time until a field shows a key, for each round; `null` where the app has no service worker.
 *
 * @param {Object} app Its folder and its start button.
 * @param {Object} machine
 * @param {number} rounds
 * @return {Promise<number[]|null>} Milliseconds.
 */
export function offline( { folder, start }, machine, rounds ) {
	return withProfile( async ( profile ) => {
		const server = await serve( folder );
		const isReady = await withBrowserOf( profile, machine, async ( { page } ) => {
			await page.goto( server.url );
			return page.evaluate( workerInControl, PATIENCE );
		} ).finally( () => server.stop() );
		if ( !isReady ) {
			return null;
		}
		const times = [];
		for ( let round = 0; round < rounds; round++ ) {
			times.push( await withBrowserOf( profile, machine, async ( { page, slowDown } ) => {
				await slowDown( machine );
				await page.goto( server.url, { waitUntil: 'commit' } );
				return firstKey( page, start );
			} ) );
		}
		return times;
	} );
}

/** Runs in the page: whether a worker was installed and is active. */
async function workerInControl( patience ) {
	const timeout = new Promise( ( resolve ) => setTimeout( () => resolve( false ), patience ) );
	const active = navigator.serviceWorker.ready.then( () => true );
	return Promise.race( [ active, timeout ] );
}
