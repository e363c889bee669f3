// From the copied page to all that is due: steps that tick, the publication, the announcement and the other texts, the due date.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { downloaded } from '../support/download.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

const PAGE = 'https://meta.wikimedia.org/wiki/Reports/2026/Lake_Orin';

const step = ( page, name ) => page.getByRole( 'checkbox', { name } );
const card = ( page ) => page.getByRole( 'region', { name: 'Your reports' } ).getByRole( 'listitem' ).first();
const clipboard = ( page ) => page.evaluate( () => navigator.clipboard.readText() );
const saved = ( page ) => expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();

/** Opens the review of a stored report on this day. */
async function review( page, today = '2026-11-28' ) {
	await page.clock.setFixedTime( `${ today }T12:00:00Z` );
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	return report;
}

/** Says that the report is published. */
async function publish( page, address = PAGE ) {
	await page.getByRole( 'textbox', { name: 'Address of the page' } ).fill( address );
	await page.getByRole( 'button', { name: 'I have published it' } ).click();
}

test( 'Copy wikitext is in sight wherever one is, with what is left beside it', async ( { page } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	await review( page );
	const copy = page.getByRole( 'button', { name: 'Copy wikitext' } );
	await expect( copy ).toBeInViewport();
	await page.getByRole( 'link', { name: `Change: ${ questions[ 15 ].text }` } ).scrollIntoViewIfNeeded();
	await expect( copy ).toBeInViewport();
	await expect( page.getByText( 'No question is left' ) ).toBeInViewport();
	const { height } = await copy.locator( '..' ).boundingBox();
	expect( height ).toBeLessThan( 740 / 5 );
	await copy.click();
	await expect( page.getByText( 'Copied. The wikitext is on your clipboard' ) ).toBeInViewport();
} );

test( 'on a low screen the bar covers nothing', async ( { page } ) => {
	await page.setViewportSize( { width: 640, height: 240 } );
	await review( page );
	const position = await page.getByRole( 'button', { name: 'Copy wikitext' } ).locator( '..' ).evaluate( ( bar ) => getComputedStyle( bar ).position );
	expect( position ).toBe( 'static' );
} );

test( 'from a changed answer one comes back to its row', async ( { page } ) => {
	await review( page );
	const change = page.getByRole( 'link', { name: `Change: ${ questions[ 18 ].text }` } );
	await change.click();
	await expect( field( page, questions[ 18 ].id ) ).toBeFocused();
	await page.keyboard.type( 'More. ' );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( change ).toBeFocused();
	await expect( change ).toBeInViewport();
	// Only once: who comes from elsewhere begins at the top.
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Review and copy' } ) ).toBeFocused();
} );

test( 'how the page is written is said only where one asks for the wikitext', async ( { page } ) => {
	await review( page );
	await expect( page.getByText( 'Written as:' ) ).toBeHidden();
	await page.getByText( 'The wikitext', { exact: true } ).first().click();
	await expect( page.getByText( 'Written as:' ) ).toBeVisible();
} );

test( 'steps are ticked by what one does, and stay so', async ( { page } ) => {
	const report = await review( page );
	for ( const name of [ 'Copy the wikitext.', /^Log in to Meta-Wiki/, /editor\.$/, /paste/ ] ) {
		await expect( step( page, name ) ).not.toBeChecked();
	}
	await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
	await expect( step( page, 'Copy the wikitext.' ) ).toBeChecked();
	for ( const [ link, name ] of [ [ 'Log in', /^Log in to Meta-Wiki/ ], [ 'Open the page\'s source editor on Meta-Wiki', /editor\.$/ ] ] ) {
		// Nothing is asked of Meta here.
		await page.getByRole( 'listitem' ).getByRole( 'link', { name: link, exact: true } ).last().evaluate( ( element ) => {
			element.addEventListener( 'click', ( event ) => event.preventDefault() );
			element.click();
		} );
		await expect( step( page, name ) ).toBeChecked();
	}
	await step( page, /paste/ ).check();
	await page.reload();
	await expect( step( page, 'Copy the wikitext.' ) ).toBeChecked();
	await expect( step( page, /paste/ ) ).toBeChecked();
	await expect( step( page, /^Press “Show preview”/ ) ).not.toBeChecked();
	// A page that has changed has to be copied and pasted again; one is still logged in.
	await go( page, report );
	await field( page, 'mission' ).fill( 'Changed' );
	await go( page, `${ report }/review` );
	await expect( step( page, 'Copy the wikitext.' ) ).not.toBeChecked();
	await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
	await expect( step( page, 'Copy the wikitext.' ) ).toBeChecked();
	await expect( step( page, /paste/ ) ).not.toBeChecked();
	await expect( step( page, /^Log in to Meta-Wiki/ ) ).toBeChecked();
} );

