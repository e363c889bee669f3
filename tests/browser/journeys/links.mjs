// A report goes round by links that carry it: whole, what was changed, or one question for one person.

import { deflateRawSync } from 'node:zlib';
import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling } from '../support/look.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { answer, brings, choose, close, dialog, file, noSheet, saved, share, stranger, take } from '../support/round.mjs';
import { go } from '../support/views.mjs';

const permissions = [ 'clipboard-read', 'clipboard-write' ];
test.use( { permissions } );

test.beforeEach( async ( { context } ) => {
	await noSheet( context );
} );

const wording = ( id ) => questions.find( ( question ) => question.id === id ).text;
const copied = ( page ) => page.evaluate( () => navigator.clipboard.readText() );
const extent = ( page, name ) => dialog( page ).getByRole( 'radio', { name } );

/** The link that the open dialog copies. */
async function copyLink( page ) {
	await dialog( page ).getByRole( 'button', { name: 'Copy link' } ).click();
	await expect( dialog( page ).getByText( 'It is on your clipboard. Paste it into a message.' ) ).toBeVisible();
	const link = await copied( page );
	await expect( dialog( page ).getByText( `The link has ${ link.length } characters` ) ).toBeVisible();
	await close( page );
	return link;
}

/** The open report as a link. */
async function wholeLink( page, report ) {
	await go( page, report );
	await expect( saved( page ) ).toBeVisible();
	await share( page, report );
	return copyLink( page );
}

/** The link that carries this text. */
const linkOf = ( text ) => `#/link/${ deflateRawSync( text ).toString( 'base64url' ) }`;

/** Follows a link; the report that it carries is cut from the address. */
async function follow( page, link ) {
	await page.goto( link );
	await expect( page ).toHaveURL( /#\/open$/ );
}

/** Somebody else's browser, in which this link was opened as a new report. */
async function otherByLink( browser, page, link ) {
	const theirs = await stranger( browser, page, { permissions } );
	await follow( theirs, link );
	await expect( theirs.getByText( 'One report in this link.' ) ).toBeVisible();
	await theirs.getByRole( 'button', { name: /^(Open as a new report|Go to the question)$/ } ).click();
	await expect( saved( theirs ) ).toBeVisible();
	return theirs;
}

test( 'two people pass a report five times, by link and by file, and end equal', async ( { page, browser } ) => {
	test.slow();
	const report = await storeReport( page, seed.page );
	const theirs = await otherByLink( browser, page, await wholeLink( page, report ) );
	const people = [ theirs, page ];
	const hand = async ( giver, taker, byLink ) => {
		if ( byLink ) {
			await follow( taker, await wholeLink( giver, report ) );
		} else {
			await choose( taker, await file( giver, report ) );
		}
	};
	for ( let pass = 0; pass < 5; pass++ ) {
		const [ giver, taker ] = [ people[ pass % 2 ], people[ ( pass + 1 ) % 2 ] ];
		await answer( giver, report, 'mission', `Mission ${ pass }` );
		const own = pass % 2 ? 'goals' : 'decisionmaking';
		await answer( taker, report, own, `Own ${ pass }` );
		await hand( giver, taker, pass % 2 === 0 );
		await expect( brings( taker ) ).toContainText( `Mission ${ pass }` );
		await take( taker ).click();
		await expect( taker.getByText( 'The copy is in the report.' ) ).toBeVisible();
		await go( taker, report );
		await expect( field( taker, 'mission' ) ).toHaveValue( `Mission ${ pass }` );
		await expect( field( taker, own ) ).toHaveValue( `Own ${ pass }` );
	}
	await hand( page, theirs, true );
	await take( theirs ).click();
	await expect( theirs.getByText( 'The copy is in the report.' ) ).toBeVisible();
	await go( theirs, report );
	await go( page, report );
	for ( const { id } of questions ) {
		await expect( field( theirs, id ), id ).toHaveValue( await field( page, id ).inputValue() );
	}
	await follow( page, await wholeLink( theirs, report ) );
	await expect( page.getByText( 'There is nothing new in this copy: your report has all of it.' ) ).toBeVisible();
	await theirs.context().close();
} );

test( 'a link is there again when the page is loaded anew, and goes once it is taken', async ( { page, browser } ) => {
	const report = await storeReport( page, seed.page );
	const link = await wholeLink( page, report );
	const theirs = await stranger( browser, page );
	await follow( theirs, link );
	await expect( theirs.getByText( 'One report in this link.' ) ).toBeVisible();
	await theirs.reload();
	await expect( theirs.getByText( 'One report in this link.' ) ).toBeVisible();
	await expect( theirs.getByText( 'Read from a link.' ) ).toBeVisible();
	await theirs.getByRole( 'button', { name: 'Open as a new report' } ).click();
	await expect( theirs ).toHaveURL( new RegExp( `${ report }$` ) );
	await go( theirs, '#/open' );
	await expect( theirs.getByText( 'Read from a link.' ) ).toBeHidden();
	await theirs.context().close();
} );

test( 'a link in a message that is pasted is read, and another report stays as it is', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	const link = await wholeLink( page, report );
	await answer( page, report, 'mission', 'Changed since' );
	await go( page, '#/open' );
	await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( `Hello!\nHere is the report: ${ link}.\nBye` );
	await expect( page.getByText( 'There is nothing new in this copy: your report has all of it.' ) ).toBeVisible();
	// Into the view of the report itself, too.
	await go( page, `${ report }/open` );
	await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( link );
	await expect( page.getByText( 'There is nothing new in this copy: your report has all of it.' ) ).toBeVisible();
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Changed since' );
} );

