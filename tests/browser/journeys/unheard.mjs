// Writing assistants and autofill set what a field shows, and may not tell: it is taken all the same.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const SET = 'Set by an assistant';

/** Sets what a field shows, as a script of somebody else's does. */
const set = ( control, text ) => control.evaluate( ( element, value ) => {
	element.value = value;
}, text );

const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );

const WAYS = {
	Tab: ( page ) => page.keyboard.press( 'Tab' ),
	'another key': ( page ) => page.keyboard.press( 'End' ),
	'a click elsewhere': ( page ) => page.getByRole( 'heading', { level: 1 } ).click(),
	'a change event': ( page ) => field( page, 'mission' ).dispatchEvent( 'change' ),
	'leaving the field': ( page ) => field( page, 'mission' ).blur(),
	'another load': () => {}
};

for ( const [ way, act ] of Object.entries( WAYS ) ) {
	test( `an answer that was set is taken at ${ way }`, async ( { write: page } ) => {
		const mission = field( page, 'mission' );
		await mission.pressSequentially( 'Typed' );
		await expect( saved( page ) ).toBeVisible();
		await set( mission, SET );
		await act( page );
		if ( way !== 'another load' ) {
			await expect( page.getByText( '1 of 30', { exact: true } ).first() ).toBeVisible();
			await expect( mission ).toHaveValue( SET );
			await expect( saved( page ) ).toBeVisible();
		}
		await page.reload();
		await expect( mission ).toHaveValue( SET );
	} );
}

test( 'so are answers in fields that nobody was in', async ( { write: page } ) => {
	await field( page, 'goals' ).focus();
	await set( field( page, 'mission' ), SET );
	await set( field( page, 'name' ), 'Lake Orin' );
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( SET );
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'a tool works on what was set', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	const bold = page.locator( '#question-mission' ).getByRole( 'button', { name: 'Bold' } );
	// In other fonts and languages the tools move as soon as there is an answer.
	await page.evaluate( () => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync( '.question--answered .tools { position: relative; inset-block-start: 3rem }' );
		document.adoptedStyleSheets.push( sheet );
	} );
	await mission.focus();
	await set( mission, 'hello' );
	const before = await bold.boundingBox();
	await bold.click();
	await expect( mission ).toHaveValue( '\'\'\'hello\'\'\'' );
	expect( ( await bold.boundingBox() ).y ).not.toBe( before.y );
} );

test( 'in the report as one text, too', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	for ( const [ text, leave ] of [ [ 'Set and left', () => page.getByRole( 'heading', { level: 1 } ).click() ], [ 'Set and loaded anew', () => page.reload() ] ] ) {
		await go( page, `${ report }/text` );
		const whole = page.getByRole( 'textbox', { name: 'The whole report' } );
		await whole.focus();
		// What the view does in its first frame is done.
		await page.evaluate( () => new Promise( ( done ) => {
			requestAnimationFrame( () => requestAnimationFrame( done ) );
		} ) );
		const before = await whole.inputValue();
		const mission = before.includes( 'Set and left' ) ? 'Set and left' : seed.answers.mission;
		await set( whole, before.replace( mission, text ) );
		await leave();
		await go( page, report );
		await expect( field( page, 'mission' ) ).toHaveValue( text );
	}
} );

test( 'what the page is called as well', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	const affiliate = page.getByRole( 'textbox', { name: 'Name of the affiliate' } );
	await affiliate.focus();
	await set( affiliate, 'Lake Maren' );
	await page.keyboard.press( 'Tab' );
	await expect( affiliate ).toHaveValue( 'Lake Maren' );
	await page.reload();
	await expect( affiliate ).toHaveValue( 'Lake Maren' );
} );
