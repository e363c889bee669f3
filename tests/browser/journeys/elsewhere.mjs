// Proof that the journeys would be found out: another host is asked on purpose, an error is made, and the policy broken.

import { expect, test } from '@playwright/test';
import { test as journey } from '../support/test.mjs';

// `cargo xtask test browser` fails unless its proxy has seen this one request, and if it has seen any other.
test( 'whoever else is asked is taken down', async ( { page } ) => {
	// The proxy's refusal is a page to Chromium's headless shell, and an error to Chromium.
	const came = await page.goto( 'http://noticed.invalid/' ).then( ( response ) => String( response.status() ), ( error ) => error.message );
	expect( came ).toMatch( /^502$|ERR_HTTP_RESPONSE_CODE_FAILURE/ );
} );

journey( 'what the policy refuses fails a journey', async ( { home: page, watch } ) => {
	const before = page.url();
	await page.evaluate( () => {
		const script = document.createElement( 'script' );
		script.textContent = 'window.ran = true';
		document.head.append( script );
		const frame = document.createElement( 'iframe' );
		frame.src = 'http://127.0.0.1:9/';
		document.body.append( frame );
		document.body.setAttribute( 'style', 'color: red' );
		location.href = 'javascript:window.ran = true';
	} );
	await expect.poll( () => watch.errors.filter( ( error ) => / refuses /.test( error ) ).sort() ).toEqual( [
		'frame-src refuses http://127.0.0.1:9',
		'script-src-elem refuses inline',
		'script-src-elem refuses inline',
		'style-src-attr refuses inline'
	] );
	expect( await page.evaluate( () => window.ran ) ).toBe( undefined );
	expect( page.url() ).toBe( before );
	// On purpose.
	watch.errors.length = 0;
} );
