// Whatever the wiki does, or the network on the way to it: the words say what happened and what to do, nothing is changed, and the same
// button works once it is over.

import { expect, test, wiki } from '../support/meta.mjs';
import { storeReport } from '../support/drafts.mjs';
import { seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const FIELD = 'Address or title of the page, or the affiliate\'s name';
const BUTTON = 'Read from Meta-Wiki';

/** Lets another origin read the answer, and when it may ask again, as the wiki does. */
const READABLE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };

const answer = ( status, body, headers = {} ) => ( route ) => route.fulfill( { status, body, headers: { ...READABLE, ...headers } } );

/** What may happen to a request, and the words for it. */
const CASES = [
	[ 'no network', ( route ) => route.abort( 'internetdisconnected' ), /^There is no network, or Meta-Wiki refused/ ],
	[ 'refused at the door, without the header that lets pages read it', ( route ) => route.abort( 'blockedbyresponse' ), /^There is no network, or Meta-Wiki refused/ ],
	[ 'cut', ( route ) => route.abort( 'connectionreset' ), /^There is no network, or Meta-Wiki refused/ ],
	[ 'the login page of a network', answer( 200, '<!DOCTYPE html><title>Log in</title>', { 'content-type': 'text/html' } ), /not from Meta-Wiki, maybe the login page/ ],
	[ 'half of an answer', answer( 200, '{"query":{"pages":[' ), /not from Meta-Wiki/ ],
	[ 'a server that is down', answer( 503, 'down' ), /could not answer \(error 503 of its server\)/ ],
	[ 'too many requests, without a time', answer( 429, 'You are making too many requests' ), /too many requests from your network/ ],
	[ 'too many requests, for longer than anyone waits', answer( 429, 'slow down', { 'retry-after': '3600' } ), /asks to wait 3600 seconds/ ],
	[ 'a refusal of the wiki', answer( 200, '{"errors":[{"code":"readonly","text":"The wiki is being mended <b>now</b>"}]}' ), /^Meta-Wiki refused: The wiki is being mended <b>now<\/b> \(readonly\)/ ],
	[ 'another answer than was asked for', answer( 200, '{"flavour":"vanilla"}' ), /answered something that this version cannot read/ ],
	[ 'a list where an object belongs', answer( 200, '[[[[]]]]' ), /answered something that this version cannot read/ ],
	[ 'an answer of 25 MB', answer( 200, `{"query":"${ 'x'.repeat( 25_000_000 ) }"}` ), /The answer is larger than 24 megabytes/ ]
];

/** Opens the place where a page is read from the wiki, and writes a title there. */
async function prepare( page, title ) {
	await page.goto( './#/open/last-year' );
	await page.getByRole( 'textbox', { name: FIELD } ).fill( title );
}

/** What the browser itself says of requests that fail is no error of the page. */
const forgive = ( { errors } ) => errors.splice( 0, errors.length, ...errors.filter( ( error ) => !/Failed to load resource|CORS policy/.test( error ) ) );

for ( const [ what, happens, words ] of CASES ) {
	test( `${ what }: it says so, and the button works once it is over`, async ( { page, asked, watch } ) => {
		const title = `Report ${ wiki.word() }`;
		await wiki.edit( title, seed.page );
		await prepare( page, title );
		expect( asked ).toEqual( [] );
		await page.route( `${ wiki.address }/api.php**`, happens );
		await page.getByRole( 'button', { name: BUTTON } ).click();
		await expect( page.getByText( words ) ).toBeVisible();
		await expect( page.getByText( '30 of 30 questions found' ) ).toHaveCount( 0 );
		await page.unroute( `${ wiki.address }/api.php**` );
		await page.getByRole( 'button', { name: BUTTON } ).click();
		await expect( page.getByText( '30 of 30 questions found' ) ).toBeVisible();
		await expect( page.getByText( words ) ).toHaveCount( 0 );
		forgive( watch );
	} );
}

test( 'where the wiki asks to wait, the seconds are counted down, twice, and then it goes on', async ( { page, asked, watch } ) => {
	const title = `Report ${ wiki.word() }`;
	await wiki.edit( title, seed.page );
	await prepare( page, title );
	let refusals = 2;
	await page.route( `${ wiki.address }/api.php**`, ( route ) => refusals-- > 0 ? answer( 429, 'slow down', { 'retry-after': '2' } )( route ) : route.continue() );
	await page.getByRole( 'button', { name: BUTTON } ).click();
	await expect( page.getByText( /asks to wait\. Trying again in [12] seconds?\./ ) ).toBeVisible();
	await expect( page.getByText( '30 of 30 questions found' ) ).toBeVisible();
	expect( asked ).toHaveLength( 3 );
	forgive( watch );
} );

