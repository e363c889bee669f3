// A smoke test in Firefox: a report is begun, written, found again after a reload, checked and copied. Playwright's own
// protocol needs a Firefox of its own; WebDriver BiDi drives the system's. `cargo xtask test firefox` calls it with
// APP_URL (the app), FIREFOX (the browser's program) and ELSEWHERE (a proxy that takes down whoever is asked besides this
// machine) in the environment.

import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { questions } from './support/questions.mjs';

const { APP_URL, FIREFOX } = process.env;
const PATIENCE = 20_000;

const browser = await puppeteer.launch( { browser: 'firefox', executablePath: FIREFOX, headless: true } );
try {
	const page = await browser.newPage();
	page.setDefaultTimeout( PATIENCE );
	const errors = [];
	page.on( 'pageerror', ( error ) => errors.push( String( error ) ) );
	const left = [];
	page.on( 'request', ( request ) => {
		// Firefox also reports what is in the style sheet itself.
		if ( !request.url().startsWith( APP_URL ) && !request.url().startsWith( 'data:' ) ) {
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
	await control( 'link', 'Check the page' ).click();
	await words( 'Free knowledge | about' );
	await control( 'button', 'Copy wikitext' ).click();
	await words( 'Copied' );

	assert.deepEqual( errors, [], 'errors on the page' );
	assert.deepEqual( left, [], 'requests that left the app' );
} finally {
	await browser.close();
}
