// The report as one text, while the same report is open elsewhere.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, seed } from '../support/questions.mjs';
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