const whole = JSON.stringify( { format: 'affiliate-report-builder', version: 1, drafts: [ {
	id: 'stored01', form: '2024', year: '', affiliate: '', summary: '', created: '2026-11-01T08:30:00.000Z', changed: '2026-11-01T08:30:00.000Z',
	answers: { mission: { text: 'x'.repeat( 100 ), origin: 'typed' } }
} ] } );
const cut = linkOf( whole );

for ( const [ what, link, words ] of [
	[ 'nothing', '#/link/', 'There is no report in this link' ],
	[ 'nothing at all', '#/link', 'There is no report in this link' ],
	[ 'no drafts', linkOf( whole.replace( /\[.*\]/, '[]' ) ), 'There is no report in this link' ],
	[ 'half of a report', cut.slice( 0, cut.length / 2 ), 'This link is not complete' ],
	[ 'something behind it', `${ cut }AAAA`, 'This link is not complete' ],
	[ 'what is not deflated', `#/link/${ Buffer.from( whole ).toString( 'base64url' ) }`, 'This link is not complete' ],
	[ 'something foreign', linkOf( '<h1>Hello</h1>' ), 'This link is not from this app' ],
	[ 'another program\'s file', linkOf( '{"format":"other","version":1}' ), 'This link is not from this app' ],
	[ 'a damaged draft', linkOf( whole.replace( '"typed"', '7' ) ), 'This link is not from this app' ],
	[ 'a newer format', linkOf( whole.replace( '"version":1', '"version":2' ) ), 'This link was made by a newer version of this app' ],
	[ 'a bomb', linkOf( whole.replace( 'xxx', 'x'.repeat( 30 << 20 ) ) ), 'This link holds more than 1024 KB' ],
	[ 'a megabyte', `#/link/${ 'QUJD'.repeat( 1 << 18 ) }`, 'and the limit is 65536' ]
] ) {
	test( `a link with ${ what } says what is wrong and changes nothing`, async ( { page } ) => {
		const report = await storeReport( page, seed.page );
		await go( page, report );
		await follow( page, link );
		await expect( page.getByRole( 'alert' ) ).toContainText( words );
		await expect( page.getByRole( 'button', { name: /^(Open as|Go to|Take it)/ } ) ).toHaveCount( 0 );
		await go( page, report );
		await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
		await go( page, '#/' );
		await expect( page.getByRole( 'main' ).getByRole( 'heading', { level: 3 } ).filter( { has: page.getByRole( 'link' ) } ) ).toHaveCount( 1 );
	} );
}

test( 'one person is asked one question, and the answer comes back as a link', async ( { page, browser } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, report );
	await share( page, report, 'mission' );
	await expect( extent( page, 'Only this question' ) ).toBeChecked();
	await expect( dialog( page ).getByText( 'which fits everywhere' ) ).toBeVisible();
	const link = await copyLink( page );
	// There it opens at the question, and has nothing else.
	const theirs = await otherByLink( browser, page, link );
	await expect( theirs ).toHaveURL( new RegExp( `${ report }/mission$` ) );
	await expect( field( theirs, 'mission' ) ).toHaveValue( seed.answers.mission );
	await expect( field( theirs, 'goals' ) ).toHaveValue( '' );
	await answer( theirs, report, 'mission', 'What they know' );
	await share( theirs, report, 'mission' );
	const back = await copyLink( theirs );
	// Meanwhile the report goes on.
	await answer( page, report, 'goals', 'Meanwhile' );
	await follow( page, back );
	await expect( brings( page ) ).toContainText( 'Changed in the copy: one' );
	await expect( brings( page ) ).toContainText( wording( 'mission' ) );
	await expect( brings( page ) ).not.toContainText( wording( 'goals' ) );
	await take( page ).click();
	await expect( page.getByText( 'The copy is in the report.' ) ).toBeVisible();
	await page.getByRole( 'link', { name: 'Go to the report' } ).last().click();
	await expect( page ).toHaveURL( new RegExp( `${ report }/mission$` ) );
	await expect( field( page, 'mission' ) ).toHaveValue( 'What they know' );
	await expect( field( page, 'goals' ) ).toHaveValue( 'Meanwhile' );
	await expect( field( page, 'decisionmaking' ) ).toHaveValue( seed.answers.decisionmaking );
	await follow( page, back );
	await expect( page.getByText( 'There is nothing new in this copy: your report has all of it.' ) ).toBeVisible();
	await theirs.context().close();
} );

