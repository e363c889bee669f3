// A first visit: nothing stored, nothing cached, a cheap phone, a slow network.

import { withPage } from '../chromium.mjs';
import { MACHINES } from '../conditions.mjs';

/** How long is waited for what comes behind once everything has been transferred, in milliseconds. */
const QUIET = 1000;
/** How many keys are typed until one is shown. */
const TRIES = 20;

/**
 * Goes to the contestant and types a key into the first field as soon as there is one.
 *
 * @return {Promise<{ ready: number, firstPaint: number, blocking: number, takenOver: number }>} Milliseconds; `takenOver` is 0 where
 *     no app takes over from fields of the page.
 */
export function load( browser, { start, url }, network ) {
	return visit( browser, url, network, async ( page ) => {
		const ready = await firstKey( page, start );
		// What blocks behind the first key is blocking, too: the app's first fields are there before the app is.
		await rest( page );
		const { firstPaint, blocking, takenOver } = await page.evaluate( () => ( { ...window.probe, blocking: window.probe.blocking() } ) );
		return { ready, firstPaint, blocking, takenOver };
	} );
}

/**
 * Goes to the contestant and waits until its fields are painted, without a key: the browser stops looking for the
 * largest paint when one is pressed.
 *
 * @return {Promise<{ largestPaint: number }>} Milliseconds.
 */
export function paints( browser, { start, url }, network ) {
	return visit( browser, url, network, async ( page ) => {
		await page.evaluate( ( words ) => window.probe.firstField( words ), start );
		await rest( page );
		const { largestPaint } = await page.evaluate( () => window.probe );
		return { largestPaint };
	} );
}

/** Until all that the page asks for is there and has been worked on. */
async function rest( page ) {
	await page.waitForLoadState( 'networkidle' );
	await page.waitForTimeout( QUIET );
}

function visit( browser, url, network, then ) {
	const machine = MACHINES.phone;
	return withPage( browser, machine, async ( { page, slowDown, throttle } ) => {
		await slowDown( machine );
		await throttle( network );
		await page.goto( url, { waitUntil: 'commit' } );
		return then( page );
	} );
}

/** When the first field shows a key, in milliseconds since the navigation began. */
export async function firstKey( page, start ) {
	for ( let keys = 1; keys <= TRIES; keys++ ) {
		await page.evaluate( ( words ) => window.probe.firstField( words ), start );
		await page.keyboard.press( 'k' );
		const { at, isShown } = await page.evaluate( ( count ) => window.probe.key( count, 'k' ), keys );
		// A page may still move the focus elsewhere, or make the field anew: then it was not ready.
		if ( isShown ) {
			return at;
		}
	}
	throw new Error( `the first field of ${ page.url() } does not show what is typed` );
}
