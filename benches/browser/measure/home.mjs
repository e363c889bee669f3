// Coming back to the app: a browser that was closed shows the reports that are kept in it.

import { withBrowserOf, withProfile } from '../chromium.mjs';
import { MACHINES } from '../conditions.mjs';
import { APP } from '../contestants.mjs';
import { openCopies } from './seed.mjs';

const REPORTS = 20;
/** Characters of each answer. */
const LENGTH = 1000;
/** By then, in milliseconds, the browser has put the app into its cache. */
const CACHED = 2000;

/**
 * Time to the list of 20 reports, with a slow processor and the app in the browser's cache.
 *
 * @param {Object} app
 * @param {boolean} isFull Whether other tools of the same origin have filled the rest of the storage.
 * @param {number} rounds
 * @return {Promise<number[]>} Milliseconds, for each round.
 */
export function home( { url }, isFull, rounds ) {
	const machine = MACHINES.phone;
	return withProfile( async ( profile ) => {
		await withBrowserOf( profile, machine, async ( { page } ) => {
			await openCopies( page, url, REPORTS, LENGTH );
			await shown( page );
			if ( isFull ) {
				await page.evaluate( fill );
			}
			await page.waitForTimeout( CACHED );
		} );
		const times = [];
		for ( let round = 0; round < rounds; round++ ) {
			times.push( await withBrowserOf( profile, machine, async ( { page, slowDown } ) => {
				await slowDown( machine );
				await page.goto( url, { waitUntil: 'commit' } );
				return shown( page );
			} ) );
		}
		return times;
	} );
}

const shown = ( page ) => page.evaluate( ( [ selector, count ] ) => window.probe.count( selector, count ), [ APP.card, REPORTS ] );

/** Runs in the page: fills localStorage to the last character. */
function fill() {
	for ( let size = 1 << 22, number = 0; size >= 1; number++ ) {
		try {
			localStorage.setItem( `other-tool-${ number }`, 'x'.repeat( size ) );
		} catch {
			size /= 2;
		}
	}
}
