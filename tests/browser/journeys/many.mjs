// The start page with many reports: what takes long waits until the cards are there, and nothing is read twice.

import { expect, test } from '../support/test.mjs';
import { field, questions } from '../support/questions.mjs';

const COUNT = 21;
const TIME = '2026-11-01T12:00:00.000Z';

/** A file of the app's format (docs/file-format.md) with so many reports. */
const file = ( count ) => JSON.stringify( {
	format: 'affiliate-report-builder',
	version: 1,
	drafts: Array.from( { length: count }, ( _, number ) => ( {
		id: `many${ number }`, form: '2024', year: '2024', affiliate: `Lake Orin ${ number }`, summary: '', created: TIME, changed: TIME,
		answers: Object.fromEntries( questions.slice( 0, 3 ).map( ( { id } ) => [ id, { text: 'x'.repeat( 100 ), origin: 'typed' } ] ) )
	} ) )
} );

const titles = ( page ) => page.getByRole( 'region', { name: 'Your reports' } ).getByRole( 'heading', { level: 3 } );
const times = ( page ) => page.getByText( /^Changed / );

async function storeMany( page ) {
	await page.goto( './#/open' );
	await page.getByLabel( 'Or choose a file' ).setInputFiles( { name: 'reports.json', mimeType: 'application/json', buffer: Buffer.from( file( COUNT ) ) } );
	await page.getByRole( 'button', { name: `Open ${ COUNT } reports` } ).click();
	await expect( titles( page ) ).toHaveCount( COUNT );
}

/** From the next load on: which formatters were made, which reports read, and no frame before `letFramesThrough` is called. */
const watch = ( page, isHeld ) => page.addInitScript( ( held ) => {
	window.formatters = [];
	for ( const kind of [ 'DateTimeFormat', 'RelativeTimeFormat', 'NumberFormat' ] ) {
		Intl[ kind ] = new Proxy( Intl[ kind ], {
			construct( target, given ) {
				window.formatters.push( kind );
				return new target( ...given );
			}
		} );
	}
	window.read = [];
	const get = Storage.prototype.getItem;
	Storage.prototype.getItem = function ( key ) {
		if ( key.includes( '/slot/' ) ) {
			window.read.push( key.split( '/' )[ 2 ] );
		}
		return get.call( this, key );
	};
	if ( held ) {
		const waiting = [];
		const draw = window.requestAnimationFrame.bind( window );
		window.requestAnimationFrame = ( callback ) => waiting.push( callback );
		window.letFramesThrough = () => {
			window.requestAnimationFrame = draw;
			waiting.forEach( ( callback ) => draw( callback ) );
		};
	}
}, isHeld );

/** The reports of which something was read since. */
const read = ( page ) => page.evaluate( () => window.read.splice( 0 ).sort() );

for ( const width of [ 1280, 360 ] ) {
	test( `words for times come after the cards and move nothing: ${ width } pixels`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 800 } );
		await storeMany( page );
		await watch( page, true );
		await page.goto( './' );
		await page.reload();
		await expect( titles( page ) ).toHaveCount( COUNT );
		expect( await page.evaluate( () => window.formatters ) ).toEqual( [] );
		await expect( times( page ).first() ).toBeHidden();
		await expect( times( page ).first() ).toHaveAttribute( 'datetime', /^\d{4}-\d\d-\d\dT/ );
		const places = () => titles( page ).evaluateAll( ( all ) => all.map( ( title ) => title.getBoundingClientRect().y ) );
		const before = await places();

		await page.evaluate( () => window.letFramesThrough() );
		await expect( times( page ).last() ).toBeVisible();
		await expect( times( page ) ).toHaveCount( COUNT );
		await expect( times( page ).last() ).toHaveText( /^Changed .+ ago \(November 1, 2026 at 12:00.PM\)$/ );
		expect( await places() ).toEqual( before );
		// One for all cards each, and what says how much room is used.
		await expect( page.getByText( /^This app uses about / ) ).toBeVisible();
		const made = await page.evaluate( () => window.formatters.filter( ( kind ) => kind !== 'NumberFormat' ).sort() );
		// Cards say when they were changed, and below them stands the day on which the form was last compared with Meta-Wiki.
		expect( made ).toEqual( [ 'DateTimeFormat', 'DateTimeFormat', 'RelativeTimeFormat' ] );
	} );
}

test( 'each report is read once, and again only when it has changed', async ( { page, context } ) => {
	await storeMany( page );
	const all = await page.evaluate( () => Object.keys( localStorage ).filter( ( key ) => key.includes( '/slot/' ) ).map( ( key ) => key.split( '/' )[ 2 ] ).sort() );
	expect( new Set( all ).size ).toBe( COUNT );
	await watch( page, false );
	await page.goto( './' );
	await page.reload();
	await expect( page.getByText( /^This app uses about / ) ).toBeVisible();
	expect( await read( page ) ).toEqual( all );

	// Another tab changes one of them.
	const other = await context.newPage();
	await other.goto( './' );
	await other.getByRole( 'link', { name: 'Open Lake Orin 7' } ).click();
	await field( other, questions.at( -1 ).id ).fill( 'Typed elsewhere' );
	await expect( other.getByText( 'Saved in this browser' ) ).toBeVisible();
	const card = page.getByRole( 'listitem' ).filter( { has: page.getByRole( 'link', { name: 'Lake Orin 7', exact: true } ) } );
	await expect( card.getByText( '4 of 30' ) ).toBeVisible();
	const changed = await read( page );
	expect( changed.length ).toBeGreaterThan( 0 );
	expect( new Set( changed ).size, 'reports read again' ).toBe( 1 );
	await other.close();

	// This one is given another name, in a dialog that is made for it.
	await page.getByRole( 'button', { name: 'Rename Lake Orin 3', exact: true } ).click();
	await page.getByRole( 'dialog' ).getByLabel( 'Name of the affiliate' ).fill( 'Valdora' );
	await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Rename', exact: true } ).click();
	await expect( titles( page ).first() ).toHaveText( 'Valdora' );
	// The other tab has made one record of the report and its edits as it went: that one may be read meanwhile.
	const renamed = ( await read( page ) ).filter( ( id ) => !changed.includes( id ) );
	expect( new Set( renamed ).size, 'reports read again' ).toBe( 1 );
} );
