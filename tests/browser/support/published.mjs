// What journeys through versions of the app stand on: a host of one's own, the app published on it, and the next version
// to be deployed. `cargo xtask test browser` says where the two are: APP_FOLDER, NEXT_APP_FOLDER.

import { test as base, expect } from '@playwright/test';
import { Host } from './host.mjs';
import { choices } from './test.mjs';

export { expect };

/** Whole versions are loaded, checked and stored here; a busy machine takes its time. */
const PATIENCE = 180_000;

const { APP_FOLDER, NEXT_APP_FOLDER } = process.env;

export const test = base.extend( {
	/** The host, with the first version. */
	host: async ( {}, use ) => {
		const host = await Host.of( APP_FOLDER );
		await use( host );
		await host.stop();
	},

	baseURL: ( { host }, use ) => use( host.address ),

	/** Nothing breaks, and nothing is asked of anybody else. What does not arrive, the browser may complain of. */
	watch: [ async ( { context, host }, use, info ) => {
		info.setTimeout( PATIENCE );
		const errors = [];
		const left = [];
		context.on( 'weberror', ( error ) => errors.push( String( error.error() ) ) );
		context.on( 'request', ( request ) => {
			if ( !request.url().startsWith( host.address ) && !/^(data|blob):/.test( request.url() ) ) {
				left.push( request.url() );
			}
		} );
		await use();
		expect( errors, 'errors on the page' ).toEqual( [] );
		expect( left, 'requests that left the app' ).toEqual( [] );
	}, { auto: true } ],

	/** The start page, kept for use without a network. */
	home: async ( { page }, use ) => {
		await page.goto( './' );
		await started( page );
		await kept( page );
		await use( page );
	}
} );

/** The app runs and shows its start page. */
export async function started( page ) {
	await expect( choices( page ) ).toBeVisible();
	await expect( page.getByRole( 'button', { name: 'Start a report' } ) ).toBeVisible();
}

/** The worker is there, with all it keeps, and has the page. */
export async function kept( page ) {
	await expect.poll( () => page.evaluate( () => navigator.serviceWorker.controller?.state ) ).toBe( 'activated' );
}

/** Puts the next version on the host. */
export const deployNext = ( host ) => host.deploy( NEXT_APP_FOLDER );

/** The page is looked at again, after another one. */
export const lookAgain = ( page ) => page.evaluate( () => document.dispatchEvent( new Event( 'visibilitychange' ) ) );

/** Which version the page is of: `first` or `next`. */
export const version = ( page ) => page.evaluate( () => document.querySelector( 'meta[name="version"]' )?.content || 'first' );

/** What asks for the new version. */
export const useNew = ( page ) => page.getByRole( 'button', { name: 'Use the new version' } );

/** Everything that is kept for the app, as `[name, addresses]` of each version. The mark that reports are here is no version. */
export const keptVersions = ( page ) => page.evaluate( async () => {
	const found = [];
	for ( const name of ( await caches.keys() ).filter( ( each ) => !each.startsWith( 'affiliate-report-builder-reports ' ) ) ) {
		const cache = await caches.open( name );
		found.push( [ name, ( await cache.keys() ).map( ( request ) => request.url ) ] );
	}
	return found;
} );

/** Presses what loads the page again, and waits until it has. */
export async function loadsAgain( page, action ) {
	await page.evaluate( () => {
		window.isBefore = true;
	} );
	await action();
	await expect.poll( () => page.evaluate( () => window.isBefore ).catch( () => true ) ).toBe( undefined );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
}
