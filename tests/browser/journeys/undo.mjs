// The browser's own undo takes back whatever changed a field, one step after the other, until it is as it was found.

import { expect, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

/** Presses undo until the field is empty, and tells all that it showed on the way. */
async function undone( control ) {
	const seen = [];
	for ( let step = 0; step < 40 && await control.inputValue() !== ''; step++ ) {
		await control.press( 'Control+z' );
		seen.push( await control.inputValue() );
	}
	return seen;
}

test( 'the browser\'s own undo works, also after the field was left', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	await mission.pressSequentially( 'One' );
	await mission.press( 'Tab' );
	await mission.focus();
	await page.keyboard.press( 'Control+z' );
	await expect( mission ).not.toHaveValue( 'One' );
	await page.keyboard.press( 'Control+Shift+z' );
	await expect( mission ).toHaveValue( 'One' );
} );

test( 'a blank at the end is no reason to end what undo can take back', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	await mission.pressSequentially( 'One ' );
	await mission.press( 'Tab' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	await mission.focus();
	await page.keyboard.press( 'Control+z' );
	await expect( mission ).not.toHaveValue( 'One ' );
} );

test( 'a suggestion that makes two lines of one is undone, and what was typed before it', async ( { write: page } ) => {
	const languages = field( page, 'languages' );
	await languages.pressSequentially( 'English<br>French' );
	await languages.press( 'Tab' );
	await page.getByRole( 'button', { name: 'Start a new line' } ).click();
	await expect( languages ).toHaveValue( 'English\nFrench' );
	const seen = await undone( languages );
	expect( seen[ 0 ] ).toBe( 'English<br>French' );
	expect( seen.at( -1 ) ).toBe( '' );
	await languages.press( 'Control+Shift+z' );
	await expect( languages ).not.toHaveValue( '' );
} );

const WAYS_OUT = {
	'with the keyboard': ( page ) => page.keyboard.press( 'Tab' ),
	'for another field': ( page ) => field( page, 'secondarycontact' ).click(),
	'for no field': ( page ) => page.getByRole( 'heading', { level: 1 } ).click()
};

for ( const [ way, leave ] of Object.entries( WAYS_OUT ) ) {
	test( `a user name's normal form is undone when its field was left ${ way }`, async ( { write: page } ) => {
		const contact = field( page, 'primarycontact' );
		await contact.pressSequentially( 'user:orin_heron' );
		await leave( page );
		await expect( contact ).toHaveValue( 'Orin heron' );
		await expect( contact ).not.toBeFocused();
		await contact.focus();
		const seen = await undone( contact );
		expect( seen[ 0 ] ).toBe( 'user:orin_heron' );
		expect( seen.at( -1 ) ).toBe( '' );
	} );
}

test( 'a blank at the end does not end what undo can take back of a suggestion', async ( { write: page } ) => {
	const goals = field( page, 'goals' );
	await goals.pressSequentially( 'We met **twice** and wrote a plan. ' );
	await goals.press( 'Tab' );
	await page.getByRole( 'button', { name: 'Use wiki notation' } ).first().click();
	await expect( goals ).toHaveValue( /'''twice'''/ );
	const seen = await undone( goals );
	expect( seen.map( ( text ) => text.trim() ) ).toContain( 'We met **twice** and wrote a plan.' );
	expect( seen.at( -1 ) ).toBe( '' );
} );

/** What is typed in two steps, and what the draft makes of it. */
const NORMALIZED = [
	[ 'mission', 'a', '\tb', 'a b' ],
	[ 'goals', 'one ', 'e\u0301', 'one é' ],
	[ 'primarycontact', 'user:', 'orin_heron', 'Orin heron' ]
];

for ( const [ name, first, second, kept ] of NORMALIZED ) {
	test( `undo goes on where ${ name } was left without key or mouse, and is kept in another form`, async ( { write: page } ) => {
		const control = field( page, name );
		await control.focus();
		await page.keyboard.type( first );
		// Another step for undo.
		await page.keyboard.press( 'Home' );
		await page.keyboard.press( 'End' );
		await page.keyboard.insertText( second );
		await expect( control ).toHaveValue( first + second );
		// A phone's Done.
		await control.blur();
		await expect.poll( () => page.evaluate( () => JSON.stringify( { ...localStorage } ) ) ).toContain( kept );
		await control.focus();
		const seen = await undone( control );
		expect( seen[ 0 ] ).toBe( first );
		expect( seen.at( -1 ) ).toBe( '' );
		expect( seen.filter( ( text ) => !first.startsWith( text ) ), 'old words' ).toEqual( [] );
	} );
}