test( 'a third time it gives up, and says how long to wait', async ( { page, asked, watch } ) => {
	await prepare( page, 'Anything' );
	await page.route( `${ wiki.address }/api.php**`, answer( 429, 'slow down', { 'retry-after': '1' } ) );
	await page.getByRole( 'button', { name: BUTTON } ).click();
	await expect( page.getByText( /asks to wait 1 second\./ ) ).toBeVisible();
	expect( asked ).toHaveLength( 3 );
	forgive( watch );
} );

for ( const [ when, begin ] of [
	[ 'while nothing comes', ( route ) => void route ],
	[ 'while the seconds are counted down', answer( 429, 'slow down', { 'retry-after': '60' } ) ]
] ) {
	test( `it can be cancelled ${ when }`, async ( { page, asked, watch } ) => {
		await prepare( page, 'Anything' );
		await page.route( `${ wiki.address }/api.php**`, begin );
		await page.getByRole( 'button', { name: BUTTON } ).click();
		await page.getByRole( 'button', { name: 'Cancel the request' } ).click();
		await expect( page.getByText( 'Cancelled. Nothing was changed.' ) ).toBeVisible();
		await expect( page.getByRole( 'button', { name: 'Cancel the request' } ) ).toHaveCount( 0 );
		expect( asked ).toHaveLength( 1 );
		forgive( watch );
	} );
}

test( 'of two buttons pressed at once the second waits for its turn, says so, and can be cancelled', async ( { page, asked, watch } ) => {
	await go( page, `${ await storeReport( page, seed.page ) }/review` );
	await page.getByRole( 'button', { name: 'Ask Meta-Wiki', exact: true } ).click();
	const held = [];
	await page.route( `${ wiki.address }/api.php**`, ( route ) => void held.push( route ) );
	const [ first, second ] = [ 'Compare with Meta-Wiki', 'Read the affiliates\' data portal' ].map( ( name ) => page.getByRole( 'button', { name } ) );
	const cancel = page.getByRole( 'button', { name: 'Cancel the request' } );
	await first.click();
	await expect.poll( () => held.length ).toBe( 1 );
	await second.click();
	await expect( cancel ).toHaveCount( 2 );
	await expect( second ).toHaveAttribute( 'aria-disabled', 'true' );
	// It is not sent before the first is over.
	await page.evaluate( () => new Promise( ( then ) => setTimeout( then, 300 ) ) );
	expect( asked ).toHaveLength( 1 );
	await cancel.first().click();
	await expect( cancel ).toHaveCount( 1 );
	await second.click();
	await expect( cancel ).toHaveCount( 2 );
	const failed = page.getByText( /^There is no network, or Meta-Wiki refused/ );
	await held[ 0 ].abort( 'connectionreset' );
	await expect( failed ).toHaveCount( 1 );
	await expect.poll( () => held.length ).toBe( 2 );
	await held[ 1 ].abort( 'connectionreset' );
	await expect( failed ).toHaveCount( 2 );
	await expect( cancel ).toHaveCount( 0 );
	expect( asked ).toHaveLength( 2 );
	forgive( watch );
} );

test( 'nobody waits longer than half a minute', async ( { page, watch } ) => {
	await prepare( page, 'Anything' );
	await page.clock.install();
	await page.route( `${ wiki.address }/api.php**`, ( route ) => void route );
	await page.getByRole( 'button', { name: BUTTON } ).click();
	await expect( page.getByRole( 'button', { name: 'Cancel the request' } ) ).toBeVisible();
	await page.clock.runFor( 31_000 );
	await expect( page.getByText( 'Meta-Wiki did not answer within 30 seconds.' ) ).toBeVisible();
	forgive( watch );
} );

test( 'before it is pressed the button says whom it asks, and that this is a test wiki', async ( { page, asked } ) => {
	await page.goto( './#/open/last-year' );
	await expect( page.getByRole( 'button', { name: BUTTON } ) ).toBeVisible();
	const host = new URL( wiki.address ).host;
	await expect( page.getByText( `Sends to ${ host }:` ).first() ).toBeVisible();
	await expect( page.getByText( `This copy of the app asks a test wiki (${ host }), not Meta-Wiki.` ).first() ).toBeVisible();
	expect( asked ).toEqual( [] );
} );
