// The report as one text, while the same report is open elsewhere.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test( 'what another tab changes is shown, and never set back by a text that is older', async ( { page, context } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/text` );
	const whole = page.getByRole( 'textbox', { name: 'The whole report' } );
	await expect( whole ).toHaveValue( new RegExp( seed.answers.mission ) );
	const other = await context.newPage();
	await other.goto( `./${ report }` );
	await field( other, 'mission' ).fill( 'Changed in the other tab' );
	await field( other, 'mission' ).press( 'Tab' );
	await expect( other.getByText( 'Saved in this browser' ) ).toBeVisible();
	await expect( whole ).toHaveValue( /Changed in the other tab/ );

	// While one writes here, the text stays as it is. What it still says of another answer is not meant.
	await whole.focus();
	await field( other, 'goals' ).fill( 'Changed in the other tab, too' );
	await field( other, 'goals' ).press( 'Tab' );
	await expect( other.getByText( 'Saved in this browser' ) ).toBeVisible();
	await expect( whole ).toHaveValue( new RegExp( seed.answers.goals ) );
	await whole.fill( ( await whole.inputValue() ).replace( 'Changed in the other tab', 'Changed here' ) );
	await whole.press( 'Tab' );
	await expect( whole ).toHaveValue( /Changed in the other tab, too/ );
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Changed here' );
	await expect( field( page, 'goals' ) ).toHaveValue( 'Changed in the other tab, too' );
	await expect( field( page, 'name' ) ).toHaveValue( seed.answers.name );
} );

test( 'what has no place in the text is told of, and is there again the next time', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/text` );
	const whole = page.getByRole( 'textbox', { name: 'The whole report' } );
	await whole.fill( `A line that belongs nowhere\n\n${ await whole.inputValue() }` );
	await whole.press( 'Tab' );
	await expect( page.getByText( 'Not recognized' ) ).toBeVisible();
	await go( page, report );
	await go( page, `${ report }/text` );
	await expect( whole ).toHaveValue( /^A line that belongs nowhere\n/ );
	await expect( page.getByText( 'Not recognized' ) ).toBeVisible();
} );

test( 'the bar of the form is here, too: how far, what is next, the way on', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/text` );
	const whole = page.getByRole( 'textbox', { name: 'The whole report' } );
	const { text } = questions.find( ( { id } ) => id === 'mission' );
	await whole.fill( ( await whole.inputValue() ).replace( `${ seed.answers.mission }\n`, '' ) );
	await expect( page.getByRole( 'progressbar', { name: 'How far the report is' } ) ).toHaveAttribute( 'aria-valuenow', '29' );
	await page.getByRole( 'button', { name: 'Next unanswered' } ).click();
	// The caret is where the answer belongs.
	await expect( whole ).toBeFocused();
	await page.keyboard.type( 'Typed where it belongs' );
	await expect( whole ).toHaveValue( new RegExp( `=== ${ text.replace( /[?.()]/g, '\\$&' ) } ===\\nTyped where it belongs` ) );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Review and copy' } ) ).toBeVisible();
	await expect( page.getByRole( 'table' ).first() ).toContainText( 'Typed where it belongs' );
} );
