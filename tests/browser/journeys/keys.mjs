// The app's own keys, the toolbar below each field, and keys that mean something else than it seems: an input method's, and those
// that paste without formatting.

import { choices, expect, openMenu, startReport, test } from '../support/test.mjs';
import { convert } from '../support/core.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { expectFocusShown } from '../support/keyboard.mjs';
import { draftAddress, go } from '../support/views.mjs';

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

/** The row of buttons below the field of the question that this id names. */
const toolbar = ( page, id ) => page.getByRole( 'toolbar', { name: questions.find( ( question ) => question.id === id ).text } );
const tool = ( page, id, name ) => toolbar( page, id ).getByRole( 'button', { name, exact: true } );
const last = questions.at( -1 ).id;

/** Presses a key that an input method has, in both ways in which browsers tell of that. Returns whether it was left alone each time. */
const composed = ( control, keys ) => control.evaluate( ( element, pressed ) => [ { isComposing: true }, { keyCode: 229 } ].every( ( sign ) =>
	element.dispatchEvent( new KeyboardEvent( 'keydown', { bubbles: true, cancelable: true, ...pressed, ...sign } ) )
), keys );

test( 'an empty report is passed with at most 60 presses of Tab', async ( { write: page } ) => {
	test.slow();
	await expect( field( page, last ) ).toBeVisible();
	const end = await field( page, last ).getAttribute( 'id' );
	await field( page, questions[ 0 ].id ).focus();
	const stops = [];
	while ( stops.length < 200 && stops.at( -1 ) !== end ) {
		await page.keyboard.press( 'Tab' );
		stops.push( await page.evaluate( () => document.activeElement.id || document.activeElement.textContent ) );
	}
	expect( stops.at( -1 ) ).toBe( end );
	expect( stops.length, stops.join( ', ' ) ).toBeLessThanOrEqual( 60 );
} );

