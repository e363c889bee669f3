// What can be done with a question besides typing an answer: saying that there is none, coming back later, looking at
// examples, choosing, and text with markup.

import { expect, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { convert } from '../support/core.mjs';
import { field, invented, questions } from '../support/questions.mjs';
import { go, draftAddress } from '../support/views.mjs';

/** A button of a question's: it is described by the question's words. */
const button = ( page, id, name ) => page.getByRole( 'button', {
	name, exact: true, description: questions.find( ( question ) => question.id === id ).text
} );

const count = ( page, words ) => page.getByText( words, { exact: true } ).first();
const contents = ( page ) => page.getByRole( 'navigation', { name: 'Contents' } );

test( 'Not applicable is an answer, with a reason if one wants, and is taken back', async ( { write: page } ) => {
	const diversity = field( page, 'diversity' );
	const press = button( page, 'diversity', 'Not applicable' );
	const asked = page.getByText( 'Please say why in a few words' );
	await press.click();
	await expect( press ).toHaveAttribute( 'aria-pressed', 'true' );
	await expect( count( page, '1 of 30' ) ).toBeVisible();
	// The reason is asked for at once, in the place where it is typed.
	await expect( asked ).toBeVisible();
	await expect( diversity ).toBeFocused();
	await expect( diversity ).toHaveAccessibleDescription( /Please say why in a few words/ );
	await page.keyboard.type( 'we are new' );
	await expect( diversity ).toHaveValue( 'Not applicable: we are new' );
	await expect( asked ).toHaveCount( 0 );
	await page.getByLabel( 'Why there is no answer' ).selectOption( 'Sent to AffCom privately' );
	await expect( diversity ).toHaveValue( /^Sent to AffCom privately.*we are new$/ );
	await expect( count( page, '1 of 30' ) ).toBeVisible();
	await press.click();
	await expect( diversity ).toHaveValue( 'we are new' );
	await expect( diversity ).toBeFocused();
} );

test( 'that there is no answer is offered where it can be true, and never before somebody\'s own text', async ( { write: page } ) => {
	await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
	for ( const { id, kind } of questions ) {
		const isBasic = [ 'short', 'line', 'userName', 'months', 'year' ].includes( kind );
		await expect( button( page, id, 'Not applicable' ), id ).toHaveCount( isBasic ? 0 : 1 );
		await expect( button( page, id, 'Not counted this year' ), id ).toHaveCount( kind === 'number' ? 1 : 0 );
	}
	const participants = field( page, 'participants' );
	await button( page, 'participants', 'Not counted this year' ).click();
	await expect( participants ).toBeFocused();
	await expect( button( page, 'participants', 'Not counted this year' ) ).toHaveAttribute( 'aria-pressed', 'true' );
	await expect( button( page, 'participants', 'Not applicable' ) ).toHaveAttribute( 'aria-pressed', 'false' );
	await page.keyboard.type( 'we begin next year' );
	await expect( participants ).toHaveValue( 'Not counted this year: we begin next year' );
	await button( page, 'participants', 'Not applicable' ).click();
	await expect( participants ).toHaveValue( 'Not applicable: we begin next year' );
	await field( page, 'diversity' ).fill( 'Half of us are women.' );
	await expect( button( page, 'diversity', 'Not applicable' ) ).toHaveCount( 0 );
	await field( page, 'diversity' ).fill( '' );
	await expect( button( page, 'diversity', 'Not applicable' ) ).toBeVisible();
} );

test( 'Mark for later outranks text, and its note never reaches the page', async ( { write: page } ) => {
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await expect( count( page, '1 of 30' ) ).toBeVisible();
	await button( page, 'mission', 'Mark for later' ).click();
	await expect( count( page, '0 of 30' ) ).toBeVisible();
	const note = page.getByRole( 'textbox', { name: /^Private note, never on the page/ } );
	await expect( note ).toBeFocused();
	await note.fill( 'Ask Heron' );
	await note.press( 'Tab' );
	await page.reload();
	await expect( note ).toHaveValue( 'Ask Heron' );
	const report = draftAddress( page );
	await go( page, '#/' );
	const file = await downloaded( page, () => page.getByRole( 'button', { name: /^Download / } ).click() );
	expect( file.text ).toContain( 'Ask Heron' );
	for ( const kind of [ 'table', 'html' ] ) {
		expect( convert( kind, file.text ) ).not.toContain( 'Ask Heron' );
	}
	await go( page, report );
	await button( page, 'mission', 'Mark for later' ).click();
	await expect( count( page, '1 of 30' ) ).toBeVisible();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
} );

test( 'the five states always add up to all questions', async ( { write: page } ) => {
	const states = page.getByRole( 'list', { name: 'All questions' } ).getByRole( 'listitem' );
	const sum = async () => ( await states.allTextContents() )
		.map( ( words ) => Number( words.match( /(\d+)\s*$/ )[ 1 ] ) )
		.reduce( ( one, other ) => one + other );
	await expect( states ).toHaveCount( 5 );
	expect( await sum() ).toBe( 30 );
	await field( page, 'mission' ).fill( 'Free knowledge' );
	await button( page, 'diversity', 'Not applicable' ).click();
	await button( page, 'goals', 'Mark for later' ).click();
	await expect( states ).toContainText( [ /Empty: 27/, /Answered: 1/, /Not applicable: 1/, /From .*: 0/, /Marked for later: 1/ ] );
	expect( await sum() ).toBe( 30 );
} );

test( 'the contents say what is left in each section, and lead there', async ( { write: page } ) => {
	const basic = contents( page ).getByRole( 'link', { name: /^Affiliate basic information/ } );
	await expect( basic ).toHaveText( 'Affiliate basic information: 7 left' );
	for ( const { id } of questions.slice( 0, 7 ) ) {
		await field( page, id ).fill( invented[ id ] );
	}
	await expect( basic ).toHaveText( 'Affiliate basic information: All answered' );
	await contents( page ).getByRole( 'link', { name: /^Leadership and inclusion/ } ).click();
	const heading = page.getByRole( 'heading', { level: 2, name: 'Leadership and inclusion' } );
	await expect( heading ).toBeFocused();
	await expect( heading ).toBeInViewport();
} );

test( 'examples are there to be read, and are not put in', async ( { write: page } ) => {
	const example = button( page, 'mission', 'Example' );
	await example.click();
	const { examples } = questions.find( ( { id } ) => id === 'mission' );
	for ( const text of examples ) {
		await expect( page.getByText( text, { exact: true } ) ).toBeVisible();
	}
	await expect( field( page, 'mission' ) ).toHaveValue( '' );
	await example.click();
	await expect( page.getByText( examples[ 0 ], { exact: true } ) ).toBeHidden();
} );

test( 'the form\'s own choices are put on lines, and taken out again', async ( { write: page } ) => {
	await button( page, 'capacities', 'Choose from the form\'s list' ).click();
	const { suggestions } = questions.find( ( { id } ) => id === 'capacities' );
	const choices = suggestions.slice( 0, 2 ).map( ( name ) => page.getByRole( 'button', { name, exact: true } ) );
	await choices[ 0 ].click();
	await choices[ 1 ].click();
	await expect( field( page, 'capacities' ) ).toHaveValue( suggestions.slice( 0, 2 ).join( '\n' ) );
	await choices[ 0 ].click();
	await expect( field( page, 'capacities' ) ).toHaveValue( suggestions[ 1 ] );
} );

test( 'a user name gets its normal form when its field is left', async ( { write: page } ) => {
	const contact = field( page, 'primarycontact' );
	await contact.pressSequentially( 'user:orin_heron' );
	await expect( contact ).toHaveValue( 'user:orin_heron' );
	await contact.press( 'Tab' );
	await expect( contact ).toHaveValue( 'Orin heron' );
} );

test( 'bold, list and link are typed for one, and undone by the browser\'s own undo', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	const tool = ( name ) => page.getByRole( 'toolbar', {
		name: questions.find( ( { id } ) => id === 'mission' ).text
	} ).getByRole( 'button', { name } );
	await mission.pressSequentially( 'Free' );
	await mission.press( 'Control+a' );
	await tool( 'Bold' ).click();
	await expect( mission ).toHaveValue( '\'\'\'Free\'\'\'' );
	await mission.press( 'Control+z' );
	await expect( mission ).toHaveValue( 'Free' );
	await tool( 'List' ).click();
	await expect( mission ).toHaveValue( '* Free' );
	await mission.press( 'Control+z' );
	await expect( mission ).toHaveValue( 'Free' );
	await mission.press( 'Control+a' );
	await tool( 'Link' ).click();
	await page.getByLabel( 'Web address, or page on Meta-Wiki' ).fill( 'https://example.org' );
	await page.getByRole( 'button', { name: 'Put the link in' } ).click();
	await expect( mission ).toHaveValue( '[https://example.org Free]' );
	await mission.press( 'Control+z' );
	await expect( mission ).toHaveValue( 'Free' );
} );

