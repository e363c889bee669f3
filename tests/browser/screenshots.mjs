// Pictures of the real app for the README; `cargo xtask screenshots` makes them. Every answer is invented, but for the report
// that is opened: that is a published one.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, startReport, test } from './support/test.mjs';
import { field, invented, questions, seed } from './support/questions.mjs';
import { withPalette } from './support/png.mjs';
import { draftAddress, go } from './support/views.mjs';

const SCREENS = { wide: { width: 1280, height: 640 }, narrow: { width: 360, height: 640 } };
const COLOURS = [ 'light', 'dark' ];

/** The views: each one's name, and how to get there with the report that is open. */
const VIEWS = {
	home: ( page ) => go( page, '#/' ),
	write: ( page, report ) => go( page, report ),
	review: ( page, report ) => go( page, `${ report }/review` ),
	open: async ( page ) => {
		await go( page, '#/open/last-year' );
		await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( seed.page );
		await expect( page.getByText( '30 of 30 questions found' ) ).toBeVisible();
		await page.getByText( '30 of 30 questions found' ).scrollIntoViewIfNeeded();
	},
	text: ( page, report ) => go( page, `${ report }/text` )
};

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
	await page.clock.setFixedTime( '2026-11-28T10:00:00Z' );
	await page.emulateMedia( { reducedMotion: 'reduce' } );
	await page.setViewportSize( SCREENS.wide );
	await page.goto( './' );
	await startReport( page );
	for ( const { id } of questions ) {
		if ( !EMPTY.has( id ) ) {
			await field( page, id ).fill( invented[ id ] );
		}
	}
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	const report = draftAddress( page );
	for ( const [ view, open ] of Object.entries( VIEWS ) ) {
		for ( const [ screen, size ] of Object.entries( SCREENS ) ) {
			for ( const colorScheme of COLOURS ) {
				await page.setViewportSize( size );
				await page.emulateMedia( { colorScheme, reducedMotion: 'reduce' } );
				await go( page, '#/nowhere' );
				await open( page, report );
				await painted( page );
				const picture = await page.screenshot( { animations: 'disabled', caret: 'hide' } );
				writeFileSync( join( process.env.SCREENSHOTS, `${ view }-${ screen }-${ colorScheme }.png` ), withPalette( picture ) );
			}
		}
	}
} );