test( 'arrow keys go between the buttons below a field, and Tab comes back to the last of them', async ( { write: page } ) => {
	await expect( field( page, 'goals' ) ).toBeVisible();
	await field( page, 'mission' ).focus();
	await page.keyboard.press( 'Tab' );
	await expect( tool( page, 'mission', 'Bold' ) ).toBeFocused();
	await expectFocusShown( page );
	for ( const [ key, name ] of [
		[ 'ArrowRight', 'List' ], [ 'ArrowRight', 'Link' ], [ 'ArrowRight', 'Not applicable' ], [ 'End', 'Example' ], [ 'ArrowRight', 'Bold' ],
		[ 'ArrowLeft', 'Example' ], [ 'Home', 'Bold' ], [ 'End', 'Example' ], [ 'ArrowLeft', 'Share' ]
	] ) {
		await page.keyboard.press( key );
		await expect( tool( page, 'mission', name ), key ).toBeFocused();
		await expect( toolbar( page, 'mission' ).locator( '[tabindex="0"]' ) ).toHaveCount( 1 );
	}
	await page.keyboard.press( 'Shift+Tab' );
	await expect( field( page, 'mission' ) ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await expect( tool( page, 'mission', 'Share' ) ).toBeFocused();
	// From right to left.
	await page.evaluate( () => {
		document.dir = 'rtl';
	} );
	await page.keyboard.press( 'ArrowLeft' );
	await expect( tool( page, 'mission', 'Example' ) ).toBeFocused();
} );

test( 'what a button has opened is reached by Tab', async ( { write: page } ) => {
	await field( page, 'capacities' ).focus();
	await tool( page, 'capacities', 'Choose from the form\'s list' ).focus();
	await page.keyboard.press( 'Enter' );
	await page.keyboard.press( 'Tab' );
	const { suggestions } = questions.find( ( { id } ) => id === 'capacities' );
	await expect( page.getByRole( 'button', { name: suggestions[ 0 ], exact: true } ) ).toBeFocused();
	await tool( page, 'mission', 'Not applicable' ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( field( page, 'mission' ) ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await expect( tool( page, 'mission', 'Not applicable' ) ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await expect( page.getByLabel( 'Why there is no answer' ) ).toBeFocused();
	await tool( page, 'mission', 'Mark for later' ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'textbox', { name: /^Private note/ } ) ).toBeFocused();
} );

test( 'Ctrl+Enter goes to the next question, and from the last one to the page', async ( { write: page } ) => {
	await field( page, questions[ 0 ].id ).focus();
	for ( const { id } of questions.slice( 1, 7 ) ) {
		await page.keyboard.press( 'Control+Enter' );
		await expect( field( page, id ) ).toBeFocused();
		await expect( field( page, id ) ).toBeInViewport( { ratio: 1 } );
	}
	await expect( field( page, last ) ).toBeVisible();
	await field( page, last ).focus();
	await page.keyboard.press( 'Control+Enter' );
	await expect( page.getByRole( 'link', { name: 'Review and copy' } ) ).toBeFocused();
	const contact = field( page, 'primarycontact' );
	await contact.pressSequentially( 'user:orin_heron' );
	expect( await composed( contact, { key: 'Enter', ctrlKey: true } ), 'left to the input method' ).toBe( true );
	await expect( contact ).toBeFocused();
	await page.keyboard.press( 'Control+Enter' );
	await expect( contact ).not.toBeFocused();
	await expect( contact ).toHaveValue( 'Orin heron' );
} );

test( 'Ctrl+B and Ctrl+K do what the buttons do, where these are', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	await mission.pressSequentially( 'Free words' );
	await page.keyboard.press( 'Control+b' );
	await expect( mission ).toHaveValue( 'Free \'\'\'words\'\'\'' );
	await page.keyboard.press( 'Control+b' );
	await expect( mission ).toHaveValue( 'Free words' );
	await page.keyboard.press( 'Control+z' );
	await expect( mission ).toHaveValue( 'Free \'\'\'words\'\'\'' );
	await page.keyboard.press( 'Control+z' );
	await expect( mission ).toHaveValue( 'Free words' );
	await page.keyboard.press( 'Control+a' );
	expect( await composed( mission, { key: 'b', code: 'KeyB', ctrlKey: true } ) ).toBe( true );
	await page.keyboard.press( 'Control+k' );
	await expect( page.getByLabel( 'Web address, or page on Meta-Wiki' ) ).toBeFocused();
	await expect( page.getByLabel( 'Words of the link (what readers see)' ) ).toHaveValue( 'Free words' );
	await page.keyboard.type( 'https://example.org' );
	await page.keyboard.press( 'Enter' );
	await expect( mission ).toHaveValue( '[https://example.org Free words]' );
	await expect( mission ).toBeFocused();
	for ( const key of [ 'b', 'k' ] ) {
		const isLeft = await field( page, 'name' ).evaluate( ( element, pressed ) => element.dispatchEvent(
			new KeyboardEvent( 'keydown', { key: pressed, ctrlKey: true, bubbles: true, cancelable: true } )
		), key );
		expect( isLeft, `Ctrl+${ key } is the browser's own where there is no markup` ).toBe( true );
	}
} );

test( 'Enter goes on with a list and ends it, and is undone', async ( { write: page } ) => {
	const goals = field( page, 'goals' );
	await goals.pressSequentially( '* one' );
	await page.keyboard.press( 'Enter' );
	await expect( goals ).toHaveValue( '* one\n* ' );
	await page.keyboard.press( 'Control+z' );
	await expect( goals ).toHaveValue( '* one' );
	await page.keyboard.press( 'Enter' );
	await page.keyboard.type( 'two' );
	expect( await input( goals, 'Enter' ), 'left to the input method' ).toBe( true );
	await expect( goals ).toHaveValue( '* one\n* two' );
	await page.keyboard.press( 'Shift+Enter' );
	await expect( goals ).toHaveValue( '* one\n* two\n' );
	await page.keyboard.press( 'Backspace' );
	await page.keyboard.press( 'Enter' );
	await expect( goals ).toHaveValue( '* one\n* two\n* ' );
	await page.keyboard.press( 'Enter' );
	await expect( goals ).toHaveValue( '* one\n* two\n' );
	await page.keyboard.press( 'Control+z' );
	await expect( goals ).toHaveValue( '* one\n* two\n* ' );
	// Undo selects what has come back.
	await page.keyboard.press( 'End' );
	await page.keyboard.press( 'Enter' );
	await page.keyboard.type( 'And words.' );
	await page.keyboard.press( 'Enter' );
	await expect( goals ).toHaveValue( '* one\n* two\nAnd words.\n' );
	await page.keyboard.type( '** deep' );
	await page.keyboard.press( 'Enter' );
	await expect( goals ).toHaveValue( /\n\*\* deep\n\*\* $/ );
	for ( let step = 0; step < 40 && await goals.inputValue(); step++ ) {
		await page.keyboard.press( 'Control+z' );
	}
	await expect( goals ).toHaveValue( '' );
} );

test( 'an address pasted over words makes them its link', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	await mission.pressSequentially( 'see our plan' );
	// Links are read by what comes late.
	await tool( page, 'mission', 'Link' ).click();
	await expect( page.getByLabel( 'Web address, or page on Meta-Wiki' ) ).toBeFocused();
	await page.keyboard.press( 'Escape' );
	const address = 'https://example.org/a';
	const select = ( start, end ) => mission.evaluate( ( element, [ from, to ] ) => element.setSelectionRange( from, to ), [ start, end ] );
	await select( 4, 12 );
	expect( await paste( mission, PLAIN, '', address ), 'Ctrl+Shift+V puts it in the words\' place' ).toBe( true );
	for ( const html of [ '', `<a href="${ address }">${ address }</a>` ] ) {
		await select( 4, 12 );
		expect( await paste( mission, null, html, address ) ).toBe( false );
		await expect( mission ).toHaveValue( `see [${ address } our plan]` );
		await page.keyboard.press( 'Control+z' );
		await expect( mission ).toHaveValue( 'see our plan' );
	}
	await select( 12, 12 );
	expect( await paste( mission, null, '', address ), 'without words the browser pastes' ).toBe( true );
} );

test.describe( 'copying', () => {
	test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

	test( 'a key copies the wikitext where one writes and where one checks, and says so', async ( { write: page } ) => {
		await field( page, 'name' ).fill( 'Lake Orin' );
		await page.keyboard.press( 'Control+Shift+Enter' );
		const told = page.getByRole( 'status' ).filter( { hasText: /^Copied/ } );
		await expect( told ).toBeVisible();
		await expect( field( page, 'name' ) ).toBeFocused();
		const copied = () => page.evaluate( () => navigator.clipboard.readText() );
		expect( await copied() ).toContain( 'Lake Orin' );
		await page.keyboard.type( ' East' );
		await expect( told ).toHaveCount( 0 );
		await go( page, `${ draftAddress( page ) }/review` );
		await expect( page.getByText( /^Copied, changed since/ ) ).toBeVisible();
		await page.keyboard.press( 'Control+Shift+Enter' );
		await expect( page.getByText( /^Copied\. The wikitext is on your clipboard/ ) ).toBeInViewport();
		expect( await copied() ).toContain( 'Lake Orin East' );
	} );
} );

test( 'a key that could not copy says so', async ( { page } ) => {
	await page.addInitScript( () => {
		navigator.clipboard.writeText = () => Promise.reject( new DOMException( 'on purpose', 'NotAllowedError' ) );
		addEventListener( 'copy', ( event ) => event.preventDefault(), true );
	} );
	await page.goto( './' );
	await startReport( page );
	// The bar comes a frame after the questions, and listens to the key.
	await expect( page.getByRole( 'link', { name: 'Review and copy' } ) ).toBeVisible();
	await field( page, 'name' ).focus();
	await page.keyboard.press( 'Control+Shift+Enter' );
	await expect( page.getByRole( 'status' ).filter( { hasText: /^Not copied: .*“Review and copy”/ } ) ).toBeVisible();
	await expect( field( page, 'name' ) ).toBeFocused();
} );

test( 'a key shows the keys; there they are switched off, and stay so', async ( { write: page } ) => {
	const dialog = page.getByRole( 'dialog', { name: 'Keys' } );
	const choice = dialog.getByRole( 'checkbox', { name: 'Use these keys' } );
	const goals = field( page, 'goals' );
	// What listens to the keys comes a frame after the questions.
	await expect( page.getByRole( 'link', { name: 'Review and copy' } ) ).toBeVisible();
	await goals.focus();
	await page.keyboard.press( 'Control+/' );
	await expect( dialog.getByRole( 'row', { name: /^Ctrl \+ Enter Go to the next question/ } ) ).toBeVisible();
	await choice.focus();
	await page.keyboard.press( 'Space' );
	await expect( dialog.getByRole( 'status' ) ).toHaveText( 'The keys are off.' );
	await page.keyboard.press( 'Escape' );
	await expect( goals ).toBeFocused();
	const nothingHappens = async () => {
		await page.keyboard.press( 'Control+/' );
		await page.keyboard.press( 'Control+Shift+Enter' );
		await page.keyboard.press( 'Control+b' );
		await page.keyboard.press( 'Control+a' );
		await page.keyboard.press( 'Delete' );
		await page.keyboard.type( '* one' );
		await page.keyboard.press( 'Enter' );
		await expect( goals ).toHaveValue( '* one\n' );
		await expect( dialog ).toBeHidden();
		await expect( page.getByText( /^(Not )?[Cc]opied/ ) ).toHaveCount( 0 );
		await expect( goals ).toBeFocused();
	};
	await nothingHappens();
	await page.reload();
	await expect( goals ).toBeFocused();
	await nothingHappens();
	await openMenu( page );
	await page.getByRole( 'button', { name: 'Keys' } ).click();
	await expect( choice ).not.toBeChecked();
	await choice.check();
	await expect( dialog.getByRole( 'status' ) ).toHaveText( 'The keys are on.' );
	await page.keyboard.press( 'Escape' );
	await expect( choices( page ) ).toBeFocused();
	await page.keyboard.press( 'Control+/' );
	await expect( dialog ).toBeVisible();
} );

test( 'on a Mac the keys are with ⌘, and Control is the system\'s', async ( { page } ) => {
	await page.addInitScript( () => Object.defineProperty( navigator, 'platform', { get: () => 'MacIntel' } ) );
	await page.goto( './' );
	await startReport( page );
	const name = field( page, 'name' );
	await name.focus();
	await page.keyboard.press( 'Control+Enter' );
	await expect( name ).toBeFocused();
	await page.keyboard.press( 'Meta+Enter' );
	await expect( field( page, questions[ 1 ].id ) ).toBeFocused();
	await page.keyboard.press( 'Meta+/' );
	await expect( page.getByRole( 'dialog', { name: 'Keys' } ).getByRole( 'row', { name: /^⌘ \+ Enter Go to the next question/ } ) ).toBeVisible();
} );
