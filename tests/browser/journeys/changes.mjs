// What changed since earlier years: read, copied, printed, over up to five years.

import { expect, test } from '../support/test.mjs';
import { convert } from '../support/core.mjs';
import { storeReport } from '../support/drafts.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling } from '../support/look.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { draftAddress, go } from '../support/views.mjs';

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

const wording = ( id ) => questions.find( ( question ) => question.id === id ).text;
const compared = ( page ) => page.getByRole( 'region', { name: /^What changed since / } );
const changed = ( page, id ) => compared( page ).locator( '.changes__question' )
	.filter( { has: page.getByRole( 'heading', { level: 4, name: wording( id ), exact: true } ) } );
const file = ( page ) => page.getByLabel( 'Open an earlier report from a file' );
const clipboard = ( page ) => page.evaluate( () => navigator.clipboard.readText() );

/** The seed's report of another year, with other answers in it, as the text of its page. */
const pageOf = ( year, answers = {} ) => Object.entries( { ...seed.answers, reportingyear: String( year ), ...answers } )
	.map( ( [ id, answer ] ) => `${ wording( id ) }\t${ answer.replaceAll( '\n', ' ' ) }` ).join( '\n' );

/** Opens a file of a report of this year on the page. */
const openFile = ( page, year, answers ) => file( page ).setInputFiles( {
	name: `${ year }.txt`, mimeType: 'text/plain', buffer: Buffer.from( pageOf( year, answers ) )
} );

/** The report of 2025 that one press makes of the seed's, with a mission and a number of its own; what changed is shown. */
async function begin( page ) {
	await page.clock.setFixedTime( '2026-02-01T12:00:00Z' );
	await storeReport( page, seed.page );
	await page.getByRole( 'button', { name: `Start 2025 from this: ${ seed.answers.name }` } ).click();
	await field( page, 'mission' ).fill( `${ seed.answers.mission }, and beyond` );
	await field( page, 'participants' ).fill( '169 people came.' );
	await field( page, 'goals' ).fill( '' );
	await field( page, 'goals' ).press( 'Tab' );
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	const report = draftAddress( page );
	await go( page, `${ report }/changes` );
	await expect( compared( page ) ).toBeVisible();
	return report;
}