test( 'rich text that is pasted keeps its lists and links', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	await mission.click();
	await mission.evaluate( ( element ) => {
		const data = new DataTransfer();
		data.setData( 'text/html', '<p>See <a href="https://example.org/">our page</a></p><ul><li>one</li><li>two</li></ul>' );
		data.setData( 'text/plain', 'See our page one two' );
		element.dispatchEvent( new ClipboardEvent( 'paste', { clipboardData: data, bubbles: true, cancelable: true } ) );
	} );
	await expect( mission ).toHaveValue( /\[https:\/\/example\.org\/ our page\][^]*^\* one\n\* two$/m );
	await mission.press( 'Control+z' );
	await expect( mission ).toHaveValue( '' );
} );

test( 'advice comes when a field is left, can be dismissed, and never lowers the count', async ( { write: page } ) => {
	const question = field( page, 'successionplanning' );
	const advice = page.getByRole( 'list', { name: 'Suggestions' } );
	await question.pressSequentially( 'Yes' );
	await expect( advice ).toHaveCount( 0 );
	await expect( count( page, '1 of 30' ) ).toBeVisible();
	await question.press( 'Tab' );
	await expect( advice ).toHaveCount( 1 );
	await expect( count( page, '1 of 30' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Dismiss' } ).click();
	await expect( advice ).toHaveCount( 0 );
	await expect( question ).toBeFocused();
} );

test( 'advice leads to its place in the text', async ( { write: page } ) => {
	const goals = field( page, 'goals' );
	await goals.pressSequentially( 'We met in {{Lake Orin}} twice and wrote a plan.' );
	await goals.press( 'Tab' );
	await button( page, 'goals', 'Show the place' ).first().click();
	await expect( goals ).toBeFocused();
	expect( await goals.evaluate( ( { value, selectionStart, selectionEnd } ) => value.slice( selectionStart, selectionEnd ) ) )
		.toBe( '{{Lake Orin}}' );
} );

test( 'advice is not made anew while one types, and mends the text as it is then', async ( { write: page } ) => {
	const goals = field( page, 'goals' );
	await goals.fill( '1. one\n2. two' );
	await goals.press( 'Tab' );
	const advice = page.locator( '#question-goals' ).getByRole( 'list', { name: 'Suggestions' } );
	await expect( advice ).toBeVisible();
	await advice.evaluate( ( list ) => {
		window.advice = list;
		window.changes = 0;
		new MutationObserver( ( { length } ) => {
			window.changes += length;
		} ).observe( list, { subtree: true, childList: true, attributes: true, characterData: true } );
	} );
	await goals.press( 'Control+End' );
	await goals.pressSequentially( ' more' );
	await expect( advice ).toBeVisible();
	expect( await advice.evaluate( ( list ) => list === window.advice && window.changes ) ).toBe( 0 );
	await advice.getByRole( 'button' ).first().click();
	await expect( goals ).toHaveValue( '# one\n# two more' );
} );

test( 'the page stands beside the questions where there is room, live, and stays folded once folded', async ( { write: page } ) => {
	await page.setViewportSize( { width: 1440, height: 900 } );
	const beside = page.getByRole( 'complementary', { name: 'The page as Meta will show it' } );
	await field( page, 'mission' ).fill( '\'\'\'Free\'\'\' knowledge' );
	const { text } = questions.find( ( { id } ) => id === 'mission' );
	await expect( beside.getByRole( 'row', { name: text } ) ).toContainText( 'Free knowledge' );
	// The row of the question one is at is marked, and no other.
	await expect( beside.locator( '[aria-current]' ) ).toHaveCount( 1 );
	await expect( beside.locator( '[aria-current]' ) ).toContainText( text );
	// So is the section, in the contents.
	await expect( page.getByRole( 'navigation', { name: 'Contents' } ).locator( '[aria-current]' ) ).toContainText( 'Goal delivery' );
	await beside.getByRole( 'button', { name: 'The page as Meta will show it' } ).click();
	await expect( beside.getByRole( 'table' ) ).toHaveCount( 0 );
	await page.reload();
	await expect( beside.getByRole( 'button', { name: 'The page as Meta will show it' } ) ).toHaveAttribute( 'aria-expanded', 'false' );
	await page.setViewportSize( { width: 1000, height: 900 } );
	await expect( beside ).toHaveCount( 0 );
} );

test( 'the address follows, and a reload leads back to the same question', async ( { write: page } ) => {
	await field( page, 'diversity' ).click();
	await expect( page ).toHaveURL( /\/diversity$/ );
	await page.reload();
	await expect( field( page, 'diversity' ) ).toBeFocused();
	await page.goBack();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Affiliate Report Builder' } ) ).toBeVisible();
} );
