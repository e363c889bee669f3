// Every view of the app in a state that shows all it can, for what has to hold in each of them.

import { expect, startReport } from './test.mjs';
import { field, seed } from './questions.mjs';

/** The draft that is open, by its address. */
export const draftAddress = ( page ) => new URL( page.url() ).hash.match( /^#\/draft\/[^/]+/ )[ 0 ];

/** A report with some answers of each length; gives its address. */
export async function reportInPart( page ) {
	await page.goto( './' );
	await startReport( page );
	for ( const id of [ 'name', 'languages', 'reportingyear', 'mission', 'goals', 'membershiptrends' ] ) {
		await field( page, id ).fill( seed.answers[ id ] );
	}
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	return draftAddress( page );
}

/** Goes to a view of the app without loading it anew. */
export async function go( page, hash ) {
	await page.evaluate( ( to ) => {
		location.hash = to;
	}, hash );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
}

/** The views: what each is called, and how to get there with a report in part. */
export const views = [
	[ 'Home', async ( page ) => {
		await go( page, '#/' );
		await page.getByText( 'Before you start' ).click();
	} ],
	[ 'Home after a deletion', async ( page ) => {
		await go( page, '#/' );
		await page.getByRole( 'button', { name: /^Duplicate / } ).click();
		await page.getByRole( 'button', { name: /^Delete / } ).nth( 1 ).click();
		await page.getByText( /^Trash \(/ ).click();
		await expect( page.getByRole( 'button', { name: 'Empty the trash' } ) ).toBeVisible();
	} ],
	[ 'Rename', async ( page ) => {
		await go( page, '#/' );
		await page.getByRole( 'button', { name: /^Rename / } ).first().click();
		await expect( page.getByRole( 'dialog', { name: 'Rename this report' } ) ).toBeVisible();
	} ],
	[ 'Write', ( page, report ) => go( page, report ) ],
	[ 'Edit as text', ( page, report ) => go( page, `${ report }/text` ) ],
	[ 'Check the page', ( page, report ) => go( page, `${ report }/check` ) ],
	[ 'Open a copy', ( page ) => go( page, '#/open' ) ],
	[ 'Use last year\'s report', ( page ) => go( page, '#/open/last-year' ) ],
	[ 'No such report', ( page ) => go( page, '#/draft/nothing' ) ],
	[ 'No such address', ( page ) => go( page, '#/nowhere/at/all' ) ]
];