test( 'one comes from the review and from a card, and sees what has changed', async ( { page } ) => {
	const report = await begin( page );
	await go( page, `${ report }/review` );
	await page.getByRole( 'link', { name: 'What changed since earlier years' } ).click();
	await expect( page.getByRole( 'heading', { level: 2, name: 'What changed since 2024' } ) ).toBeVisible();
	await expect( changed( page, 'mission' ).getByRole( 'insertion' ) ).toHaveText( ', and beyond' );
	await expect( changed( page, 'participants' ) ).toContainText( '100, now 169: +69' );
	await expect( changed( page, 'goals' ) ).toContainText( 'Gone in 2025' );
	await expect( changed( page, 'goals' ).getByRole( 'deletion' ) ).toHaveText( seed.answers.goals );
	// Each question is there once, changed or not.
	for ( const { text } of questions ) {
		await expect( compared( page ).getByText( text, { exact: true } ), text ).toHaveCount( 1 );
	}
	await expect( page.getByText( /^\d+ answers are still last year's and not checked yet\./ ) ).toBeVisible();
	await go( page, '#/' );
	await page.getByRole( 'link', { name: `What changed since earlier years: ${ seed.answers.name }` } ).click();
	await expect( compared( page ) ).toBeVisible();
} );

test( 'what the report was started from is known where that report is not here any more', async ( { page } ) => {
	const report = await begin( page );
	await go( page, '#/' );
	const card = page.getByRole( 'listitem' ).filter( { hasText: '30 of 30' } );
	await card.getByRole( 'button', { name: /^Delete / } ).click();
	await expect( card ).toHaveCount( 0 );
	await go( page, `${ report }/changes` );
	await expect( page.getByRole( 'checkbox', { name: /^2024/ } ) ).toBeChecked();
	await expect( changed( page, 'participants' ) ).toContainText( '100, now 169: +69' );
	await go( page, `${ report }/review` );
	await expect( page.getByRole( 'link', { name: 'What changed since earlier years' } ) ).toBeVisible();
} );

test( 'five years are compared, with the numbers in a table, and one of them is left out', async ( { page } ) => {
	await begin( page );
	for ( const [ year, participants ] of [ [ 2023, '80 people' ], [ 2022, 'not counted' ], [ 2021, '50 people' ] ] ) {
		await openFile( page, year, { participants } );
		await expect( page.getByText( `The report of ${ year } is compared now.` ) ).toBeVisible();
	}
	await expect( page.getByRole( 'heading', { level: 2, name: 'What changed since 2021' } ) ).toBeVisible();
	const rows = changed( page, 'participants' ).getByRole( 'table' ).getByRole( 'row' );
	await expect( rows ).toHaveText( [ /Year\s*Number\s*Change/, /2021\s*50/, /2022\s*–/, /2023\s*80/, /2024\s*100\s*\+20/, /2025\s*169\s*\+69/ ] );
	await openFile( page, 2020 );
	await expect( page.getByText( 'The report of 2020 is in the list. 4 others are compared already' ) ).toBeVisible();
	const year = ( name ) => page.getByRole( 'checkbox', { name: new RegExp( `^${ name }` ) } );
	await expect( year( 2020 ) ).not.toBeChecked();
	await expect( year( 2020 ) ).toBeDisabled();
	// By the keyboard alone.
	await year( 2021 ).focus();
	await page.keyboard.press( 'Space' );
	await expect( page.getByRole( 'heading', { level: 2, name: 'What changed since 2022' } ) ).toBeVisible();
	await expect( year( 2021 ) ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await expect( year( 2020 ) ).toBeFocused();
	await page.keyboard.press( 'Space' );
	await expect( page.getByRole( 'heading', { level: 2, name: 'What changed since 2020' } ) ).toBeVisible();
} );

test( 'files that are no earlier report say what is wrong, and change nothing', async ( { page } ) => {
	await begin( page );
	await openFile( page, 2026 );
	await expect( page.getByText( 'The report in this file is about 2026. Open one that is about a year before 2025.' ) ).toBeVisible();
	await file( page ).setInputFiles( { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from( 'Dear all, see you on Sunday.' ) } );
	await expect( page.getByRole( 'status' ).filter( { hasText: 'letter.txt: ' } ) ).toBeVisible();
	await file( page ).setInputFiles( [
		{ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from( '89504e470d0a1a0a0000000d49484452', 'hex' ) },
		{ name: '2023.json', mimeType: 'application/json', buffer: Buffer.from( convert( 'json', pageOf( 2023 ) ) ) }
	] );
	await expect( page.getByText( 'picture.png' ) ).toBeVisible();
	await expect( page.getByText( 'The report of 2023 is compared now.' ) ).toBeVisible();
	await expect( page.getByRole( 'checkbox' ) ).toHaveCount( 2 );
} );

test( 'without an earlier report the page says what to do', async ( { write: page } ) => {
	await field( page, 'mission' ).fill( 'To write' );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page.getByRole( 'link', { name: 'What changed since earlier years' } ) ).toHaveCount( 0 );
	await go( page, `${ draftAddress( page ) }/changes` );
	await expect( page.getByText( 'There is no earlier report of your affiliate in this browser.' ) ).toBeVisible();
	const actions = page.getByRole( 'button', { name: /^(Copy as text|Print)$/ } );
	await expect( actions ).toHaveCount( 0 );
	await openFile( page, 2020 );
	await expect( page.getByRole( 'heading', { level: 2, name: 'What changed since 2020' } ) ).toBeVisible();
	await expect( actions ).toHaveCount( 2 );
} );

test( 'it is copied as text and as wikitext', async ( { page } ) => {
	await begin( page );
	await page.getByRole( 'button', { name: 'Copy as text' } ).click();
	await expect( page.getByText( 'Copied.' ) ).toBeVisible();
	const text = await clipboard( page );
	expect( text.toLowerCase() ).toContain( `what changed since 2024\n${ seed.answers.name.toLowerCase() } 2025\n` );
	expect( text ).toContain( `${ wording( 'participants' ) }\n100, now 169: +69\nChanged in 2025\n` );
	await page.getByRole( 'button', { name: 'Copy as wikitext' } ).click();
	await expect.poll( () => clipboard( page ) ).toMatch( /^\{\| class="wikitable"\n\|\+ What changed since 2024\n/ );
	expect( await clipboard( page ) ).toContain( '<ins>, and beyond</ins>' );
} );

test( 'a browser that does not copy shows the text selected', async ( { page, context } ) => {
	await context.addInitScript( () => {
		Object.defineProperty( navigator, 'clipboard', { value: undefined } );
		document.execCommand = () => false;
	} );
	await begin( page );
	await page.getByRole( 'button', { name: 'Copy as text' } ).click();
	const text = page.getByRole( 'textbox', { name: 'What changed since earlier years' } );
	await expect( text ).toBeFocused();
	await expect.poll( () => text.evaluate( ( { value, selectionStart, selectionEnd } ) => value.slice( selectionStart, selectionEnd ) ) )
		.toContain( 'What changed since 2024' );
} );

test( 'only the comparison is printed', async ( { page } ) => {
	await begin( page );
	await page.evaluate( () => dispatchEvent( new Event( 'beforeprint' ) ) );
	await page.emulateMedia( { media: 'print' } );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
	await expect( changed( page, 'mission' ) ).toBeVisible();
	await expect( page.locator( '.paper' ) ).toBeHidden();
	await expect( page.getByRole( 'banner' ) ).toBeHidden();
	await expect( page.getByRole( 'button' ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'checkbox' ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'link' ) ).toHaveCount( 0 );
	await page.evaluate( () => dispatchEvent( new Event( 'afterprint' ) ) );
} );

for ( const [ mode, width, media, direction ] of [
	[ 'light', 1280, { colorScheme: 'light' }, 'ltr' ],
	[ 'dark and narrow', 320, { colorScheme: 'dark' }, 'ltr' ],
	[ 'from right to left and narrow', 320, { colorScheme: 'light' }, 'rtl' ],
	[ 'forced colours', 360, { forcedColors: 'active' }, 'ltr' ]
] ) {
	test( `there is no barrier, ${ mode }`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 800 } );
		await page.emulateMedia( media );
		await begin( page );
		await openFile( page, 2022, { participants: '80 people' } );
		await expect( changed( page, 'participants' ).getByRole( 'table' ) ).toBeVisible();
		await page.evaluate( ( to ) => {
			document.dir = to;
		}, direction );
		await expectNoBarrier( page, mode );
		await expectNoSidewaysScrolling( page, mode );
	} );
}
