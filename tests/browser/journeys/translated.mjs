// A page that the browser has translated.

import { expect, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

test( 'a page that the browser has translated goes on counting, and its answers stay as they are', async ( { write: page } ) => {
	await field( page, 'mission' ).fill( 'Free knowledge' );
	// A browser's translation puts new text nodes, within elements of its own, into the place of the old ones.
	await page.evaluate( () => {
		const walker = document.createTreeWalker( document.body, NodeFilter.SHOW_TEXT );
		const texts = [];
		while ( walker.nextNode() ) {
			const { parentElement } = walker.currentNode;
			if ( walker.currentNode.data.trim() && !parentElement.closest( '[translate="no"], script, style, textarea' ) ) {
				texts.push( walker.currentNode );
			}
		}
		for ( const text of texts ) {
			const font = document.createElement( 'font' );
			font.append( text.data.toUpperCase() );
			text.replaceWith( font );
		}
	} );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await field( page, 'name' ).press( 'Tab' );
	await expect( page.getByText( '2 of 30', { exact: true } ) ).toBeVisible();
	await expect( page.getByText( /^1 of 30$/ ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'banner' ).getByText( 'Saved in this browser' ) ).toHaveCount( 1 );
	const states = page.getByRole( 'list' ).filter( { hasText: /marked for later/i } ).getByRole( 'listitem' );
	await expect( states.filter( { hasText: /^answered: 2$/i } ) ).toHaveCount( 1 );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
	await page.evaluate( () => {
		location.hash = '#/';
	} );
	await expect( page.getByRole( 'link', { name: 'Open Lake Orin' } ) ).toBeVisible();
} );
