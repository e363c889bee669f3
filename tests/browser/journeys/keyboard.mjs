// The keyboard alone.

import { expect, test } from '../support/test.mjs';
import { field, invented, questions } from '../support/questions.mjs';
import { expectFocusShown, tabTo } from '../support/keyboard.mjs';

test( 'from the start page to the first answers', async ( { home: page } ) => {
	// There are hundreds of stops on the way.
	test.slow();
	await tabTo( page, page.getByRole( 'button', { name: 'Start a report' } ) );
	await expectFocusShown( page );
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeFocused();
	await tabTo( page, field( page, 'name' ) );
	await expectFocusShown( page );
	await page.keyboard.type( 'Lake Orin' );
	await tabTo( page, field( page, 'languages' ) );
	await page.keyboard.type( 'Orin' );
	await tabTo( page, page.getByRole( 'button', { name: 'Next unanswered' } ), { limit: 400 } );
	await page.keyboard.press( 'Enter' );
	await expect( field( page, 'countries' ) ).toBeFocused();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test.describe( 'the whole way', () => {
	test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

	test( 'from an empty report to wikitext on the clipboard', async ( { write: page } ) => {
		test.slow();
		for ( const { id } of questions ) {
			await tabTo( page, field( page, id ) );
			await page.keyboard.insertText( invented[ id ] );
			await expect( field( page, id ) ).toHaveValue( invented[ id ] );
		}
		await tabTo( page, page.getByRole( 'link', { name: 'Review and copy' } ) );
		await expectFocusShown( page );
		await page.keyboard.press( 'Enter' );
		await expect( page.getByText( /^All 30 questions have an answer/ ).first() ).toBeVisible();
		await tabTo( page, page.getByRole( 'button', { name: 'Copy wikitext' } ) );
		await expectFocusShown( page );
		await page.keyboard.press( 'Enter' );
		await expect( page.getByText( /^Copied/ ) ).toBeVisible();
		const copied = await page.evaluate( () => navigator.clipboard.readText() );
		expect( copied ).toContain( invented.name );
	} );
} );

test( 'the first Tab offers to skip to the content', async ( { home: page } ) => {
	await page.keyboard.press( 'Tab' );
	const skip = page.getByRole( 'link', { name: 'Skip to the content' } );
	await expect( skip ).toBeFocused();
	await expectFocusShown( page );
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'main' ) ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await expect( page.getByRole( 'button', { name: 'Start a report' } ) ).toBeFocused();
} );

test( 'a dialog keeps the focus and gives it back', async ( { write: page } ) => {
	await field( page, 'name' ).fill( 'Lake Orin' );
	await page.goBack();
	const rename = page.getByRole( 'button', { name: 'Rename Lake Orin' } );
	await tabTo( page, rename );
	await page.keyboard.press( 'Enter' );
	const dialog = page.getByRole( 'dialog', { name: 'Rename this report' } );
	await expect( dialog ).toBeVisible();
	const name = dialog.getByLabel( 'Name of the affiliate' );
	await tabTo( page, name );
	await page.keyboard.press( 'Control+a' );
	await page.keyboard.type( 'Valdora' );
	await page.keyboard.press( 'Escape' );
	await expect( dialog ).toBeHidden();
	await expect( rename ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( name ).not.toHaveValue( 'Valdora' );
	await tabTo( page, name );
	await page.keyboard.press( 'Control+a' );
	await page.keyboard.type( 'Valdora' );
	await page.keyboard.press( 'Enter' );
	await expect( dialog ).toBeHidden();
	await expect( page.getByRole( 'link', { name: 'Valdora', exact: true } ) ).toBeFocused();
} );
