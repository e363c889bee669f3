// Earlier versions of a report: looked at, compared, put back. And advice that was dismissed stays so.

import { expect, startReport, test } from '../support/test.mjs';
import { MIRROR_FAULTS, inject, occupy } from '../support/faults.mjs';
import { field } from '../support/questions.mjs';
import { draftAddress, go } from '../support/views.mjs';

const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

/** A report that was copied with one mission and says another one by now; its earlier version is compared. */
async function compareEarlier( page ) {
	await field( page, 'mission' ).fill( 'We write and meet.' );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
	await expect( page.getByText( 'Copied' ).first() ).toBeVisible();
	await page.goBack();
	await field( page, 'mission' ).fill( 'We write and teach.' );
	await expect( saved( page ) ).toBeVisible();
	await page.getByRole( 'link', { name: 'Earlier versions' } ).click();
	const copied = page.getByRole( 'listitem' ).filter( { hasText: 'when the page was copied' } );
	await copied.getByRole( 'button', { name: /^Compare the version of / } ).click();
	await expect( page.getByRole( 'button', { name: 'Put this version back' } ) ).toBeVisible();
}

test( 'an earlier version is compared and put back, and that can be taken back, too', async ( { write: page } ) => {
	await compareEarlier( page );
	await expect( page.getByRole( 'heading', { level: 2, name: /^Since / } ) ).toBeFocused();
	await expect( page.getByRole( 'deletion' ) ).toHaveText( 'meet' );
	await expect( page.getByRole( 'insertion' ) ).toHaveText( 'teach' );
	await page.getByRole( 'button', { name: 'Put this version back' } ).click();
	await expect( page.getByText( 'The report is as it was then.' ) ).toBeVisible();
	await expect( saved( page ) ).toBeVisible();
	await expect( page.getByRole( 'listitem' ).filter( { hasText: 'before an earlier version was put back' } ) ).toHaveCount( 1 );
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( 'We write and meet.' );

	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( 'We write and meet.' );
	await page.getByRole( 'link', { name: 'Earlier versions' } ).click();
	const before = page.getByRole( 'listitem' ).filter( { hasText: 'before an earlier version was put back' } );
	await before.getByRole( 'button', { name: /^Compare the version of / } ).click();
	await page.getByRole( 'button', { name: 'Put this version back' } ).click();
	await expect( page.getByText( 'The report is as it was then.' ) ).toBeVisible();
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( 'We write and teach.' );
} );

test( 'what another tab changes, and the text that was not chosen, can be had back', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'We write.' );
	await field( page, 'goals' ).fill( 'To meet' );
	await expect( saved( page ) ).toBeVisible();
	const other = await context.newPage();
	await other.goto( page.url() );
	await expect( saved( other ) ).toBeVisible();
	await field( other, 'goals' ).fill( 'To teach' );
	await expect( field( page, 'goals' ) ).toHaveValue( 'To teach' );
	// Both at once: neither field follows while somebody types in it.
	await Promise.all( [
		field( page, 'mission' ).pressSequentially( ' And we meet.' ),
		field( other, 'mission' ).pressSequentially( ' And we teach.' )
	] );
	const choices = page.getByRole( 'region', { name: 'Choose which text to keep' } );
	await expect( choices.getByText( /And we teach\./ ).first() ).toBeVisible();
	await choices.getByRole( 'button', { name: 'Keep text 1' } ).click();
	await expect( choices ).toHaveCount( 0 );

	await page.getByRole( 'link', { name: 'Earlier versions' } ).click();
	const versions = ( why ) => page.getByRole( 'listitem' ).filter( { hasText: why } );
	await versions( 'before changes from another tab came in' ).getByRole( 'button' ).click();
	await expect( page.getByRole( 'deletion' ).filter( { hasText: 'meet' } ) ).toHaveCount( 1 );
	await versions( 'with a text that you did not choose' ).getByRole( 'button' ).click();
	await expect( page.getByRole( 'heading', { level: 2, name: /^Since / } ) ).toBeFocused();
	await expect( page.getByRole( 'deletion' ).filter( { hasText: 'teach' } ) ).toHaveCount( 1 );
} );

test( 'where what the report says now cannot be kept, no earlier version takes its place', async ( { page, context } ) => {
	const fault = 'put is out of room';
	await inject( context, MIRROR_FAULTS[ fault ], 'window.fail = false;' );
	await page.goto( './' );
	await startReport( page );
	await compareEarlier( page );
	await page.evaluate( ( name ) => {
		window.fail = name;
	}, fault );
	await page.getByRole( 'button', { name: 'Put this version back' } ).click();
	await expect( page.getByText( 'The report was not changed: what it says now could not be kept in this list first.' ) ).toBeVisible();
	await expect( page.getByText( 'The report is as it was then.' ) ).toHaveCount( 0 );
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( 'We write and teach.' );
} );

test( 'one who leaves while an earlier version is put back has it nevertheless', async ( { write: page, context } ) => {
	const report = draftAddress( page );
	await compareEarlier( page );
	const other = await context.newPage();
	await other.goto( './' );
	const release = await occupy( other );
	await page.bringToFront();
	await page.getByRole( 'button', { name: 'Put this version back' } ).click();
	await go( page, '#/' );
	await release();
	await other.close();
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( 'We write and meet.' );
} );

test( 'advice that was dismissed stays so after another start', async ( { write: page } ) => {
	const advice = page.getByRole( 'button', { name: 'Dismiss' } );
	await field( page, 'mission' ).fill( 'TBD' );
	await field( page, 'mission' ).press( 'Tab' );
	await expect( advice ).toHaveCount( 1 );
	await advice.click();
	await expect( advice ).toHaveCount( 0 );
	await expect( saved( page ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( 'TBD' );
	await expect( advice ).toHaveCount( 0 );
	// Another text is advised on anew.
	await field( page, 'mission' ).fill( 'To be done' );
	await field( page, 'mission' ).fill( 'TODO' );
	await field( page, 'mission' ).press( 'Tab' );
	await expect( advice ).toHaveCount( 1 );
} );
