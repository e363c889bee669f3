// A smoke test in Firefox: a report is begun, written, found again after a reload, checked and copied, and the app is
// opened once more without its host. Playwright's own protocol needs a Firefox of its own; WebDriver BiDi drives the
// system's. `cargo xtask test firefox` calls it with APP_URL (the app), APP_FOLDER (its files), FIREFOX (the browser's
// program) and ELSEWHERE (a proxy that takes down whoever is asked besides this machine) in the environment.

import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { Host } from './support/host.mjs';
import { questions } from './support/questions.mjs';

const { APP_FOLDER, APP_URL, FIREFOX } = process.env;
const PATIENCE = 20_000;

const host = await Host.of( APP_FOLDER );
const browser = await puppeteer.launch( { browser: 'firefox', executablePath: FIREFOX, headless: true } );
try {
	const page = await browser.newPage();
	page.setDefaultTimeout( PATIENCE );
	const errors = [];
	page.on( 'pageerror', ( error ) => errors.push( String( error ) ) );
	const left = [];
	page.on( 'request', ( request ) => {
		// Firefox also reports what is in the style sheet itself.
		if ( ![ APP_URL, host.address, 'data:' ].some( ( own ) => request.url().startsWith( own ) ) ) {
			left.push( request.url() );
		}
	} );

	/** The control of this role and name, as a screen reader would find it. */
	const control = ( role, name ) => page.locator( `::-p-aria([name="${ name }"][role="${ role }"])` );
	const field = ( id ) => control( 'textbox', questions.find( ( question ) => question.id === id ).text );
	const value = ( id ) => field( id ).map( ( element ) => element.value ).wait();
	const words = ( text ) => page.locator( `::-p-text(${ text })` ).wait();

	await page.goto( APP_URL );
	await control( 'button', 'Start a report' ).click();
	await field( 'name' ).fill( 'Lake Orin' );
	await field( 'mission' ).fill( 'Free knowledge | about {{the lake}}' );
	await words( '2 of 30' );
	await words( 'Saved in this browser' );
	await page.reload();
	assert.equal( await value( 'name' ), 'Lake Orin' );
	assert.equal( await value( 'mission' ), 'Free knowledge | about {{the lake}}' );

	// Firefox hands over the markup of what is pasted, also where it is asked for without formatting.
	const press = async ( ...keys ) => {
		for ( const key of keys ) {
			await page.keyboard.down( key );
		}
		for ( const key of keys.reverse() ) {
			await page.keyboard.up( key );
		}
	};
	await page.evaluate( () => {
		const [ rich, bold ] = [ document.createElement( 'p' ), document.createElement( 'b' ) ];
		bold.textContent = 'met';
		rich.append( 'We ', bold );
		document.body.append( rich );
		document.activeElement.blur();
		getSelection().selectAllChildren( rich );
	} );
	await press( 'Control', 'KeyC' );
	await field( 'goals' ).click();
	await press( 'Control', 'KeyV' );
	await page.waitForFunction( () => document.activeElement.value === 'We \'\'\'met\'\'\'' );
	await field( 'diversity' ).click();
	await press( 'Control', 'Shift', 'KeyV' );
	await page.waitForFunction( () => document.activeElement.value === 'We met' );
	await control( 'link', 'Review and copy' ).click();
	await words( 'Free knowledge | about' );
	await control( 'button', 'Copy wikitext' ).click();
	await words( 'Copied' );

	await page.goto( host.address );
	await control( 'button', 'Start a report' ).wait();
	await page.waitForFunction( () => navigator.serviceWorker.controller?.state === 'activated', { timeout: PATIENCE } );
	await host.stop();
	await page.reload();
	await control( 'button', 'Start a report' ).click();
	await field( 'name' ).fill( 'Lake Orin' );
	await words( '1 of 30' );

	assert.deepEqual( errors, [], 'errors on the page' );
	assert.deepEqual( left, [], 'requests that left the app' );
} finally {
	await browser.close();
	await host.stop();
}
