// In a meeting: one question after the other, large, by keys and buttons, edited in place.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling } from '../support/look.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const at = ( page ) => page.getByRole( 'main' ).getByRole( 'status' ).filter( { hasText: /^Question \d+ of \d+$/ } );
const next = ( page ) => page.getByRole( 'button', { name: 'Next question' } );
const previous = ( page ) => page.getByRole( 'button', { name: 'Previous question' } );
const last = questions.at( -1 );

/** A whole report, shown from one of its questions on. */
async function begin( page, question = '' ) {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/meeting${ question && `/${ question }` }` );
	await expect( at( page ) ).toBeVisible();
	return report;
}

test( 'one comes from Share, at the question where one writes, and goes back to it', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, report );
	await field( page, 'goals' ).focus();
	await page.getByRole( 'banner' ).getByRole( 'button', { name: 'Share', exact: true } ).click();
	await page.getByRole( 'dialog' ).getByRole( 'link', { name: 'Show one question after the other, for a meeting' } ).click();
	await expect( page.getByRole( 'dialog' ) ).toHaveCount( 0 );
	await expect( field( page, 'goals' ) ).toHaveValue( seed.answers.goals );
	await expect( page.getByRole( 'textbox' ) ).toHaveCount( 1 );
	await next( page ).click();
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await expect( field( page, 'decisionmaking' ) ).toBeFocused();
} );

test( 'buttons lead on and back, and stay where they are at the ends', async ( { page } ) => {
	await begin( page );
	await expect( at( page ) ).toHaveText( 'Question 1 of 30' );
	await expect( previous( page ) ).toHaveAttribute( 'aria-disabled', 'true' );
	await previous( page ).click( { force: true } );
	await expect( at( page ) ).toHaveText( 'Question 1 of 30' );
	for ( let number = 2; number <= questions.length; number++ ) {
		await next( page ).click();
		await expect( at( page ) ).toHaveText( `Question ${ number } of 30` );
		await expect( field( page, questions[ number - 1 ].id ) ).toBeVisible();
	}
	await expect( next( page ) ).toBeFocused();
	await expect( next( page ) ).toHaveAttribute( 'aria-disabled', 'true' );
	await page.keyboard.press( 'Enter' );
	await expect( at( page ) ).toHaveText( 'Question 30 of 30' );
	await previous( page ).click();
	await expect( at( page ) ).toHaveText( 'Question 29 of 30' );
} );

test( 'keys lead on and back outside of a field, and leave the caret alone in it', async ( { page } ) => {
	await begin( page, 'mission' );
	const question = page.getByRole( 'main' ).locator( '#meeting-question' );
	for ( const [ key, number ] of [ [ 'PageDown', 9 ], [ 'ArrowRight', 10 ], [ 'PageUp', 9 ], [ 'ArrowLeft', 8 ], [ 'ArrowLeft', 7 ], [ 'PageDown', 8 ] ] ) {
		await page.keyboard.press( key );
		await expect( at( page ) ).toHaveText( `Question ${ number } of 30` );
		await expect( question ).toBeFocused();
	}
	await field( page, 'mission' ).focus();
	for ( const key of [ 'ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp' ] ) {
		await page.keyboard.press( key );
	}
	await expect( at( page ) ).toHaveText( 'Question 8 of 30' );
	// In the row of buttons the arrows lead from button to button.
	await page.keyboard.press( 'Tab' );
	await page.keyboard.press( 'ArrowRight' );
	await expect( at( page ) ).toHaveText( 'Question 8 of 30' );
	await page.keyboard.press( 'PageDown' );
	await expect( at( page ) ).toHaveText( 'Question 9 of 30' );
	await page.keyboard.press( 'PageUp' );
	// From right to left the arrows turn round.
	await page.evaluate( () => {
		document.activeElement.blur();
		document.dir = 'rtl';
	} );
	await page.keyboard.press( 'ArrowLeft' );
	await expect( at( page ) ).toHaveText( 'Question 9 of 30' );
	await page.keyboard.press( 'PageUp' );
	await expect( at( page ) ).toHaveText( 'Question 8 of 30' );
} );

test( 'keys that are switched off do nothing here, either', async ( { page } ) => {
	await begin( page, 'mission' );
	await page.keyboard.press( 'Control+/' );
	await page.getByRole( 'checkbox', { name: 'Use these keys' } ).uncheck();
	await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Close' } ).last().click();
	await page.evaluate( () => document.activeElement.blur() );
	await page.keyboard.press( 'PageDown' );
	await expect( at( page ) ).toHaveText( 'Question 8 of 30' );
} );

test( 'answers are edited in place, and the key of the form goes on from field to field', async ( { page } ) => {
	const report = await begin( page, 'mission' );
	await field( page, 'mission' ).fill( 'Agreed in the meeting' );
	await page.keyboard.press( 'Control+Enter' );
	await expect( field( page, 'goals' ) ).toBeFocused();
	await page.keyboard.press( 'Control+a' );
	await page.keyboard.type( 'To grow' );
	await page.getByRole( 'button', { name: 'Previous question' } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Agreed in the meeting' );
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	await page.reload();
	await expect( at( page ) ).toHaveText( 'Question 8 of 30' );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Agreed in the meeting' );
	await go( page, `${ report }/meeting/${ last.id }` );
	await field( page, last.id ).focus();
	await page.keyboard.press( 'Control+Enter' );
	await expect( page.getByRole( 'link', { name: 'Review and copy' } ) ).toBeFocused();
	await go( page, report );
	await expect( field( page, 'goals' ) ).toHaveValue( 'To grow' );
} );

test( 'what another tab changes is shown here', async ( { page, context } ) => {
	const report = await begin( page, 'mission' );
	const other = await context.newPage();
	await other.goto( `./${ report }` );
	await field( other, 'mission' ).fill( 'Typed at home' );
	await field( other, 'mission' ).press( 'Tab' );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Typed at home' );
} );

test( 'letters are large on a large screen, and the page is on paper', async ( { page } ) => {
	await page.setViewportSize( { width: 1920, height: 1080 } );
	await begin( page, 'mission' );
	const size = await field( page, 'mission' ).evaluate( ( element ) => parseFloat( getComputedStyle( element ).fontSize ) );
	expect( size ).toBeGreaterThan( 28 );
	await page.evaluate( () => dispatchEvent( new Event( 'beforeprint' ) ) );
	await page.emulateMedia( { media: 'print' } );
	await expect( page.locator( '.paper' ).getByRole( 'row' ).filter( { hasText: questions[ 7 ].text } ) ).toContainText( seed.answers.mission );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeHidden();
	await expect( page.getByRole( 'textbox' ) ).toHaveCount( 0 );
	await page.evaluate( () => dispatchEvent( new Event( 'afterprint' ) ) );
} );

for ( const [ mode, width, media, direction ] of [
	[ 'light', 1920, { colorScheme: 'light' }, 'ltr' ],
	[ 'dark', 1920, { colorScheme: 'dark' }, 'ltr' ],
	[ 'dark and narrow', 320, { colorScheme: 'dark' }, 'ltr' ],
	[ 'from right to left and narrow', 320, { colorScheme: 'light' }, 'rtl' ],
	[ 'forced colours', 360, { forcedColors: 'active' }, 'ltr' ]
] ) {
	test( `there is no barrier, ${ mode }`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 800 } );
		await page.emulateMedia( media );
		await begin( page, 'capacities' );
		await page.evaluate( ( to ) => {
			document.dir = to;
		}, direction );
		await expectNoBarrier( page, mode );
		await expectNoSidewaysScrolling( page, mode );
	} );
}
