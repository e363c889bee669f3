// What comes a moment after the app is ready: the views beside writing, and advice.

import { deflateRawSync } from 'node:zlib';
import { expect, kept, started, test } from '../support/published.mjs';
import { KEEPING } from '../support/host.mjs';
import { startReport } from '../support/test.mjs';
import { dropFiles } from '../support/drop.mjs';
import { reports, storeReport } from '../support/drafts.mjs';
import { field, seed } from '../support/questions.mjs';
import { draftAddress, go } from '../support/views.mjs';

const isLate = ( path ) => /^late-.*\.wasm$/.test( path );
const late = ( host ) => host.requests.filter( ( { path } ) => isLate( path ) );
const coming = ( page ) => page.getByRole( 'status' ).filter( { hasText: 'Loading this part of the app' } );
const failed = ( page ) => page.getByRole( 'heading', { name: 'This part of the app did not load' } );
const check = ( page ) => page.getByRole( 'heading', { level: 1, name: 'Review and copy' } );

/** Lets nothing of it through until the function that this gives is called. */
function hold( host ) {
	let release;
	const released = new Promise( ( resolve ) => {
		release = resolve;
	} );
	host.holding = ( path ) => isLate( path ) ? released : undefined;
	return release;
}

/** Pastes a text with a link into a long answer; gives its field. */
async function pasteRichText( page ) {
	const mission = field( page, 'mission' );
	await mission.click();
	await mission.evaluate( ( element ) => {
		const data = new DataTransfer();
		data.setData( 'text/html', '<p>See <a href="https://example.org/">our page</a></p>' );
		data.setData( 'text/plain', 'See our page' );
		element.dispatchEvent( new ClipboardEvent( 'paste', { clipboardData: data, bubbles: true, cancelable: true } ) );
	} );
	return mission;
}

/** A report with a name in it, which is saved. */
async function reportOfLakeOrin( page ) {
	await page.goto( './' );
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
}

test( 'it comes by itself, once, and after the page can be used', async ( { page, host } ) => {
	host.keeping = KEEPING.byName;
	await page.goto( './' );
	await started( page );
	expect( await page.evaluate( () => document.querySelectorAll( 'link[href*="late"]' ).length ) ).toBe( 0 );
	await expect.poll( () => late( host ).length ).toBe( 1 );
	await kept( page );
	expect( late( host ) ).toHaveLength( 1 );
	const paths = host.requests.map( ( { path } ) => path );
	const program = paths.findIndex( ( path ) => /^affiliate.*\.wasm$/.test( path ) );
	expect( program ).toBeGreaterThan( -1 );
	expect( paths.findIndex( isLate ) ).toBeGreaterThan( program );
} );

test( 'a view that is wanted sooner says that it is coming, and then is there', async ( { page, host } ) => {
	const release = hold( host );
	await reportOfLakeOrin( page );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( coming( page ) ).toBeVisible();
	release();
	await expect( check( page ) ).toBeFocused();
	await expect( page.getByRole( 'table' ) ).toContainText( 'Lake Orin' );
	await expect( coming( page ) ).toHaveCount( 0 );
} );

test( 'a file that is dropped before it has come is read once it is there', async ( { page, host } ) => {
	const release = hold( host );
	await page.goto( './' );
	await started( page );
	expect( await dropFiles( page, 'body', [ 'report.txt' ], seed.page ) ).toBe( true );
	await expect( coming( page ) ).toBeVisible();
	release();
	await expect( page.getByText( '30 of 30 questions found, 30 with an answer.' ) ).toBeVisible();
} );

test( 'an address of such a view leads there', async ( { page, host } ) => {
	await page.goto( './#/open' );
	await expect( page.getByRole( 'textbox', { name: 'Paste the report' } ) ).toBeVisible();
	await reportOfLakeOrin( page );
	const report = draftAddress( page );
	const release = hold( host );
	await page.evaluate( async () => {
		for ( const name of await caches.keys() ) {
			await caches.delete( name );
		}
	} );
	await page.goto( `./?again${ report }/review` );
	await expect( coming( page ) ).toBeVisible();
	release();
	await expect( check( page ) ).toBeVisible();
} );

