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

/** The affiliate as in the title of the seed's page. */
const AFFILIATE = 'Wikimedia Community of Kazakh Language User Group';

/** What is on the clipboard once this was shared from the header. */
async function shared( page, name ) {
	await page.getByRole( 'banner' ).getByRole( 'button', { name: 'Share', exact: true } ).click();
	return chosen( page, name );
}

/** What is on the clipboard once this was chosen in the dialog, which is closed then. */
async function chosen( page, name ) {
	const dialog = page.getByRole( 'dialog', { name: 'Share' } );
	await dialog.getByRole( 'button', { name } ).click();
	await expect( dialog.getByText( 'It is on your clipboard. Paste it into a message.' ) ).toBeVisible();
	await dialog.getByRole( 'button', { name: 'Close' } ).last().click();
	return page.evaluate( () => navigator.clipboard.readText() );
}

/** The mark of a report in what is sent. */
const markOf = ( report ) => `[report:${ report.split( '/' ).at( -1 ) }]`;

test( 'the questions go out without answers', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, report );
	const message = await shared( page, 'The questions, without answers' );
	expect( message.split( '\n' )[ 0 ] ).toBe( `${ markOf( report ) } These are the questions of the yearly report of ${ AFFILIATE } for ${ seed.answers.reportingyear }. ` +
		`Please write your answers below them, leave the lines between === and === as they are, and send all of this text back.` );
	for ( const { text } of questions ) {
		expect( message ).toContain( text );
	}
	expect( message ).not.toContain( seed.answers.mission );
} );

test( 'answers that come back are taken in where they differ', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	const message = await shared( page, 'The questions with the answers so far' );
	expect( message.slice( message.indexOf( '\n\n' ) + 2 ) ).toBe( convert( 'text', seed.page ) );
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

test( 'one question goes to somebody, and the answer comes back into the report that asked', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, report );
	const { text } = questions.find( ( { id } ) => id === 'mission' );
	const share = page.locator( '#question-mission' ).getByRole( 'button', { name: 'Share', exact: true } );
	await expect( share ).toHaveAccessibleDescription( new RegExp( text.slice( 0, 20 ) ) );
	await share.click();
	const message = await chosen( page, `Only this question: ${ text }` );
	// Whoever asked is where they were.
	await expect( share ).toBeFocused();
	expect( message ).toContain( `This is a question of the yearly report of ${ AFFILIATE } for` );
	expect( message.match( /^===/gm ) ).toHaveLength( 1 );
	// It comes back in another message, and nobody chooses the report.
	await go( page, '#/open' );
	await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( message.replace( seed.answers.mission, 'What the others say' ) );
	await expect( page.getByText( `This looks like a version of “${ AFFILIATE }”` ) ).toBeVisible();
	await expect( page.getByText( /Not recognized/ ) ).toBeHidden();
	await page.getByRole( 'checkbox', { name: text } ).check();
	await page.getByRole( 'button', { name: 'Add one answer' } ).click();
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( 'What the others say' );
} );

for ( const [ what, refuse ] of [
	[ 'refuses', () => Promise.reject( new DOMException( 'on purpose', 'NotAllowedError' ) ) ],
	[ 'never answers', () => new Promise( () => {} ) ]
] ) {
	test( `where the clipboard ${ what }, the message is there to be copied by hand`, async ( { page } ) => {
		await page.addInitScript( `navigator.clipboard.writeText = ${ refuse }; document.execCommand = () => false;` );
		const report = await storeReport( page, seed.page );
		await go( page, report );
		await page.getByRole( 'banner' ).getByRole( 'button', { name: 'Share', exact: true } ).click();
		const dialog = page.getByRole( 'dialog', { name: 'Share' } );
		await dialog.getByRole( 'button', { name: 'The questions, without answers' } ).click();
		const message = dialog.getByRole( 'textbox', { name: 'The message' } );
		await expect( message ).toBeFocused();
		await expect( message ).toHaveValue( /These are the questions/ );
		await expect( dialog.getByText( 'It is on your clipboard' ) ).toBeHidden();
	} );
}
