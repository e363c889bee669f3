// Pictures of the real app for the README; `cargo xtask screenshots` makes them. Everything in them is invented.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, startReport, test } from './support/test.mjs';
import { field, invented, questions } from './support/questions.mjs';
import { withPalette } from './support/png.mjs';
import { draftAddress, go } from './support/views.mjs';

const WIDE = { width: 1280, height: 640 };
const NARROW = { width: 360, height: 640 };

/** What is shown how: the file's name, the view below the report's address, the screen, the colours. */
const PICTURES = [
	[ 'home-wide-light', () => '#/', WIDE, 'light' ],
	[ 'home-narrow-dark', () => '#/', NARROW, 'dark' ],
	[ 'write-wide-light', ( report ) => report, WIDE, 'light' ],
	[ 'write-wide-dark', ( report ) => `${ report }/mission`, WIDE, 'dark' ],
	[ 'write-narrow-light', ( report ) => `${ report }/mission`, NARROW, 'light' ],
	[ 'check-wide-light', ( report ) => `${ report }/check`, WIDE, 'light' ],
	[ 'check-narrow-dark', ( report ) => `${ report }/check`, NARROW, 'dark' ],
	[ 'open-wide-light', () => '#/open', WIDE, 'light' ]
];

/** Leaves these for later, so that there is something to see of that, too. */
const EMPTY = new Set( [ 'financialreport', 'successionplanning', 'leadershipcoi' ] );

/** Once the view has scrolled to where it goes, and that is on the screen. */
const painted = ( page ) => page.evaluate( () => new Promise( ( done ) => {
	const frames = ( left ) => requestAnimationFrame( () => left ? frames( left - 1 ) : done() );
	frames( 4 );
} ) );

test( 'pictures for the README', async ( { page } ) => {
	test.setTimeout( 120_000 );
	mkdirSync( process.env.SCREENSHOTS, { recursive: true } );
	// Pictures differ only where the app does.
	await page.clock.setFixedTime( '2025-02-03T10:00:00Z' );
	await page.emulateMedia( { reducedMotion: 'reduce' } );
	await page.setViewportSize( WIDE );
	await page.goto( './' );
	await startReport( page );
	for ( const { id } of questions ) {
		if ( !EMPTY.has( id ) ) {
			await field( page, id ).fill( invented[ id ] );
		}
	}
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	const report = draftAddress( page );
	for ( const [ name, view, size, colorScheme ] of PICTURES ) {
		await page.setViewportSize( size );
		await page.emulateMedia( { colorScheme, reducedMotion: 'reduce' } );
		await go( page, '#/nowhere' );
		await go( page, view( report ) );
		await painted( page );
		const picture = await page.screenshot( { animations: 'disabled', caret: 'hide' } );
		writeFileSync( join( process.env.SCREENSHOTS, `${ name }.png` ), withPalette( picture ) );
	}
} );
