// The reports on the start page: renamed, copied, deleted and taken back, saved as files.

import { expect, startReport, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, seed } from '../support/questions.mjs';

/** The cards' titles, in order. */
const titles = ( page ) => page.getByRole( 'region', { name: 'Your reports' } ).getByRole( 'heading', { level: 3 } );

/** Writes a report with this name and comes back to the start page. */
async function writeReport( page, name ) {
	await startReport( page );
	await field( page, 'name' ).fill( name );
	await field( page, 'reportingyear' ).fill( '2024' );
	await page.getByRole( 'banner' ).getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
	await expect( page.getByRole( 'button', { name: `Delete ${ name }` } ) ).toBeVisible();
}

test( 'a report has a card, and the card leads to it', async ( { home: page } ) => {
	await writeReport( page, 'Lake Orin' );
	const card = page.getByRole( 'listitem' ).filter( { hasText: 'Lake Orin' } );
	await expect( card.getByText( '2 of 30' ) ).toBeVisible();
	await expect( card.getByText( /^Changed / ) ).toBeVisible();
	await card.getByRole( 'link', { name: 'Open Lake Orin' } ).click();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'a report is renamed, and its answers stay', async ( { home: page } ) => {
	await writeReport( page, 'Lake Orin' );
	await page.getByRole( 'button', { name: 'Rename Lake Orin' } ).click();
	const dialog = page.getByRole( 'dialog', { name: 'Rename this report' } );
	await dialog.getByLabel( 'Name of the affiliate' ).fill( 'Wikimedia Valdora' );
	await dialog.getByLabel( 'Year' ).fill( '2023' );
	await dialog.getByRole( 'button', { name: 'Rename', exact: true } ).click();
	await expect( dialog ).toBeHidden();
	await expect( titles( page ) ).toHaveText( [ 'Wikimedia Valdora' ] );
	await page.getByRole( 'link', { name: 'Open Wikimedia Valdora' } ).click();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'a copy is a report of its own', async ( { home: page } ) => {
	await writeReport( page, 'Lake Orin' );
	await page.getByRole( 'button', { name: 'Duplicate Lake Orin' } ).click();
	await expect( titles( page ) ).toHaveText( [ 'Lake Orin', 'Lake Orin' ] );
	await page.getByRole( 'link', { name: 'Open Lake Orin' } ).first().click();
	await field( page, 'name' ).fill( 'Valdora' );
	await page.goBack();
	await expect( titles( page ) ).toHaveText( [ 'Valdora', 'Lake Orin' ] );
} );

test( 'what is deleted can be taken back: at once, and out of the trash', async ( { home: page } ) => {
	await writeReport( page, 'Lake Orin' );
	const remove = page.getByRole( 'button', { name: 'Delete Lake Orin' } );
	await remove.click();
	await expect( titles( page ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'button', { name: 'Undo' } ) ).toBeFocused();
	await page.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( titles( page ) ).toHaveText( [ 'Lake Orin' ] );

	await remove.click();
	await expect( titles( page ) ).toHaveCount( 0 );
	await page.reload();
	await page.getByText( 'Trash (one report)' ).click();
	await page.getByRole( 'button', { name: 'Restore Lake Orin' } ).click();
	await expect( titles( page ) ).toHaveText( [ 'Lake Orin' ] );
	await page.getByRole( 'link', { name: 'Open Lake Orin' } ).click();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'a report, and all of them, are saved as files that hold everything', async ( { home: page } ) => {
	await writeReport( page, 'Lake Orin' );
	await writeReport( page, 'Valdora' );
	const one = await downloaded( page, () => page.getByRole( 'button', { name: 'Download Lake Orin' } ).click() );
	expect( one.name ).toBe( 'affiliate-report-Lake-Orin-2024.json' );
	const answers = ( file ) => JSON.parse( file.text ).drafts.map( ( draft ) => draft.answers.name.text );
	expect( answers( one ) ).toEqual( [ 'Lake Orin' ] );
	const all = await downloaded( page, () => page.getByRole( 'button', { name: 'Save all reports to one file' } ).click() );
	expect( all.name ).toMatch( /^affiliate-reports-\d{4}-\d\d-\d\d\.json$/ );
	expect( answers( all ).sort() ).toEqual( [ 'Lake Orin', 'Valdora' ] );
} );

test( 'everything is deleted from the browser, once that is confirmed', async ( { home: page } ) => {
	await writeReport( page, 'Lake Orin' );
	const ask = page.getByRole( 'button', { name: 'Delete everything from this browser' } );
	const dialog = page.getByRole( 'dialog', { name: 'Delete everything from this browser?' } );
	await ask.click();
	await expect( dialog.getByRole( 'button', { name: 'Keep everything' } ) ).toBeFocused();
	await page.keyboard.press( 'Escape' );
	await expect( dialog ).toBeHidden();
	await expect( ask ).toBeFocused();
	await expect( titles( page ) ).toHaveText( [ 'Lake Orin' ] );

	await ask.click();
	await dialog.getByRole( 'button', { name: 'Delete everything', exact: true } ).click();
	await expect( titles( page ) ).toHaveCount( 0 );
	// Only the mark stays that tells other tabs of it.
	expect( await page.evaluate( () => Object.keys( localStorage ) ) ).toEqual( [ 'affiliate-report-builder/cleared' ] );
} );

test( 'what is deleted in one tab does not come back from another one in which it is open', async ( { home: page, context } ) => {
	await writeReport( page, 'Lake Orin' );
	const other = await context.newPage();
	await other.goto( './' );
	await other.getByRole( 'link', { name: 'Open Lake Orin' } ).first().click();
	await expect( field( other, 'name' ) ).toHaveValue( 'Lake Orin' );
	await page.bringToFront();
	await page.getByRole( 'button', { name: 'Delete everything from this browser' } ).click();
	await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Delete everything', exact: true } ).click();
	await expect( titles( page ) ).toHaveCount( 0 );
	await expect( other.getByText( 'Everything that this browser had of your reports was deleted in another tab.' ) ).toBeVisible();
	await other.bringToFront();
	await expect( titles( other ) ).toHaveCount( 0 );
	// What is written afterwards is kept, and nothing else is there.
	await startReport( other );
	await field( other, 'name' ).fill( 'Lake Maren' );
	await expect( other.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	for ( const tab of [ page, other ] ) {
		await tab.goto( './' );
		await expect( titles( tab ) ).toHaveText( [ 'Lake Maren' ] );
	}
} );

test( 'on a first visit the page says what one needs to know, once, before the buttons, and has nothing to delete', async ( { home: page } ) => {
	const start = page.getByRole( 'button', { name: 'Start a report' } );
	const bottom = async ( locator ) => {
		const { y, height } = await locator.boundingBox();
		return y + height;
	};
	for ( const name of [ 'Whom it is for', 'How long it takes', 'What to have at hand' ] ) {
		const heading = page.getByRole( 'heading', { name, exact: true } );
		await expect( heading ).toBeVisible();
		expect( await bottom( heading ) ).toBeLessThan( ( await start.boundingBox() ).y );
	}
	await expect( page.getByText( 'Before you start', { exact: true } ) ).toBeHidden();
	await expect( page.getByText( /^The form: Affiliate health criteria, for a report about \d{4}\./ ) ).toBeVisible();
	const words = await page.locator( 'body' ).innerText();
	expect( words.match( /not an official/g ) ).toHaveLength( 1 );
	expect( words.match( /stays in this browser/g ) ).toHaveLength( 1 );
	await expect( page.getByText( 'of this browser\'s storage' ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'button', { name: 'Delete everything from this browser' } ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'button', { name: 'Save all reports to one file' } ) ).toHaveCount( 0 );
	// Elsewhere the footer says it.
	await startReport( page );
	await expect( page.getByRole( 'contentinfo' ).getByText( /not an official/ ) ).toHaveCount( 1 );
	await expect( page.getByRole( 'contentinfo' ).getByText( /^Privacy/ ) ).toHaveCount( 1 );
} );

test( 'with a report all that is folded, and there is something to delete, also from the trash', async ( { home: page } ) => {
	await writeReport( page, 'Lake Orin' );
	const heading = page.getByRole( 'heading', { name: 'What to have at hand' } );
	await expect( heading ).toBeHidden();
	await page.getByText( 'Before you start' ).click();
	await expect( heading ).toBeVisible();
	await expect( page.getByText( 'of this browser\'s storage' ) ).toBeVisible();
	const remove = page.getByRole( 'button', { name: 'Delete everything from this browser' } );
	await expect( remove ).toBeVisible();
	await page.getByRole( 'button', { name: 'Delete Lake Orin' } ).click();
	await expect( remove ).toBeVisible();
	await page.getByText( 'Trash (one report)' ).click();
	await page.getByRole( 'button', { name: 'Empty the trash' } ).click();
	await expect( remove ).toHaveCount( 0 );
	await page.reload();
	await expect( heading ).toBeVisible();
} );

test.describe( 'on its card a report says how far it is, and what comes next', () => {
	test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

	const copy = async ( page ) => {
		await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
		await expect( page.getByText( /^Copied/ ).first() ).toBeVisible();
		await page.getByRole( 'banner' ).getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
	};

	test( 'a trial copy does not lead away from writing', async ( { home: page } ) => {
		await writeReport( page, 'Lake Orin' );
		const card = page.getByRole( 'listitem' ).filter( { hasText: 'Lake Orin' } );
		await expect( card.getByText( 'Writing', { exact: true } ) ).toBeVisible();
		await expect( card.getByText( '2024', { exact: true } ) ).toBeVisible();
		const next = card.getByRole( 'link', { name: 'Go on writing: 28 left' } );
		await expect( next ).toHaveAccessibleDescription( 'Lake Orin' );
		await next.click();
		await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
		await page.getByRole( 'link', { name: 'Review and copy' } ).click();
		await copy( page );
		await expect( card.getByText( 'Writing', { exact: true } ) ).toBeVisible();
		await expect( next ).toBeVisible();
	} );

	test( 'with all answered the page is to be read, and once copied to be published', async ( { page } ) => {
		await storeReport( page, seed.page );
		const card = page.getByRole( 'main' ).getByRole( 'listitem' ).filter( { has: page.getByRole( 'heading', { level: 3 } ) } );
		const heading = page.getByRole( 'heading', { level: 1, name: 'Review and copy' } );
		await card.getByRole( 'link', { name: 'Review and copy' } ).click();
		await expect( heading ).toBeVisible();
		await copy( page );
		await expect( card.getByText( 'Copied', { exact: true } ) ).toBeVisible();
		await card.getByRole( 'link', { name: 'Publish it on Meta-Wiki' } ).click();
		await expect( heading ).toBeVisible();
	} );
} );
