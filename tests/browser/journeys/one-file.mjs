// The one-file edition: saved to a disk, alone in its folder, and opened from there.

import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, startReport, test as base } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

const NAME = 'affiliate-report-builder.html';

const test = base.extend( {
	/** Nothing but this one file is asked for: see `watch`. */
	baseURL: async ( {}, use ) => {
		const file = join( mkdtempSync( join( tmpdir(), 'one file ' ) ), NAME );
		copyFileSync( join( process.env.APP_FOLDER, NAME ), file );
		await use( pathToFileURL( file ).href );
	},

	home: async ( { page, baseURL }, use ) => {
		await page.goto( baseURL );
		await expect( page.getByRole( 'button', { name: 'Start a report' } ) ).toBeVisible();
		await use( page );
	}
} );

test( 'it says what differs, and has nothing to install or update', async ( { home: page } ) => {
	await expect( page.getByRole( 'contentinfo' ) ).toContainText( 'You opened the app from a file.' );
	await expect( page.getByRole( 'link', { name: 'Download this app as one file' } ) ).toHaveCount( 0 );
	expect( await page.evaluate( () => document.querySelector( 'link[rel="manifest"]' ) ) ).toBe( null );
} );

test( 'what is typed is there again after a reload, names are suggested, and the page is copied', async ( { home: page, watch, context } ) => {
	await context.grantPermissions( [ 'clipboard-read', 'clipboard-write' ] );
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await field( page, 'languages' ).pressSequentially( 'Estoni' );
	await page.getByRole( 'option', { name: /^Estonian/ } ).click();
	// The footer has these words, too, among others.
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
	await expect( field( page, 'languages' ) ).toHaveValue( /Estonian/ );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await page.getByRole( 'button', { name: 'Copy wikitext' } ).first().click();
	await expect( page.getByText( 'Copied. The wikitext is on your clipboard' ) ).toBeVisible();
	expect( await page.evaluate( () => navigator.clipboard.readText() ) ).toContain( 'Lake Orin' );
	expect( watch.requests.filter( ( url ) => !url.startsWith( 'data:' ) ) ).toHaveLength( 2 );
} );

test( 'what needs Meta-Wiki says why it cannot work there, and asks nobody', async ( { home: page, watch } ) => {
	await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
	await page.getByRole( 'textbox', { name: 'Address or title of the page, or the affiliate\'s name' } ).fill( 'Lake Orin' );
	await page.getByRole( 'button', { name: 'Read from Meta-Wiki' } ).click();
	await expect( page.getByText( /^This page was opened as a file, and browsers do not let a file ask Meta-Wiki/ ) ).toBeVisible();
	expect( watch.requests.filter( ( url ) => !url.startsWith( 'data:' ) ) ).toHaveLength( 1 );
} );

base( 'the app on a website hands it out', async ( { home: page } ) => {
	const link = page.getByRole( 'contentinfo' ).getByRole( 'link', { name: 'Download this app as one file' } );
	const [ download ] = await Promise.all( [ page.waitForEvent( 'download' ), link.click() ] );
	expect( download.suggestedFilename() ).toBe( NAME );
} );
