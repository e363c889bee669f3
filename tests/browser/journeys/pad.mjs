// The report as one text goes to a pad or a document and comes back: its headings look different then.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { expectNoBarrier } from '../support/look.mjs';
import { field, projectFile, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

const whole = ( page ) => page.getByRole( 'textbox', { name: 'The whole report' } );
const wording = ( id ) => questions.find( ( question ) => question.id === id ).text;

/** The whole report as one text, which is on the clipboard as well. */
async function copied( page ) {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/text` );
	await expect( whole( page ) ).toHaveValue( new RegExp( seed.answers.goals ) );
	await whole( page ).focus();
	await page.keyboard.press( 'Control+a' );
	await page.keyboard.press( 'Control+c' );
	return { report, text: await page.evaluate( () => navigator.clipboard.readText() ) };
}

/** Puts what the pad gives on the clipboard, and pastes it in the place of all of the text. */
async function pasteBack( page, text ) {
	await page.evaluate( ( plain ) => navigator.clipboard.writeText( plain ), text );
	await whole( page ).focus();
	await page.keyboard.press( 'Control+a' );
	await page.keyboard.press( 'Control+v' );
	await page.keyboard.press( 'Tab' );
}

/** Pastes what a document gives as rich text in the place of all of the text, as it is: browsers change what a page puts on the clipboard. */
async function pasteRich( page, html ) {
	await whole( page ).focus();
	await page.keyboard.press( 'Control+a' );
	await whole( page ).evaluate( ( element, rich ) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData( 'text/html', rich );
		clipboardData.setData( 'text/plain', 'As plain text' );
		element.dispatchEvent( new ClipboardEvent( 'paste', { clipboardData, bubbles: true, cancelable: true } ) );
	}, html );
	await page.keyboard.press( 'Tab' );
}

test( 'what was changed in a pad is in the answers, whatever happened to the headings', async ( { page } ) => {
	const { report, text } = await copied( page );
	let number = 0;
	const changed = text.replace( /^=== (.*) ===$/gm, ( heading, words ) => [
		`Question ${ ++number }: ${ words }`, `${ number }. ${ heading }`, `=== ${ words.toUpperCase() }`, `\n${ words } ===\n`, words.replaceAll( '\'', '’' )
	][ number % 5 ] ).replace( seed.answers.mission, 'What the others have written' );
	await pasteBack( page, changed );
	await expect( page.getByText( 'Not recognized' ) ).toHaveCount( 0 );
	await expect( page.getByText( 'not in the text' ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'progressbar', { name: 'How far the report is' } ) ).toHaveAttribute( 'aria-valuenow', '30' );
	await go( page, report );
	for ( const { id } of questions ) {
		const answer = id === 'mission' ? 'What the others have written' : seed.answers[ id ];
		await expect( field( page, id ), id ).toHaveValue( answer );
	}
} );

test( 'what was removed in the pad is said by name, and stays', async ( { page } ) => {
	const { report, text } = await copied( page );
	const without = text.replace( `=== ${ wording( 'mission' ) } ===\n${ seed.answers.mission }\n`, '' )
		.replace( `=== ${ wording( 'records' ) } ===\n${ seed.answers.records }\n`, '' );
	expect( without.length ).toBeLessThan( text.length - seed.answers.mission.length - seed.answers.records.length );
	await pasteBack( page, without );
	await expect( page.getByText( '2 questions\' headings are not in the text. Their answers stay as before.' ) ).toBeVisible();
	const names = page.getByRole( 'main' ).getByRole( 'listitem' );
	await expect( names ).toHaveText( [ wording( 'mission' ), wording( 'records' ) ] );
	await expectNoBarrier( page, 'the text with questions that are missing' );
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
	await expect( field( page, 'records' ) ).toHaveValue( seed.answers.records );
} );

test( 'a document\'s styles become headings, and its lists and links source', async ( { page } ) => {
	const { report } = await copied( page );
	const answers = JSON.parse( projectFile( 'tests/data/pads/answers.json' ) );
	await pasteRich( page, projectFile( 'tests/data/pads/google-docs-headings.html' ) );
	await expect( whole( page ) ).toHaveValue( new RegExp( `=== ${ wording( 'goals' ).replace( /[?.()]/g, '\\$&' ) } ===\n\\* To grow\n` ) );
	await go( page, report );
	for ( const id of [ 'name', 'goals', 'membershiptrends', 'activities' ] ) {
		await expect( field( page, id ), id ).toHaveValue( answers[ id ] );
	}
} );

test( 'a file of a pad is opened as a report', async ( { home: page } ) => {
	const answers = JSON.parse( projectFile( 'tests/data/pads/answers.json' ) );
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await page.getByLabel( 'Or choose a file' ).setInputFiles( {
		name: 'report.html', mimeType: 'text/html', buffer: Buffer.from( projectFile( 'tests/data/pads/etherpad-export.html' ) )
	} );
	await page.getByRole( 'button', { name: 'Open as a new report' } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( answers.mission );
	await expect( field( page, 'goals' ) ).toHaveValue( answers.goals );
} );

test( 'a document that is pasted as a report keeps its lists and links', async ( { home: page } ) => {
	const answers = JSON.parse( projectFile( 'tests/data/pads/answers.json' ) );
	const [ plain, html ] = [ 'txt', 'html' ].map( ( kind ) => projectFile( `tests/data/pads/google-docs-headings.${ kind }` ) );
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	const text = page.getByRole( 'textbox', { name: 'Paste the report' } );
	await text.evaluate( ( element, types ) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData( 'text/html', types.html );
		clipboardData.setData( 'text/plain', types.plain );
		element.dispatchEvent( new ClipboardEvent( 'paste', { clipboardData, bubbles: true, cancelable: true } ) );
	}, { plain, html } );
	// The browser itself puts in the plain text.
	await text.fill( plain );
	await page.getByRole( 'button', { name: 'Open as a new report' } ).click();
	for ( const id of [ 'mission', 'goals', 'membershiptrends', 'activities' ] ) {
		await expect( field( page, id ), id ).toHaveValue( answers[ id ] );
	}
} );
