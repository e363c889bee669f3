// The focus is never lost: wherever something is taken away, the keyboard is somewhere that makes sense.

import { expect, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go, reportInPart } from '../support/views.mjs';

const described = ( page, id, name ) => page.getByRole( 'button', {
	name, exact: true, description: questions.find( ( question ) => question.id === id ).text
} );

/** Presses a control as the keyboard does. */
async function press( control, key = 'Enter' ) {
	await control.focus();
	await control.press( key );
}

test( 'on the start page', async ( { page } ) => {
	await reportInPart( page );
	await go( page, '#/' );
	const name = seed.answers.name;
	await press( page.getByRole( 'button', { name: `Duplicate ${ name }` } ) );
	await expect( page.getByRole( 'link', { name, exact: true } ).first() ).toBeFocused();
	await press( page.getByRole( 'button', { name: `Delete ${ name }` } ).first() );
	await expect( page.getByRole( 'button', { name: 'Undo' } ) ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( page.getByRole( 'link', { name, exact: true } ).first() ).toBeFocused();
	await press( page.getByRole( 'button', { name: `Delete ${ name }` } ).first() );
	await expect( page.getByRole( 'button', { name: 'Undo' } ) ).toBeFocused();
	await page.locator( 'summary' ).filter( { hasText: /^Trash/ } ).press( 'Enter' );
	await press( page.getByRole( 'button', { name: `Restore ${ name }` } ) );
	await expect( page.getByRole( 'link', { name, exact: true } ).first() ).toBeFocused();
	await press( page.getByRole( 'button', { name: `Delete ${ name }` } ).first() );
	await expect( page.getByRole( 'button', { name: 'Undo' } ) ).toBeFocused();
	await page.locator( 'summary' ).filter( { hasText: /^Trash/ } ).press( 'Enter' );
	await press( page.getByRole( 'button', { name: 'Empty the trash' } ) );
	await expect( page.getByText( 'The trash is empty.' ) ).toBeVisible();
	await expect( page.locator( '.notice' ) ).toBeFocused();
	const file = await downloaded( page, () => press( page.getByRole( 'button', { name: `Download ${ name }` } ) ) );
	expect( file.text ).toContain( name );
	await expect( page.getByRole( 'button', { name: `Download ${ name }` } ) ).toBeFocused();
	for ( const [ button, safe ] of [ [ `Rename ${ name }`, 'Cancel' ], [ 'Delete everything from this browser', 'Keep everything' ] ] ) {
		const opener = page.getByRole( 'button', { name: button } );
		for ( const way of [ safe, 'Close' ] ) {
			await press( opener );
			await press( page.getByRole( 'dialog' ).getByRole( 'button', { name: way } ) );
			await expect( opener, `after ${ way }` ).toBeFocused();
		}
	}
	await press( page.getByRole( 'button', { name: 'Delete everything from this browser' } ) );
	await press( page.getByRole( 'button', { name: 'Delete everything', exact: true } ) );
	await expect( page.locator( '.notice' ) ).toBeFocused();
} );

test( 'in a card whose report another tab changes', async ( { page, context } ) => {
	const report = await reportInPart( page );
	await go( page, '#/' );
	await expect( page.getByText( '6 of 30' ) ).toBeVisible();
	const rename = page.getByRole( 'button', { name: `Rename ${ seed.answers.name }` } );
	await rename.focus();
	const other = await context.newPage();
	await other.goto( `./${ report }` );
	await field( other, 'diversity' ).fill( 'We meet in three towns.' );
	await expect( page.getByText( '7 of 30' ) ).toBeVisible();
	await expect( rename ).toBeFocused();
} );

test( 'in a card that another report comes before', async ( { page, context } ) => {
	const report = await reportInPart( page );
	await go( page, '#/' );
	await press( page.getByRole( 'button', { name: `Duplicate ${ seed.answers.name }` } ) );
	await expect( page.getByText( '6 of 30' ) ).toHaveCount( 2 );
	const rename = page.getByRole( 'button', { name: `Rename ${ seed.answers.name }` } );
	await rename.first().focus();
	const other = await context.newPage();
	await other.goto( `./${ report }` );
	await field( other, 'diversity' ).fill( 'We meet in three towns.' );
	await expect( page.locator( '.card' ).first() ).toContainText( '7 of 30' );
	await expect( rename.last() ).toBeFocused();
} );

test( 'among the questions', async ( { page } ) => {
	const report = await reportInPart( page );
	await go( page, report );
	const later = described( page, 'mission', 'Mark for later' );
	await press( later );
	await expect( page.getByRole( 'textbox', { name: /^Private note/ } ) ).toBeFocused();
	await press( later );
	await expect( later ).toBeFocused();
	const waive = described( page, 'diversity', 'Not applicable' );
	await press( waive );
	// For the reason.
	await expect( field( page, 'diversity' ) ).toBeFocused();
	const why = page.getByLabel( 'Why there is no answer' );
	await why.focus();
	await why.selectOption( 'Not counted this year' );
	await expect( why ).toBeFocused();
	await press( waive );
	await expect( field( page, 'diversity' ) ).toBeFocused();
	const link = page.getByRole( 'toolbar', { name: questions.find( ( { id } ) => id === 'mission' ).text } )
		.getByRole( 'button', { name: 'Link' } );
	await link.evaluate( ( element ) => element.focus() );
	await page.keyboard.press( 'Enter' );
	await expect( page.getByLabel( 'Web address, or page on Meta-Wiki' ) ).toBeFocused();
	await page.keyboard.press( 'Escape' );
	await expect( field( page, 'mission' ) ).toBeFocused();
	await field( page, 'successionplanning' ).pressSequentially( 'Yes' );
	await page.keyboard.press( 'Tab' );
	await press( described( page, 'successionplanning', 'Dismiss' ) );
	await expect( field( page, 'successionplanning' ) ).toBeFocused();
	await field( page, 'goals' ).fill( '1. one\n2. two' );
	await page.keyboard.press( 'Tab' );
	const advice = page.locator( '#question-goals' ).getByRole( 'list', { name: 'Suggestions' } );
	await press( advice.getByRole( 'button' ).first() );
	await expect( field( page, 'goals' ) ).toBeFocused();
	await expect( field( page, 'goals' ) ).toHaveValue( '# one\n# two' );
	await page.keyboard.press( 'Control+z' );
	await expect( field( page, 'goals' ) ).toHaveValue( '1. one\n2. two' );
} );

test( 'when the bar leads to the next question', async ( { page } ) => {
	const report = await reportInPart( page );
	await go( page, report );
	await field( page, 'name' ).focus();
	await press( page.getByRole( 'button', { name: 'Next unanswered' } ) );
	await expect( field( page, 'countries' ) ).toBeFocused();
} );

test( 'when an answer of last year is still true', async ( { home: page } ) => {
	await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
	await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( seed.page );
	await page.getByRole( 'button', { name: /^Start the report of/ } ).click();
	await press( described( page, 'mission', 'Keep this answer' ) );
	await expect( described( page, 'goals', 'Keep this answer' ) ).toBeFocused();
} );

test( 'when answers are taken in, and taken back', async ( { page } ) => {
	const report = await reportInPart( page );
	await go( page, `${ report }/open` );
	await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( seed.page );
	await press( page.getByRole( 'button', { name: /^Add \d+ answers/ } ) );
	await expect( page.getByText( /answers were added to the report/ ) ).toBeVisible();
	expect( await page.evaluate( () => document.activeElement !== document.body ) ).toBe( true );
	await press( page.getByRole( 'button', { name: 'Undo' } ) );
	await expect( page.getByText( /^Undone/ ) ).toBeVisible();
	expect( await page.evaluate( () => document.activeElement !== document.body ) ).toBe( true );
} );

test( 'when the page to review is mended, and that is taken back', async ( { page } ) => {
	const report = await reportInPart( page );
	await go( page, report );
	await field( page, 'goals' ).fill( '1. one\n2. two' );
	await go( page, `${ report }/review` );
	const { text } = questions.find( ( { id } ) => id === 'goals' );
	const findings = page.getByRole( 'region', { name: 'What is left to do' } );
	const mend = findings.getByRole( 'listitem' ).filter( { hasText: text } ).getByRole( 'button' ).first();
	await press( mend );
	await expect( page.getByRole( 'button', { name: `Undo: ${ text }` } ) ).toBeFocused();
	await expect( page.getByRole( 'row', { name: text } ).getByRole( 'listitem' ) ).toHaveText( [ 'one', 'two' ] );
	await page.keyboard.press( 'Enter' );
	await expect( page.getByText( 'The answer is as it was before.' ) ).toBeVisible();
	await expect( page.getByRole( 'row', { name: text } ).getByRole( 'listitem' ) ).toHaveCount( 0 );
	expect( await page.evaluate( () => document.activeElement !== document.body ) ).toBe( true );
} );
