// A report that goes round: how people hand it on and take it in, each in a browser of their own.

import { expect } from './test.mjs';
import { downloaded } from './download.mjs';
import { field } from './questions.mjs';
import { go } from './views.mjs';

export const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );
export const brings = ( page ) => page.getByRole( 'region', { name: 'What this copy brings' } );
export const take = ( page ) => page.getByRole( 'button', { name: 'Take it into the report' } );
export const dialog = ( page ) => page.getByRole( 'dialog', { name: 'Share' } );

/** No share sheet, as on most desktops: a file is downloaded, a message goes onto the clipboard. */
export async function noSheet( context ) {
	await context.addInitScript( () => {
		Object.defineProperty( Navigator.prototype, 'canShare', { value: undefined } );
		Object.defineProperty( Navigator.prototype, 'share', { value: undefined } );
	} );
}

/** Opens the dialog in which the report is shared; at a question, if its id is given. */
export async function share( page, report, question ) {
	await go( page, report );
	const place = question ? page.locator( `#question-${ question }` ) : page.getByRole( 'banner' );
	await place.getByRole( 'button', { name: 'Share', exact: true } ).click();
	return dialog( page );
}

/** Closes that dialog. */
export const close = ( page ) => dialog( page ).getByRole( 'button', { name: 'Close' } ).last().click();

/** The open report as a file. */
export async function file( page, report ) {
	await go( page, report );
	await expect( saved( page ) ).toBeVisible();
	const shown = await share( page, report );
	const { text } = await downloaded( page, () => shown.getByRole( 'button', { name: 'The draft as a file' } ).click() );
	await close( page );
	return text;
}

/** Chooses a file where reports are opened. */
export async function choose( page, text ) {
	await go( page, '#/open' );
	await page.getByLabel( 'Or choose a file' ).setInputFiles( { name: 'report.json', mimeType: 'application/json', buffer: Buffer.from( text ) } );
}

/** Types an answer, and waits until it is saved. */
export async function answer( page, report, id, text ) {
	await go( page, report );
	await field( page, id ).fill( text );
	await field( page, id ).blur();
	await expect( saved( page ) ).toBeVisible();
}

/** Somebody else's browser, with nothing in it. */
export async function stranger( browser, page, options = {} ) {
	const context = await browser.newContext( { baseURL: new URL( './', page.url() ).href, ...options } );
	await noSheet( context );
	return context.newPage();
}

/** Somebody else's browser, with the report in it. */
export async function other( browser, page, text, options = {} ) {
	const theirs = await stranger( browser, page, options );
	await theirs.goto( './' );
	await choose( theirs, text );
	await theirs.getByRole( 'button', { name: 'Open as a new report' } ).click();
	await expect( saved( theirs ) ).toBeVisible();
	return theirs;
}