test( 'a published report is remembered with its day and its page', async ( { page } ) => {
	// Later than when the report was stored, by any clock.
	const report = await review( page, '2090-11-28' );
	await expect( page.getByLabel( 'Published on' ) ).toHaveValue( '2090-11-28' );
	await expect( page.getByRole( 'textbox', { name: 'Address of the page' } ) ).toHaveValue( /^https:\/\/meta\.wikimedia\.org\/wiki\/.*Reports\/2024\// );
	await expect( page.getByRole( 'button', { name: 'Copy the announcement' } ) ).toHaveCount( 0 );
	await page.getByLabel( 'Published on' ).fill( '2090-11-27' );
	await publish( page );
	await expect( page.getByText( 'Published on 27 November 2090.' ).or( page.getByText( 'Published on November 27, 2090.' ) ) ).toBeVisible();
	await expect( step( page, /“Publish page”/ ) ).toBeChecked();
	await saved( page );
	await go( page, '#/' );
	await expect( card( page ).getByText( /^Published on .*2090/ ) ).toBeVisible();
	await expect( card( page ).getByRole( 'link', { name: /^Open the page on Meta-Wiki/ } ) ).toHaveAttribute( 'href', PAGE );
	await expect( card( page ).getByText( 'Changed since.' ) ).toHaveCount( 0 );
	await page.reload();
	await expect( card( page ).getByText( /^Published on .*2090/ ) ).toBeVisible();

	await go( page, report );
	await page.clock.setFixedTime( '2090-11-30T12:00:00Z' );
	await field( page, 'mission' ).fill( 'Changed after publishing' );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page.getByText( 'You have changed the report since' ) ).toBeVisible();
	await saved( page );
	await go( page, '#/' );
	await expect( card( page ).getByText( 'Changed since.' ) ).toBeVisible();
	await go( page, `${ report }/review` );
	await page.getByRole( 'button', { name: 'I have published the changes' } ).click();
	await expect( page.getByText( 'You have changed the report since' ) ).toHaveCount( 0 );
	await page.getByRole( 'button', { name: 'It is not published' } ).click();
	await expect( page.getByRole( 'button', { name: 'I have published it' } ) ).toBeVisible();
	await go( page, '#/' );
	await expect( card( page ).getByText( /^Published on/ ) ).toHaveCount( 0 );
} );

test( 'what is no web address is not taken for the page\'s', async ( { page } ) => {
	await review( page );
	for ( const wrong of [ 'my page', 'javascript:alert(1)', 'http://meta.wikimedia.org/wiki/A' ] ) {
		await publish( page, wrong );
		await expect( page.getByText( 'This is not the address of a page on Meta-Wiki: it begins with https://meta.wikimedia.org/.' ) ).toBeVisible();
		await expect( page.getByText( /^Published on .*2026/ ) ).toHaveCount( 0 );
	}
} );

