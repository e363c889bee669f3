// The report goes to others as a message, and what comes back is taken in.

import { expect, test } from '../support/test.mjs';
import { convert } from '../support/core.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

test.beforeEach( async ( { page } ) => {
	// No share sheet, as on most desktops: the message goes onto the clipboard.
	await page.addInitScript( () => {
		Object.defineProperty( Navigator.prototype, 'canShare', { value: undefined } );
		Object.defineProperty( Navigator.prototype, 'share', { value: undefined } );
	} );
} );

/** What is on the clipboard once this was shared. */
async function shared( page, name ) {
	await page.getByRole( 'button', { name: 'Share', exact: true } ).click();
	await page.getByRole( 'button', { name } ).click();
	await expect( page.getByText( 'It is on your clipboard. Paste it into a message.' ) ).toBeVisible();
	return page.evaluate( () => navigator.clipboard.readText() );
}

test( 'the questions go out without answers', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	const message = await shared( page, 'The questions, without answers' );
	for ( const { text } of questions ) {
		expect( message ).toContain( text );
	}
	expect( message ).not.toContain( seed.answers.mission );
} );

test( 'answers that come back are taken in where they differ', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	const message = await shared( page, 'The questions with the answers so far' );
	expect( message ).toBe( convert( 'text', seed.page ) );
	await go( page, `${ report }/open` );
	await page.getByRole( 'textbox', { name: 'Paste the report' } )
		.fill( message.replace( seed.answers.mission, 'What the others say' ) );
	await expect( page.getByText( '29 answers are the same as in your report' ) ).toBeVisible();
	await expect( page.getByRole( 'checkbox' ) ).toHaveCount( 1 );
	const { text } = questions.find( ( { id } ) => id === 'mission' );
	// It would replace an answer, so it is not chosen by itself.
	await expect( page.getByRole( 'checkbox', { name: text } ) ).not.toBeChecked();
	await page.getByRole( 'checkbox', { name: text } ).check();
	await page.getByRole( 'button', { name: 'Add one answer' } ).click();
	await expect( page.getByText( 'One answer was added to the report.' ) ).toBeVisible();
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( 'What the others say' );
	await expect( field( page, 'goals' ) ).toHaveValue( seed.answers.goals );
} );