const page503 = { status: 503, type: 'text/html', body: Buffer.from( '<h1>Service unavailable</h1>' ) };
const somePage = { status: 200, type: 'text/html', body: Buffer.from( '<!DOCTYPE html><title>Some page</title>' ) };

/** What may go wrong, by its name: what comes instead, and how that is mended. */
const FAULTS = {
	'the host has an error': ( host ) => faulty( host, () => page503 ),
	'the host has another page': ( host ) => faulty( host, () => somePage ),
	'half of it comes': ( host ) => faulty( host, ( path ) => {
		const body = host.file( path );
		return { status: 200, type: 'application/wasm', body: body.subarray( 0, body.length / 2 ) };
	} ),
	'the connection breaks off': ( host ) => faulty( host, ( path ) => ( { status: 200, type: 'application/wasm', body: host.file( path ), cut: true } ) )
};

function faulty( host, fault ) {
	host.fault = ( path ) => isLate( path ) && fault( path );
	return () => {
		host.fault = () => undefined;
	};
}

/** Runs in the page before all else: timers of more than ten seconds take so many milliseconds instead. */
function changeLongTimers( instead ) {
	const real = window.setTimeout;
	window.setTimeout = ( then, millis, ...more ) => real( then, millis > 10_000 ? instead : millis, ...more );
}

const NEVER = 1e9;
const SOON = 300;

for ( const [ name, breaks ] of Object.entries( FAULTS ) ) {
	test( `${ name }: one goes on writing, and it can be tried again`, async ( { page, host } ) => {
		// The worst host: the browser may keep what it has once got for a year.
		host.keeping = KEEPING.byName;
		const mend = breaks( host );
		await page.addInitScript( changeLongTimers, NEVER );
		await reportOfLakeOrin( page );
		await page.getByRole( 'link', { name: 'Review and copy' } ).click();
		await expect( failed( page ) ).toBeVisible();
		await page.goBack();
		await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
		await field( page, 'mission' ).fill( 'Free knowledge' );
		await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
		await page.getByRole( 'link', { name: 'Review and copy' } ).click();
		await expect( failed( page ) ).toBeVisible();
		mend();
		await page.getByRole( 'button', { name: 'Try again' } ).click();
		await expect( check( page ) ).toBeVisible();
		await expect( page.getByRole( 'table' ) ).toContainText( 'Free knowledge' );
	} );
}

test( 'what did not come is asked for again by and by', async ( { page, host } ) => {
	const mend = FAULTS[ 'the host has an error' ]( host );
	await page.addInitScript( changeLongTimers, SOON );
	await page.goto( './#/open' );
	await expect( failed( page ) ).toBeVisible();
	mend();
	await expect( page.getByRole( 'textbox', { name: 'Paste the report' } ) ).toBeVisible();
} );

test( 'the network goes before it has come: it comes when the network does', async ( { page, host } ) => {
	hold( host );
	await page.addInitScript( changeLongTimers, NEVER );
	await reportOfLakeOrin( page );
	await host.stop();
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( failed( page ) ).toBeVisible();
	await expect( page.getByRole( 'main' ) ).toContainText( 'Your reports stay as they are.' );
	host.holding = () => undefined;
	await host.start();
	await page.evaluate( () => dispatchEvent( new Event( 'online' ) ) );
	await expect( check( page ) ).toBeVisible();
	await expect( page.getByRole( 'table' ) ).toContainText( 'Lake Orin' );
} );

test( 'rich text that is pasted before it has come keeps its links', async ( { page, host } ) => {
	const release = hold( host );
	await reportOfLakeOrin( page );
	const mission = await pasteRichText( page );
	release();
	await expect( mission ).toHaveValue( 'See [https://example.org/ our page]' );
} );

test( 'rich text that waits takes no focus and no words from where one types meanwhile', async ( { page, host } ) => {
	const release = hold( host );
	await reportOfLakeOrin( page );
	const mission = await pasteRichText( page );
	await expect( mission ).toHaveValue( 'See our page' );
	await mission.pressSequentially( ' soon' );
	const goals = field( page, 'goals' );
	await goals.click();
	await goals.pressSequentially( 'To me' );
	release();
	await expect( mission ).toHaveValue( 'See [https://example.org/ our page] soon' );
	await expect( goals ).toBeFocused();
	await goals.pressSequentially( 'et' );
	await expect( goals ).toHaveValue( 'To meet' );
} );