test( 'the answer comes back as text', async ( { page, browser } ) => {
	const report = await storeReport( page, seed.page );
	await share( page, report, 'mission' );
	const theirs = await otherByLink( browser, page, await copyLink( page ) );
	await answer( theirs, report, 'mission', 'What they know' );
	await share( theirs, report, 'mission' );
	await dialog( theirs ).getByRole( 'button', { name: `Only this question: ${ wording( 'mission' ) }` } ).click();
	await expect( dialog( theirs ).getByText( 'It is on your clipboard.' ) ).toBeVisible();
	const text = await copied( theirs );
	await go( page, '#/open' );
	await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( text );
	await page.getByRole( 'checkbox', { name: wording( 'mission' ) } ).check();
	await page.getByRole( 'button', { name: 'Add one answer' } ).click();
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( 'What they know' );
	await theirs.context().close();
} );

test( 'what was changed since the last copy is enough', async ( { page, browser } ) => {
	const report = await storeReport( page, seed.page );
	await share( page, report );
	await expect( dialog( page ).getByRole( 'radio' ), 'nobody has a copy yet' ).toHaveCount( 0 );
	const link = await copyLink( page );
	const theirs = await otherByLink( browser, page, link );
	await answer( page, report, 'mission', 'Changed since' );
	await answer( theirs, report, 'goals', 'Theirs' );
	await share( page, report );
	await extent( page, 'Only what you changed since the last copy (one change)' ).check();
	await expect( dialog( page ).getByText( 'which fits everywhere' ) ).toBeVisible();
	const short = await copyLink( page );
	expect( short.length ).toBeLessThan( link.length / 2 );
	await follow( theirs, short );
	await expect( brings( theirs ) ).toContainText( 'Changed in the copy: one' );
	await take( theirs ).click();
	await expect( theirs.getByText( 'The copy is in the report.' ) ).toBeVisible();
	await go( theirs, report );
	await expect( field( theirs, 'mission' ) ).toHaveValue( 'Changed since' );
	await expect( field( theirs, 'goals' ) ).toHaveValue( 'Theirs' );
	await expect( field( theirs, 'decisionmaking' ) ).toHaveValue( seed.answers.decisionmaking );
	await theirs.context().close();
} );

test( 'who gave a name is named at what they wrote, in every copy and never on the page', async ( { page, browser } ) => {
	const report = await storeReport( page, seed.page );
	const theirs = await otherByLink( browser, page, await wholeLink( page, report ) );
	await answer( theirs, report, 'mission', 'What Ana says' );
	await share( theirs, report );
	await dialog( theirs ).getByRole( 'textbox', { name: 'Your name (optional)' } ).fill( ' Ana ' );
	await dialog( theirs ).getByRole( 'textbox', { name: 'Your name (optional)' } ).blur();
	await expect( dialog( theirs ).getByRole( 'button', { name: 'Copy link' } ) ).toBeVisible();
	await close( theirs );
	const link = await wholeLink( theirs, report );
	await expect( theirs.getByText( 'Last written by' ) ).toHaveCount( 0 );
	await follow( page, link );
	await take( page ).click();
	await expect( page.getByText( 'The copy is in the report.' ) ).toBeVisible();
	await go( page, report );
	await expect( page.locator( '#question-mission' ).getByText( /^Last written by Ana, .*20\d\d/ ) ).toBeVisible();
	await expect( page.getByText( 'Last written by' ) ).toHaveCount( 1 );
	await go( page, `${ report }/review` );
	await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
	await expect.poll( () => copied( page ) ).toContain( 'What Ana says' );
	expect( await copied( page ) ).not.toMatch( /Ana(?! says)/ );
	// A file brings it as well, and whoever writes on is not her.
	await answer( page, report, 'goals', 'Ours' );
	expect( await file( page, report ) ).toContain( '"Ana"' );
	await go( page, report );
	await answer( page, report, 'mission', 'What we say' );
	await expect( page.getByText( 'Last written by' ) ).toHaveCount( 0 );
	await theirs.context().close();
} );

for ( const width of [ 320, 1280 ] ) {
	test( `sharing and opening a link fit ${ width } pixels, from right to left as well`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 700 } );
		await page.emulateMedia( { reducedMotion: 'reduce' } );
		const report = await storeReport( page, seed.page );
		const link = await wholeLink( page, report );
		await answer( page, report, 'mission', 'Changed since' );
		const look = async ( where ) => {
			await expectNoBarrier( page, where );
			await expectNoSidewaysScrolling( page, where );
		};
		await share( page, report, 'mission' );
		await expect( dialog( page ).getByRole( 'radio' ) ).toHaveCount( 3 );
		await expect( dialog( page ).getByRole( 'button', { name: 'Copy link' } ) ).toBeVisible();
		await look( 'sharing a question' );
		await page.evaluate( () => {
			document.documentElement.dir = 'rtl';
		} );
		await look( 'sharing a question from right to left' );
		await close( page );
		await follow( page, link );
		await expect( page.getByText( 'There is nothing new in this copy' ) ).toBeVisible();
		await look( 'a link that was opened' );
		await follow( page, cut.slice( 0, 40 ) );
		await expect( page.getByRole( 'alert' ) ).toBeVisible();
		await look( 'a link that is not complete' );
	} );
}
