// The program breaks down: nobody is left without what was typed.

import { expect, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { field, questions } from '../support/questions.mjs';

test.use( { viewport: { width: 1440, height: 900 } } );

/** A browser that fails once, when it is told to, in what Leptos makes the place of nothing with. */
const failing = () => {
	const { cloneNode } = Node.prototype;
	window.failOnce = false;
	Node.prototype.cloneNode = function ( ...parameters ) {
		if ( window.failOnce ) {
			window.failOnce = false;
			throw new DOMException( 'nothing can be copied', 'InvalidStateError' );
		}
		return cloneNode.apply( this, parameters );
	};
};

const message = ( page ) => page.getByRole( 'alert' ).filter( { hasText: 'Something in the app broke' } );

/** Writes a report, and breaks the program down: the page that stands beside is folded, and nothing comes in its place. */
async function breakDown( page, text, goOn = () => {} ) {
	await page.addInitScript( failing );
	await page.goto( './' );
	await page.getByRole( 'button', { name: 'Start a report' } ).click();
	await field( page, 'mission' ).fill( text );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	// Leptos copies nodes for each question that it draws, too.
	await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
	await goOn();
	// The page beside the questions follows a moment later, and nothing else is to be drawn when it breaks.
	await expect( page.getByRole( 'complementary' ) ).toContainText( text );
	await page.evaluate( () => {
		window.failOnce = true;
	} );
	await page.getByRole( 'complementary' ).getByRole( 'button', { name: 'The page as Meta will show it' } ).click();
	await expect( message( page ) ).toBeFocused();
}

/** The file that the message offers, opened in a browser that works. */
async function expectDownload( page, text ) {
	const file = await downloaded( page, () => message( page ).getByRole( 'button', { name: 'Download my reports' } ).click() );
	expect( JSON.parse( file.text ).drafts[ 0 ].answers.mission.text ).toBe( text );
	await message( page ).getByRole( 'button', { name: 'Load the page again' } ).click();
	await expect( message( page ) ).toHaveCount( 0 );
	await expect( field( page, 'mission' ) ).toHaveValue( text );
	await page.goto( './#/open' );
	await page.getByLabel( 'Or choose a file' ).setInputFiles( { name: file.name, mimeType: 'application/json', buffer: Buffer.from( file.text ) } );
	await expect( page.getByText( 'One report in this file.' ) ).toBeVisible();
}

test( 'a panic is told of, with every report to download', async ( { page, watch } ) => {
	await breakDown( page, 'Free knowledge' );
	await expect( message( page ).getByText( 'panicked at' ) ).toBeVisible();
	// What was typed is still on the page, to be copied.
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
	await expectDownload( page, 'Free knowledge' );
	expect( watch.errors.join( '\n' ) ).toContain( 'panicked at' );
	watch.errors.length = 0;
} );

test( 'the file has reports that are in the database only, too', async ( { page, watch } ) => {
	await breakDown( page, 'Free knowledge' );
	// The browser has thrown the rest away.
	await page.evaluate( () => localStorage.clear() );
	await expectDownload( page, 'Free knowledge' );
	watch.errors.length = 0;
} );

for ( const [ where, forget ] of [ [ 'either storage', () => {} ], [ 'the database', () => localStorage.clear() ] ] ) {
	test( `the file has what was edited since the report was opened, from ${ where }`, async ( { page, watch } ) => {
		await breakDown( page, 'Free knowledge', async () => {
			const saved = page.getByText( 'Saved in this browser' );
			await page.reload();
			await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
			await field( page, 'name' ).fill( 'Lake Orin' );
			await expect( saved ).toBeVisible();
			await field( page, 'goals' ).fill( 'To meet' );
			await expect( saved ).toBeVisible();
			await field( page, 'name' ).fill( '' );
			await field( page, 'mission' ).press( 'End' );
			await field( page, 'mission' ).pressSequentially( ' for all' );
			await expect( saved ).toBeVisible();
			await expect.poll( () => page.evaluate( () => Object.keys( localStorage ).some( ( key ) => key.endsWith( '/edit' ) ) ) ).toBe( true );
		} );
		await page.evaluate( forget );
		const { text } = await downloaded( page, () => message( page ).getByRole( 'button', { name: 'Download my reports' } ).click() );
		const { drafts } = JSON.parse( text );
		expect( drafts ).toHaveLength( 1 );
		expect( drafts[ 0 ].answers.mission.text ).toBe( 'Free knowledge for all' );
		expect( drafts[ 0 ].answers.goals.text ).toBe( 'To meet' );
		expect( drafts[ 0 ].answers.name?.text || '' ).toBe( '' );
		watch.errors.length = 0;
	} );
}

test( 'the file has a draft\'s own field of any name', async ( { page, watch } ) => {
	await page.addInitScript( failing );
	await page.goto( './#/open' );
	const draft = `{ "id": "odd", "form": "2024", "year": "2024", "affiliate": "Orin", "summary": "", "created": "2026-11-01T08:30:00.000Z",
		"changed": "2026-11-22T14:00:00.000Z", "answers": { "__proto__": { "text": "kept", "origin": "typed" } }, "__proto__": { "own": true } }`;
	await page.getByLabel( 'Or choose a file' ).setInputFiles( {
		name: 'odd.json', mimeType: 'application/json',
		buffer: Buffer.from( `{ "format": "affiliate-report-builder", "version": 1, "drafts": [ ${ draft } ] }` )
	} );
	await page.getByRole( 'button', { name: 'Open as a new report' } ).click();
	await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	// The page beside the questions follows a moment later, and nothing else is to be drawn when it breaks.
	await expect( page.getByRole( 'complementary' ) ).toContainText( 'Free knowledge' );
	await page.evaluate( () => {
		window.failOnce = true;
	} );
	await page.getByRole( 'complementary' ).getByRole( 'button', { name: 'The page as Meta will show it' } ).click();
	await expect( message( page ) ).toBeFocused();
	const file = await downloaded( page, () => message( page ).getByRole( 'button', { name: 'Download my reports' } ).click() );
	const [ saved ] = JSON.parse( file.text ).drafts;
	expect( Object.hasOwn( saved, '__proto__' ) ).toBe( true );
	expect( Object.getOwnPropertyDescriptor( saved, '__proto__' ).value ).toEqual( { own: true } );
	expect( Object.hasOwn( saved.answers, '__proto__' ) ).toBe( true );
	watch.errors.length = 0;
} );

test( 'so is a program that only stops, as one without memory does', async ( { write: page, watch } ) => {
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	// A program of one function that stops at once: (module (func (export "stop") unreachable)).
	await page.evaluate( async () => {
		const code = [ 0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 115, 116, 111, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11 ];
		const { instance } = await WebAssembly.instantiate( new Uint8Array( code ) );
		setTimeout( instance.exports.stop );
	} );
	await expect( message( page ).getByText( 'unreachable' ) ).toBeVisible();
	await expectDownload( page, 'Free knowledge' );
	expect( watch.errors.join( '\n' ) ).toContain( 'unreachable' );
	watch.errors.length = 0;
} );

test( 'an app that does not arrive says so', async ( { page, watch } ) => {
	await page.route( /\.wasm$/, ( route ) => route.abort() );
	await page.goto( './' );
	const told = page.getByRole( 'alert' ).filter( { hasText: 'The app did not load completely' } );
	await expect( told ).toBeFocused();
	await page.unroute( /\.wasm$/ );
	await told.getByRole( 'button', { name: 'Load the page again' } ).click();
	await expect( page.getByRole( 'button', { name: 'Start a report' } ) ).toBeVisible();
	watch.errors.length = 0;
} );

test( 'a browser without WebAssembly is told of', async ( { page } ) => {
	await page.addInitScript( () => {
		delete window.WebAssembly;
	} );
	await page.goto( './' );
	await expect( page.getByRole( 'alert' ) ).toContainText( 'This browser cannot run the app' );
} );

test.describe( 'without JavaScript', () => {
	test.use( { javaScriptEnabled: false } );

	test( 'the page says what it needs', async ( { page } ) => {
		await page.goto( './' );
		// Playwright's own search leaves this element out, so the browser itself is asked what a screen reader would read.
		const client = await page.context().newCDPSession( page );
		const { nodes } = await client.send( 'Accessibility.getFullAXTree' );
		expect( nodes.map( ( { name } ) => name?.value ).join( '\n' ) ).toContain( 'This page needs JavaScript.' );
		await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( 'Affiliate Report Builder' );
	} );
} );