test( 'what is due after publishing is ready to copy, and ticked off', async ( { page } ) => {
	await review( page );
	await publish( page );
	const subject = page.getByRole( 'textbox', { name: 'Subject of the announcement' } );
	await expect( subject ).toHaveValue( `${ seed.answers.name }: yearly report for ${ seed.answers.reportingyear }` );
	const body = page.getByRole( 'textbox', { name: 'The announcement', exact: true } );
	await expect( body ).toHaveValue( new RegExp( `is published:\n${ PAGE }` ) );
	await page.getByRole( 'button', { name: 'Copy the subject' } ).click();
	await expect( page.getByText( 'Copied.', { exact: true } ) ).toBeVisible();
	expect( await clipboard( page ) ).toBe( await subject.inputValue() );
	await body.fill( 'Hello all, here is our report.' );
	await page.getByRole( 'button', { name: 'Copy the announcement' } ).click();
	await expect.poll( () => clipboard( page ) ).toBe( 'Hello all, here is our report.' );
	await page.getByRole( 'button', { name: 'Copy the line' } ).click();
	await expect.poll( () => clipboard( page ) ).toBe( `* [${ PAGE } Yearly report 2024]` );
	await page.getByRole( 'button', { name: 'Copy the fields' } ).click();
	await expect.poll( () => clipboard( page ) ).toContain( `group_name: ${ seed.answers.name }` );
	expect( await clipboard( page ) ).toContain( `report_link: ${ PAGE }` );
	await step( page, 'Send the announcement' ).check();
	await page.reload();
	await expect( step( page, 'Send the announcement' ) ).toBeChecked();
	await expect( step( page, /group's own page/ ) ).not.toBeChecked();
} );

test( 'an announcement that was edited is kept with the report until it is given up', async ( { page } ) => {
	await review( page );
	await publish( page );
	const body = page.getByRole( 'textbox', { name: 'The announcement', exact: true } );
	const anew = page.getByRole( 'button', { name: 'Make it from the answers again' } );
	await expect( body ).toHaveValue( new RegExp( PAGE ) );
	const made = await body.inputValue();
	await expect( anew ).toHaveCount( 0 );
	await body.fill( 'Hello all, here is our report.' );
	await page.getByRole( 'link', { name: 'Back to the questions' } ).click();
	await expect( field( page, 'mission' ) ).toBeVisible();
	await page.reload();
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( body ).toHaveValue( 'Hello all, here is our report.' );
	await anew.click();
	await expect( body ).toHaveValue( made );
	await expect( body ).toBeFocused();
	await page.getByRole( 'button', { name: 'Take my text back' } ).click();
	await expect( body ).toHaveValue( 'Hello all, here is our report.' );
	await anew.click();
	await page.reload();
	await expect( body ).toHaveValue( made );
} );

test( 'where the clipboard refuses, the text is selected and not said to be copied', async ( { page } ) => {
	await page.addInitScript( () => {
		navigator.clipboard.writeText = () => Promise.reject( new DOMException( 'on purpose', 'NotAllowedError' ) );
		document.execCommand = () => false;
	} );
	await review( page );
	await publish( page );
	await page.getByRole( 'button', { name: 'Copy the line' } ).click();
	await expect( page.getByText( 'The browser did not let us copy. The text is selected' ) ).toBeVisible();
	await expect( page.getByText( 'Copied.', { exact: true } ) ).toHaveCount( 0 );
	const line = page.getByRole( 'textbox', { name: 'The line for the group\'s page' } );
	await expect( line ).toBeFocused();
	expect( await line.evaluate( ( { value, selectionStart, selectionEnd } ) => value.slice( selectionStart, selectionEnd ) ) ).toBe( await line.inputValue() );
} );

test( 'a due date is shown on the card in days, and goes once the report is published', async ( { page } ) => {
	const report = await review( page );
	await page.getByLabel( 'Due date' ).fill( '2026-12-21' );
	await expect( page.getByText( 'Due in 23 days' ) ).toBeVisible();
	await saved( page );
	for ( const [ today, words ] of [ [ '2026-11-28', 'Due in 23 days' ], [ '2026-12-21', 'Due today' ], [ '2026-12-23', '2 days late' ] ] ) {
		await page.clock.setFixedTime( `${ today }T12:00:00Z` );
		await page.goto( './' );
		await expect( card( page ).getByText( words ) ).toBeVisible();
	}
	await go( page, `${ report }/review` );
	await publish( page );
	await expect( page.getByLabel( 'Due date' ) ).toHaveCount( 0 );
	await saved( page );
	await go( page, '#/' );
	await expect( card( page ).getByText( /days? late/ ) ).toHaveCount( 0 );
	await expect( card( page ).getByText( 'Published', { exact: true } ) ).toBeVisible();
} );

test( 'how long the rest takes is said while one writes, and on the card', async ( { write: page } ) => {
	await page.setViewportSize( { width: 1280, height: 800 } );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByRole( 'navigation', { name: 'Contents' } ).getByText( /^About \d+0 minutes left$/ ) ).toBeVisible();
	await saved( page );
	await go( page, '#/' );
	await expect( card( page ).getByText( /^About \d+0 minutes left$/ ) ).toBeVisible();
} );

test( 'a draft file knows when the report is due and that it was published', async ( { page } ) => {
	const report = await review( page );
	await page.getByLabel( 'Due date' ).fill( '2027-01-30' );
	await publish( page );
	await saved( page );
	await go( page, '#/' );
	const file = await downloaded( page, () => page.getByRole( 'button', { name: /^Download / } ).first().click() );
	const [ draft ] = JSON.parse( file.text ).drafts;
	expect( [ draft.due.date, draft.published.date, draft.published.page ] ).toEqual( [ '2027-01-30', '2026-11-28', PAGE ] );
	expect( report ).toContain( draft.id );
} );

test( 'what is noted in one tab is known in another', async ( { page, context } ) => {
	const report = await review( page );
	const other = await context.newPage();
	await other.goto( `./${ report }/review` );
	await expect( other.getByRole( 'heading', { level: 1, name: 'Review and copy' } ) ).toBeVisible();
	await page.getByLabel( 'Due date' ).fill( '2027-01-30' );
	await expect( other.getByLabel( 'Due date' ) ).toHaveValue( '2027-01-30' );
	await publish( page );
	await expect( other.getByText( /^Published on .*2026/ ) ).toBeVisible();
} );
