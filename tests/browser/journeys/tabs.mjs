// The same report in several tabs.

import { expect, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );
const choices = ( page ) => page.getByRole( 'region', { name: 'Choose which text to keep' } );

/** The report of this page in another tab. */
async function second( page, context ) {
	// There is nothing to open before something is typed.
	if ( await field( page, 'name' ).inputValue() === '' ) {
		await field( page, 'name' ).fill( 'Lake Orin' );
	}
	await expect( saved( page ) ).toBeVisible();
	const other = await context.newPage();
	await other.goto( page.url() );
	await expect( saved( other ) ).toBeVisible();
	return other;
}

test( 'what is typed in one tab appears in the other, and leaves the cursor where it is', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'One three' );
	const other = await second( page, context );
	await expect( field( other, 'mission' ) ).toHaveValue( 'One three' );
	// Somebody is in the field there, and does not type.
	await field( other, 'mission' ).evaluate( ( area ) => {
		area.focus();
		area.setSelectionRange( 9, 9 );
	} );
	await field( page, 'mission' ).fill( 'One two three' );
	await field( page, 'goals' ).fill( 'Elsewhere' );
	await expect( field( other, 'goals' ) ).toHaveValue( 'Elsewhere' );
	await expect( field( other, 'mission' ) ).toHaveValue( 'One two three' );
	await expect( field( other, 'mission' ) ).toBeFocused();
	await other.keyboard.type( '!' );
	await expect( field( other, 'mission' ) ).toHaveValue( 'One two three!' );
	await expect( field( page, 'mission' ) ).toHaveValue( 'One two three!' );
	await expect( choices( page ) ).toHaveCount( 0 );
} );

for ( const [ name, hours ] of [ [ 'an hour back', -1 ], [ 'a day ahead', 24 ] ] ) {
	test( `what is typed in one tab appears in the other where the clock was set ${ name }`, async ( { write: page, context } ) => {
		const other = await second( page, context );
		await field( other, 'goals' ).pressSequentially( 'Typed here' );
		for ( const tab of [ page, other ] ) {
			await tab.evaluate( ( by ) => {
				const { now } = Date;
				Date.now = () => now() + by;
			}, hours * 60 * 60 * 1000 );
		}
		await field( page, 'mission' ).fill( 'From the other tab' );
		await expect( field( other, 'mission' ) ).toHaveValue( 'From the other tab' );
		await field( other, 'goals' ).fill( 'And back' );
		await expect( field( page, 'goals' ) ).toHaveValue( 'And back' );
		await expect( choices( page ) ).toHaveCount( 0 );
	} );
}

test( 'a quiet note says that it is open elsewhere, for as long as it is', async ( { write: page, context } ) => {
	const note = ( where ) => where.getByText( 'Also open in another tab.' );
	await expect( note( page ) ).toHaveCount( 0 );
	const other = await second( page, context );
	await expect( note( page ) ).toBeVisible();
	await expect( note( other ) ).toBeVisible();
	await other.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
	await expect( note( page ) ).toHaveCount( 0 );
	await other.goBack();
	await expect( note( page ) ).toBeVisible();
	// A tab that goes without a word is missed before long.
	await other.close();
	await expect( note( page ) ).toHaveCount( 0 );
} );

