// Keys that mean something else than it seems: an input method's, and those that paste without formatting.

import { expect, test } from '../support/test.mjs';
import { convert } from '../support/core.mjs';
import { field, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

/** A key as Safari tells of it when an input method has it and composing is over by then. */
const input = ( control, key ) => control.evaluate( ( element, name ) => {
	const event = new KeyboardEvent( 'keydown', { key: name, keyCode: 229, bubbles: true, cancelable: true } );
	return element.dispatchEvent( event );
}, key );

test( 'an input method\'s Enter takes no suggestion', async ( { write: page } ) => {
	const languages = field( page, 'languages' );
	await languages.pressSequentially( 'Georg' );
	await expect( page.getByRole( 'listbox' ).getByRole( 'option' ).first() ).toBeVisible();
	await page.keyboard.press( 'ArrowDown' );
	expect( await input( languages, 'Enter' ), 'left to the input method' ).toBe( true );
	await expect( languages ).toHaveValue( 'Georg' );
	await page.keyboard.press( 'Enter' );
	await expect( languages ).not.toHaveValue( 'Georg' );
} );

const RICH = '<p>We <b>met</b></p>';

/** Pastes by hand what browsers hand over. Returns whether the browser is to paste it itself. */
const paste = ( control, keys, html = RICH, plain = 'We met' ) => control.evaluate( ( element, [ markup, text, pressed ] ) => {
	const clipboardData = new DataTransfer();
	clipboardData.setData( 'text/plain', text );
	clipboardData.setData( 'text/html', markup );
	element.focus();
	const key = ( type ) => pressed && element.dispatchEvent( new KeyboardEvent( type, { bubbles: true, ...pressed } ) );
	key( 'keydown' );
	const isLeft = element.dispatchEvent( new ClipboardEvent( 'paste', { clipboardData, bubbles: true, cancelable: true } ) );
	key( 'keyup' );
	return isLeft;
}, [ html, plain, keys ] );

const PLAIN = { ctrlKey: true, shiftKey: true, key: 'V', code: 'KeyV' };

test( 'Ctrl+Shift+V pastes without formatting, also where the browser hands it over', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	for ( const keys of [ PLAIN, { ...PLAIN, ctrlKey: false, metaKey: true }, { ...PLAIN, key: 'М' } ] ) {
		expect( await paste( mission, keys ), 'left to the browser' ).toBe( true );
	}
	await expect( mission ).toHaveValue( '' );
	for ( const keys of [ null, { ctrlKey: true, key: 'v', code: 'KeyV' } ] ) {
		await paste( mission, keys );
		await expect( mission ).toHaveValue( 'We \'\'\'met\'\'\'' );
		await mission.fill( '' );
	}
} );

test( 'so it does where a report comes in', async ( { home: page } ) => {
	await go( page, '#/open' );
	const open = page.getByRole( 'textbox', { name: 'Paste the report' } );
	const kind = page.getByRole( 'combobox', { name: 'Read as:' } );
	const pasted = async ( keys ) => {
		await paste( open, keys, convert( 'html', seed.page ), seed.page );
		await open.fill( seed.page );
	};
	await pasted( null );
	await expect( kind ).toHaveValue( 'html' );
	await open.fill( '' );
	await pasted( PLAIN );
	await expect( kind ).toHaveValue( 'page-text' );
} );
