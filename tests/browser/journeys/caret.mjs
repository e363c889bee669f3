// What was a caret stays a caret: whatever a tool does, the next key adds and replaces nothing.

import { expect, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

/** A button of the question that this id names. */
const button = ( page, id, name ) => page.locator( `#question-${ id }` ).getByRole( 'button', { name, exact: true } );

test( 'one goes on typing behind a word that was made bold', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	await mission.pressSequentially( 'see hello' );
	await button( page, 'mission', 'Bold' ).click();
	await expect( mission ).toHaveValue( 'see \'\'\'hello\'\'\'' );
	await page.keyboard.type( ' and more words' );
	await expect( mission ).toHaveValue( 'see \'\'\'hello\'\'\' and more words' );
} );

test( 'one goes on typing where one was after each of the tools', async ( { write: page } ) => {
	const goals = field( page, 'goals' );
	await goals.pressSequentially( 'We met' );
	await page.keyboard.press( 'Home' );
	await button( page, 'goals', 'List' ).click();
	await page.keyboard.type( 'In May ' );
	await expect( goals ).toHaveValue( '* In May We met' );
	await button( page, 'goals', 'Link' ).click();
	await page.getByRole( 'textbox', { name: 'Web address, or page on Meta-Wiki' } ).fill( 'Lake Orin' );
	await page.getByRole( 'button', { name: 'Put the link in' } ).click();
	await page.keyboard.type( ': ' );
	await expect( goals ).toHaveValue( '* In May [[Lake Orin]]: We met' );
} );

test( 'one goes on typing after advice was taken', async ( { write: page } ) => {
	const goals = field( page, 'goals' );
	await goals.pressSequentially( 'We met **twice** and wrote a plan.' );
	await goals.press( 'Tab' );
	await page.getByRole( 'button', { name: 'Use wiki notation' } ).first().click();
	await page.keyboard.type( ' It is long.' );
	await expect( goals ).toHaveValue( 'We met \'\'\'twice\'\'\' and wrote a plan. It is long.' );
} );