test( 'text that is being composed is left alone while the other tab saves', async ( { write: page, context } ) => {
	const other = await second( page, context );
	const client = await context.newCDPSession( other );
	await field( other, 'mission' ).click();
	const compose = ( text ) => client.send( 'Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length } );
	await compose( 'に' );
	await field( page, 'mission' ).fill( 'Typed in the first tab' );
	await field( page, 'goals' ).fill( 'Other goals' );
	await expect( field( other, 'goals' ) ).toHaveValue( 'Other goals' );
	await compose( 'にほ' );
	await compose( 'にほん' );
	await expect( field( other, 'mission' ) ).toHaveValue( 'にほん' );
	await client.send( 'Input.insertText', { text: '日本' } );
	await expect( field( other, 'mission' ) ).toHaveValue( '日本' );
	// Neither knew of the other: both are kept.
	await expect( choices( other ) ).toBeVisible();
	await expect( choices( other ).getByText( 'Typed in the first tab' ).first() ).toBeVisible();
	await expect( choices( other ).getByText( '日本' ).first() ).toBeVisible();
} );

test( 'what is typed after another tab has replaced the text is a choice beside that text', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'We write.' );
	const other = await second( page, context );
	const client = await context.newCDPSession( other );
	await field( other, 'mission' ).press( 'End' );
	const compose = ( text ) => client.send( 'Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length } );
	await compose( 'に' );
	// The first tab knows of it before it replaces it.
	await expect( field( page, 'mission' ) ).toHaveValue( 'We write.に' );
	await field( page, 'mission' ).fill( 'Typed in the first tab' );
	await field( page, 'goals' ).fill( 'Other goals' );
	await expect( field( other, 'goals' ) ).toHaveValue( 'Other goals' );
	await client.send( 'Input.insertText', { text: '日本' } );
	await expect( choices( other ) ).toBeVisible();
	await expect( choices( other ).getByText( 'Typed in the first tab' ).first() ).toBeVisible();
	await expect( choices( other ).getByText( 'We write.日本' ).first() ).toBeVisible();
} );

test( 'where two tabs changed the same answer, both texts stay until one is chosen', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'We write.' );
	const other = await second( page, context );
	await expect( field( other, 'mission' ) ).toHaveValue( 'We write.' );
	// Both at once: neither field follows while somebody types in it.
	await Promise.all( [
		field( page, 'mission' ).pressSequentially( ' And we meet.' ),
		field( other, 'mission' ).pressSequentially( ' And we teach.' )
	] );
	for ( const tab of [ page, other ] ) {
		const group = choices( tab ).getByRole( 'group' );
		await expect( group ).toHaveCount( 1 );
		await expect( group.getByText( /And we meet\./ ).first() ).toBeVisible();
		await expect( group.getByText( /And we teach\./ ).first() ).toBeVisible();
	}
	await expect( choices( page ).getByRole( 'deletion' ).first() ).toBeVisible();
	const shown = await field( page, 'mission' ).inputValue();
	await choices( page ).getByRole( 'button', { name: 'Keep text 2' } ).click();
	await expect( choices( page ) ).toHaveCount( 0 );
	const kept = await field( page, 'mission' ).inputValue();
	expect( kept ).not.toBe( shown );
	await expect( choices( other ) ).toHaveCount( 0 );
	await expect( field( other, 'mission' ) ).toHaveValue( kept );
	await expect( saved( page ) ).toBeVisible();
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( kept );
} );

test( 'where two tabs agree on a text and not on its mark, the choice shows the mark', async ( { write: page, context } ) => {
	await field( page, 'mission' ).fill( 'We write' );
	const other = await second( page, context );
	const goOn = async () => {
		await field( page, 'mission' ).press( 'End' );
		for ( let at = 0; at < 12; at++ ) {
			await page.keyboard.type( '.' );
			await page.waitForTimeout( 50 );
			await page.keyboard.press( 'Backspace' );
			await page.waitForTimeout( 50 );
		}
	};
	const mark = async () => {
		const question = other.locator( '#question-mission' );
		await question.getByRole( 'button', { name: 'Mark for later' } ).click();
		await question.getByRole( 'textbox', { name: /^Private note/ } ).fill( 'Ask Aruzhan' );
	};
	await Promise.all( [ goOn(), mark() ] );
	await expect( choices( page ).getByRole( 'listitem' ).filter( { hasText: 'Ask Aruzhan' } ).filter( { hasText: 'Marked for later' } ) ).toHaveCount( 1 );
	await expect( choices( page ).getByText( 'What is different' ) ).toHaveCount( 0 );
} );
