// An empty report is begun, answered in part, and found again.

import { expect, startReport, test } from '../support/test.mjs';
import { field, questions } from '../support/questions.mjs';

test( 'a report is begun, three answers are typed, counted, and there again after a reload', async ( { home: page } ) => {
	await startReport( page );
	await expect( page.getByText( '0 of 30', { exact: true } ).first() ).toBeVisible();
	await field( page, 'name' ).fill( 'Wikimedians of Lake Orin' );
	await field( page, 'languages' ).fill( 'Orin, English' );
	await field( page, 'mission' ).fill( 'Free knowledge about the lake.\nIn both languages.' );
	await field( page, 'mission' ).press( 'Tab' );
	await expect( page.getByText( '3 of 30', { exact: true } ).first() ).toBeVisible();
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'name' ) ).toHaveValue( 'Wikimedians of Lake Orin' );
	await expect( field( page, 'languages' ) ).toHaveValue( 'Orin, English' );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge about the lake.\nIn both languages.' );
	await expect( page.getByText( '3 of 30', { exact: true } ).first() ).toBeVisible();
} );

test( 'what is typed is saved even if the page goes at once', async ( { write: page, context } ) => {
	const address = page.url();
	await field( page, 'name' ).pressSequentially( 'Orin' );
	await page.close();
	const again = await context.newPage();
	await again.goto( address );
	await expect( field( again, 'name' ) ).toHaveValue( 'Orin' );
} );

test( 'every question has exactly one control that bears its words', async ( { write: page } ) => {
	for ( const { id } of questions ) {
		await expect( field( page, id ), id ).toHaveCount( 1 );
	}
	await expect( page.getByRole( 'textbox' ).or( page.getByRole( 'combobox', { name: /\?/ } ) ) )
		.toHaveCount( questions.length );
} );

test( 'Next unanswered goes through the questions that are left', async ( { write: page } ) => {
	await field( page, 'name' ).fill( 'Orin' );
	await page.getByRole( 'button', { name: 'Next unanswered' } ).click();
	await expect( field( page, 'languages' ) ).toBeFocused();
} );

test( 'an address leads to a question', async ( { write: page } ) => {
	await page.goto( `${ page.url() }/diversity` );
	await expect( field( page, 'diversity' ) ).toBeFocused();
	await expect( field( page, 'diversity' ) ).toBeInViewport();
} );

test( 'back leads back, and each view has its title and a heading that takes the focus', async ( { write: page } ) => {
	const heading = page.getByRole( 'heading', { level: 1 } );
	await expect( heading ).toHaveCount( 1 );
	await expect( heading ).toBeFocused();
	await expect( page ).toHaveTitle( 'Write – Affiliate Report Builder' );
	await page.goBack();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Affiliate Report Builder' } ) ).toBeFocused();
	await expect( page ).toHaveTitle( 'Affiliate Report Builder' );
	await page.goForward();
	await expect( field( page, 'name' ) ).toBeVisible();
} );

test( 'a browser\'s tab and the header name the report and its year', async ( { write: page } ) => {
	await field( page, 'name' ).fill( 'Lake Orin' );
	await field( page, 'reportingyear' ).fill( '2026' );
	await expect( page ).toHaveTitle( 'Lake Orin 2026 – Write' );
	await expect( page.getByRole( 'banner' ) ).toContainText( 'Lake Orin 2026' );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page ).toHaveTitle( 'Lake Orin 2026 – Review and copy' );
	await page.getByRole( 'banner' ).getByRole( 'link' ).click();
	await expect( page ).toHaveTitle( 'Affiliate Report Builder' );
} );

test( 'who leaves while the focus comes to a field arrives where the way led', async ( { write: page } ) => {
	await field( page, 'mission' ).focus();
	await expect( page ).toHaveURL( /\/mission$/ );
	await field( page, 'languages' ).evaluate( ( element ) => {
		// The address changes at once, and the app hears of it a moment later.
		location.hash = '#/';
		element.focus();
	} );
	await expect( page.getByRole( 'button', { name: 'Start a report' } ) ).toBeVisible();
	await expect( page ).toHaveURL( /#\/$/ );
} );
