// Where the page may not do all that it usually can: it says so, and what was typed is not out of reach.

import { expect, test } from '../support/published.mjs';
import { choices } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { field } from '../support/questions.mjs';

const start = ( page ) => page.getByRole( 'button', { name: 'Start a report' } );
const message = ( page, words ) => page.getByRole( 'alert' ).filter( { hasText: words } );

/** Begins a report in the page's own fields, and takes it home by the message's file. */
async function expectFile( page, told ) {
	const file = told.getByRole( 'button', { name: 'Download my reports' } );
	await expect( file ).toBeHidden();
	await start( page ).click();
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( file ).toBeVisible();
	const { text } = await downloaded( page, () => file.click() );
	expect( JSON.parse( text ).drafts[ 0 ].answers.name.text ).toBe( 'Lake Orin' );
}

test( 'where asking for the worker throws, as in a sandboxed frame, the app comes all the same', async ( { page } ) => {
	await page.addInitScript( () => {
		Object.defineProperty( Navigator.prototype, 'serviceWorker', {
			get() {
				throw new DOMException( 'sandboxed', 'SecurityError' );
			}
		} );
	} );
	await page.goto( './' );
	await expect( choices( page ) ).toBeVisible();
	await expect( page.getByText( 'Loading…' ) ).toBeHidden();
} );

test( 'in a sandboxed frame something is said, and not "Loading…" for ever', async ( { page, host } ) => {
	await page.route( '**/around', ( route ) => route.fulfill( { contentType: 'text/html', body: `<link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="${ host.address }" width="900" height="700"></iframe>` } ) );
	await page.goto( './around' );
	const frame = page.frameLocator( 'iframe' );
	await expect( frame.getByRole( 'alert' ).or( frame.getByRole( 'button', { name: 'Menu' } ) ).first() ).toBeVisible();
	await expect( frame.getByText( 'Loading…' ) ).toBeHidden();
} );

test( 'without WebAssembly, what was typed is in the message\'s file', async ( { page } ) => {
	await page.addInitScript( () => {
		delete window.WebAssembly;
	} );
	await page.goto( './' );
	await expectFile( page, message( page, 'This browser cannot run the app' ) );
} );

/** Headers with which hosts forbid what the app needs. */
const POLICIES = {
	'to run programs': 'script-src \'self\' \'unsafe-inline\'',
	'to load them': 'connect-src \'none\''
};

for ( const [ what, policy ] of Object.entries( POLICIES ) ) {
	test( `where the host forbids the page ${ what }, that is said, and what was typed is in the message's file`, async ( { page } ) => {
		await page.route( ( { pathname } ) => pathname === '/tool/', async ( route ) => {
			const response = await route.fetch();
			await route.fulfill( { response, headers: { ...response.headers(), 'content-security-policy': policy } } );
		} );
		await page.goto( './' );
		const told = message( page, 'This page is not allowed to run the app' );
		await expect( told ).toBeFocused();
		await expect( told ).toContainText( /content.security.policy/i );
		await expectFile( page, told );
	} );
}

test( 'a program that does not arrive is another matter, with the same file', async ( { page, host } ) => {
	host.fault = ( path ) => /_bg-.*\.wasm$/.test( path ) && { status: 503, type: 'text/html', body: Buffer.from( 'none' ) };
	await page.goto( './' );
	await expectFile( page, message( page, 'The app did not load completely.' ) );
} );
