// Pictures of the real app for the README; `cargo xtask screenshots` makes them. Everything in them is invented.

import { join } from 'node:path';
import { expect, startReport, test } from './support/test.mjs';
import { field, questions } from './support/questions.mjs';
import { draftAddress, go } from './support/views.mjs';

const WIDE = { width: 1280, height: 720 };
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

test( 'pictures for the README', async ( { page } ) => {
	test.setTimeout( 120_000 );
	// Pictures differ only where the app does.
	await page.clock.setFixedTime( '2025-02-03T10:00:00Z' );
	await page.emulateMedia( { reducedMotion: 'reduce' } );
	await page.setViewportSize( WIDE );
	await page.goto( './' );
	await startReport( page );
	for ( const { id, examples } of questions ) {
		if ( !EMPTY.has( id ) && examples ) {
			await field( page, id ).fill( examples[ 0 ] );
		}
	}
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	const report = draftAddress( page );
	for ( const [ name, view, size, colorScheme ] of PICTURES ) {
		await page.setViewportSize( size );
		await page.emulateMedia( { colorScheme, reducedMotion: 'reduce' } );
		await go( page, '#/nowhere' );
		await go( page, view( report ) );
		await page.screenshot( { path: join( process.env.SCREENSHOTS, `${ name }.png` ), animations: 'disabled', caret: 'hide' } );
	}
} );