test( 'rich text that waits is there as plain text where its report is left', async ( { page, host } ) => {
	hold( host );
	await reportOfLakeOrin( page );
	const address = new URL( page.url() ).hash;
	await pasteRichText( page );
	await go( page, '#/' );
	await go( page, address );
	await expect( field( page, 'mission' ) ).toHaveValue( 'See our page' );
} );

test( 'a new year\'s report that is asked for twice before it has come is one', async ( { page, host } ) => {
	await storeReport( page, seed.page );
	const release = hold( host );
	await page.reload();
	// At once: the worker may have kept what comes late, so that it cannot be held.
	await page.getByRole( 'button', { name: /^Start \d+ from this/ } ).evaluate( ( button ) => {
		button.click();
		button.click();
	} );
	release();
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
	await go( page, '#/' );
	await expect( reports( page ) ).toHaveCount( 2 );
} );

test( 'rich text that waits goes into no other report', async ( { page, host } ) => {
	const release = hold( host );
	await reportOfLakeOrin( page );
	await pasteRichText( page );
	await go( page, '#/' );
	await startReport( page );
	await field( page, 'mission' ).fill( 'We meet.' );
	release();
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( check( page ) ).toBeVisible();
	await page.goBack();
	await expect( field( page, 'mission' ) ).toHaveValue( 'We meet.' );
} );

test( 'advice on what was typed before it has come is given afterwards', async ( { page, host } ) => {
	const release = hold( host );
	await reportOfLakeOrin( page );
	const question = field( page, 'successionplanning' );
	await question.pressSequentially( 'Yes' );
	await question.press( 'Tab' );
	release();
	await expect( page.getByRole( 'list', { name: 'Suggestions' } ) ).toHaveCount( 1 );
} );

test( 'no words are missing before it has come', async ( { page, host } ) => {
	hold( host );
	await reportOfLakeOrin( page );
	const question = page.locator( '#question-mission' );
	for ( const name of [ 'Not applicable', 'Mark for later', 'Example' ] ) {
		await question.getByRole( 'button', { name: new RegExp( `^${ name }` ) } ).click();
	}
	await question.getByRole( 'button', { name: 'Link' } ).click();
	await expect( page.getByRole( 'status' ).first() ).toBeAttached();
	const words = async () => ( await page.locator( 'body' ).innerText() ).concat( await page.locator( 'body' ).ariaSnapshot() );
	// A key that has no words would be shown like this.
	expect( await words() ).not.toContain( '⧼' );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( coming( page ) ).toBeVisible();
	expect( await words() ).not.toContain( '⧼' );
	await page.goto( './#/' );
	await page.getByText( 'Before you start' ).click();
	await expect( page.getByRole( 'link', { name: 'Lake Orin', exact: true } ) ).toBeVisible();
	expect( await words() ).not.toContain( '⧼' );
} );

test( 'a report that comes with a link waits for its view, over a reload as well', async ( { page, host } ) => {
	const drafts = [ {
		id: 'linked01', form: '2024', year: '2024', affiliate: 'Lake Orin', summary: '', created: '2026-11-01T08:30:00.000Z', changed: '2026-11-01T08:30:00.000Z',
		answers: { mission: { text: 'What came with the link', origin: 'typed' } }
	} ];
	const text = JSON.stringify( { format: 'affiliate-report-builder', version: 1, drafts } );
	const link = `#/link/${ deflateRawSync( text ).toString( 'base64url' ) }`;
	const release = hold( host );
	await page.goto( `./${ link }` );
	await expect( page ).toHaveURL( /#\/open$/ );
	await expect( coming( page ) ).toBeVisible();
	await page.reload();
	await expect( coming( page ) ).toBeVisible();
	release();
	await expect( page.getByText( 'One report in this link.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Open as a new report' } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( 'What came with the link' );
	// It is not in the way later.
	await go( page, '#/open' );
	await expect( page.getByText( 'One report in this link.' ) ).toHaveCount( 0 );
} );
