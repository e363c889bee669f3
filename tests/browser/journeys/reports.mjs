// Many reports compared: loaded from everywhere, filtered, sorted, gone through by the keyboard, compared, added up, written out.

import { expect, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { file, madeReports } from '../support/made-reports.mjs';
import { storeReport } from '../support/drafts.mjs';
import { dropFiles } from '../support/drop.mjs';
import { questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const wording = ( id ) => questions.find( ( question ) => question.id === id ).text;

/** A page of the wiki with these answers. */
const pageOf = ( answers ) => `{| class="wikitable"\n${
	Object.entries( answers ).map( ( [ id, answer ] ) => `|-\n| ${ wording( id ) }\n| ${ answer }\n` ).join( '' ) }|}`;

const MISSION = 'We collect free pictures of lakes and teach how to take them';

/** Three affiliates made by hand, and one of them the year before. */
const BY_HAND = {
	orin: { name: 'Wikimedians of Lake Orin', reportingyear: '2025', mission: `${ MISSION } together with museums`, participants: '1,234 people', organizers: '12',
		records: 'See https://docs.google.com/document/d/abc for all of them' },
	orinBefore: { name: 'Wikimedians of Lake Orin', reportingyear: '2024', mission: MISSION, participants: '1000', organizers: '12' },
	valdora: { name: 'Wikimedia Valdora', reportingyear: '2025', mission: `${ MISSION } together with museums`, participants: '10', organizers: 'N/A' },
	tamsara: { name: 'Tamsara User Group', reportingyear: '2025', mission: 'Maps', participants: 'between 5 and 6', organizers: '3' }
};

const byHand = () => Object.entries( BY_HAND ).map( ( [ name, answers ] ) => file( `${ name }.wiki`, pageOf( answers ), 'text/plain' ) );

const view = async ( page ) => {
	await page.goto( './#/reports' );
	await expect( page.getByRole( 'heading', { level: 1, name: 'Compare many reports' } ) ).toBeVisible();
};
const choose = ( page, files ) => page.getByRole( 'button', { name: 'From files' } ).setInputFiles( files );
const grid = ( page ) => page.getByRole( 'grid', { name: 'The reports' } );
/** How many rows the table has; only those in sight, and some around them, are on the page. */
const expectRows = ( page, count ) => expect( grid( page ) ).toHaveAttribute( 'aria-rowcount', String( count + 2 ) );
const names = ( page ) => grid( page ).locator( '.reports__body' ).getByRole( 'rowheader' ).locator( 'bdi' );
const row = ( page, name ) => grid( page ).getByRole( 'row' ).filter( { has: page.getByRole( 'rowheader', { name } ) } );
const cell = ( page, name, id ) => row( page, name ).getByRole( 'gridcell' ).nth( questions.findIndex( ( question ) => question.id === id ) );
const header = ( page, id ) => grid( page ).getByRole( 'columnheader', { name: wording( id ) } );
const shown = ( page ) => page.locator( '#reports-shown' );
const sum = ( page, id ) => page.locator( '.reports__sum' ).filter( { has: page.getByRole( 'heading', { name: wording( id ), exact: true } ) } );
const opened = ( page, name ) => page.getByRole( 'region', { name } );
const focused = ( page ) => page.evaluate( () => {
	const cell = document.activeElement.closest( '[role=gridcell], [role=rowheader], [role=columnheader]' );
	return cell && [ cell.parentElement.ariaRowIndex - 1, [ ...cell.parentElement.children ].indexOf( cell ) ];
} );

/** The fields of each line, as RFC 4180 has them. */
function csv( text ) {
	expect( text.charCodeAt( 0 ) ).toBe( 0xFEFF );
	expect( text.endsWith( '\r\n' ) ).toBe( true );
	const lines = [ [] ];
	for ( const [ , quoted, plain, end ] of text.slice( 1 ).matchAll( /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g ) ) {
		lines.at( -1 ).push( quoted?.replaceAll( '""', '"' ) ?? plain );
		if ( end === '\r\n' ) {
			lines.push( [] );
		}
	}
	return lines.filter( ( line ) => line.length > 1 );
}

test( 'the start page leads there, and without reports it says what to do', async ( { home: page } ) => {
	await page.getByRole( 'link', { name: 'Compare many reports' } ).click();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Compare many reports' } ) ).toBeFocused();
	await expect( page ).toHaveTitle( /^Compare many reports/ );
	await expect( page.getByText( 'Nothing is kept or sent, and nothing is written to the wiki.' ) ).toBeVisible();
	await expect( page.getByText( 'Choose files' ) ).toBeVisible();
	await expect( grid( page ) ).toHaveCount( 0 );
} );

test( 'two hundred affiliates over two years, from files', async ( { page } ) => {
	const made = madeReports( 200 );
	await view( page );
	await choose( page, [ ...made.files[ 2025 ], ...made.files[ 2026 ] ] );
	const { reports, sums } = made.expected[ 2026 ];
	await expect( shown( page ) ).toContainText( `${ reports } reports of ${ reports } shown, 30 questions.` );
	await expect( page.getByText( `${ made.files[ 2025 ].length + made.files[ 2026 ].length } reports were added.` ) ).toBeVisible();
	await expect( page.getByRole( 'heading', { name: 'The reports' } ) ).toBeFocused();
	await expectRows( page, reports );
	expect( await names( page ).count() ).toBeLessThan( 40 );
	expect( Object.keys( sums ).length ).toBeGreaterThan( 4 );
	for ( const [ id, { sum: total, given } ] of Object.entries( sums ) ) {
		const words = total.toLocaleString( 'en' );
		await expect( sum( page, id ).locator( '.reports__total' ), id ).toHaveText( words );
		await expect( sum( page, id ) ).toContainText( `${ given } of ${ reports } gave a number.` );
		const plot = sum( page, id ).getByRole( 'img' );
		await expect( plot.locator( 'rect' ) ).toHaveCount( given );
		await sum( page, id ).getByText( 'The numbers as a table' ).click();
		const numbers = await sum( page, id ).getByRole( 'row' ).getByRole( 'cell' ).allTextContents();
		expect( numbers.reduce( ( all, text ) => all + Number( text.replaceAll( ',', '' ) ), 0 ), id ).toBe( total );
		const foot = grid( page ).getByRole( 'row' ).last().getByRole( 'gridcell' ).nth( questions.findIndex( ( question ) => question.id === id ) );
		await expect( foot ).toContainText( words );
	}
	// The year before has other sums.
	await page.getByLabel( 'Year', { exact: true } ).last().selectOption( '2025' );
	await expect( shown( page ) ).toContainText( `${ made.expected[ 2025 ].reports } reports of` );
	const [ [ id, { sum: before } ] ] = Object.entries( made.expected[ 2025 ].sums );
	await expect( sum( page, id ).locator( '.reports__total' ) ).toHaveText( before.toLocaleString( 'en' ) );
	// Once more changes nothing.
	await page.getByText( 'Add reports', { exact: true } ).click();
	await choose( page, made.files[ 2026 ].slice( 0, 3 ) );
	await expect( page.getByText( 'No report was added. 3 were there already.' ) ).toBeVisible();
} );

test( 'cells say in a word what stands in them', async ( { page } ) => {
	await view( page );
	await choose( page, byHand() );
	await expect( shown( page ) ).toContainText( '3 reports of 3 shown' );
	await expect( cell( page, 'Lake Orin', 'participants' ) ).toHaveText( '# 1234 (before: 1000) 1,234 people' );
	await expect( cell( page, 'Lake Orin', 'organizers' ) ).toContainText( '# 12 · = As in 2024' );
	await expect( cell( page, 'Lake Orin', 'mission' ) ).toContainText( '≡ As another affiliate' );
	await expect( cell( page, 'Valdora', 'mission' ) ).toContainText( '≡ As another affiliate' );
	await expect( cell( page, 'Lake Orin', 'records' ) ).toContainText( '⚠ Needs a login' );
	await expect( cell( page, 'Valdora', 'records' ) ).toHaveText( '– Empty' );
	await expect( cell( page, 'Valdora', 'organizers' ) ).toContainText( '∅ N/A' );
	await expect( cell( page, 'Tamsara', 'participants' ) ).toContainText( '# No single number between 5 and 6' );
	await expect( cell( page, 'Tamsara', 'mission' ) ).toHaveText( 'Maps' );
	await expect( row( page, 'Tamsara' ).getByRole( 'rowheader' ) ).toContainText( '2025 · 5 of 30 answered' );
	// Sums by hand: 1234 + 10, and 12 + 3.
	await expect( sum( page, 'participants' ).locator( '.reports__total' ) ).toHaveText( '1,244' );
	await expect( sum( page, 'participants' ) ).toContainText( '2 of 3 gave a number. Least 10, median 622, greatest 1,234.' );
	await expect( sum( page, 'organizers' ).locator( '.reports__total' ) ).toHaveText( '15' );
	await expect( sum( page, 'active-contributors' ) ).toHaveCount( 0 );
} );

test( 'the table is filtered and sorted', async ( { page } ) => {
	await view( page );
	await choose( page, byHand() );
	const all = [ 'Tamsara User Group', 'Wikimedia Valdora', 'Wikimedians of Lake Orin' ];
	await expect( names( page ) ).toHaveText( all );
	// A search for words of answers, whatever their case.
	const search = page.getByRole( 'searchbox', { name: 'Search names and answers' } );
	await search.fill( 'MUSEUMS' );
	await expect( names( page ) ).toHaveText( all.slice( 1 ) );
	await expect( shown( page ) ).toContainText( '2 reports of 3 shown' );
	await expect( sum( page, 'organizers' ).locator( '.reports__total' ) ).toHaveText( '12' );
	await search.fill( 'nobody says this' );
	await expect( page.getByText( 'No report fits.' ) ).toBeVisible();
	await expect( names( page ) ).toHaveCount( 0 );
	await search.fill( '' );
	await expect( names( page ) ).toHaveText( all );
	// By what an answer is.
	const sign = page.getByLabel( 'With an answer that is' );
	await sign.selectOption( { label: 'With a link that needs a login' } );
	await expect( names( page ) ).toHaveText( [ 'Wikimedians of Lake Orin' ] );
	await sign.selectOption( { label: 'Any answer' } );
	// By section: its questions only.
	const section = page.getByLabel( 'Section' );
	await section.selectOption( { label: 'Goal delivery' } );
	await expect( shown( page ) ).toContainText( '3 reports of 3 shown, 2 questions.' );
	await expect( grid( page ).getByRole( 'columnheader' ) ).toHaveCount( 3 );
	await expect( row( page, 'Tamsara' ).getByRole( 'gridcell' ) ).toHaveCount( 2 );
	await section.selectOption( { label: 'All sections' } );
	// By year, and all of them.
	const year = page.getByLabel( 'Year', { exact: true } ).last();
	await year.selectOption( { label: 'All years' } );
	await expect( names( page ) ).toHaveCount( 4 );
	await year.selectOption( '2025' );
	// By a column: numbers by size, what has none last.
	const participants = header( page, 'participants' );
	await participants.getByRole( 'button' ).click();
	await expect( participants ).toHaveAttribute( 'aria-sort', 'ascending' );
	await expect( names( page ) ).toHaveText( [ 'Wikimedia Valdora', 'Wikimedians of Lake Orin', 'Tamsara User Group' ] );
	await participants.getByRole( 'button' ).click();
	await expect( participants ).toHaveAttribute( 'aria-sort', 'descending' );
	await expect( names( page ) ).toHaveText( [ 'Wikimedians of Lake Orin', 'Wikimedia Valdora', 'Tamsara User Group' ] );
	await grid( page ).getByRole( 'columnheader', { name: 'Affiliate', exact: true } ).getByRole( 'button' ).click();
	await expect( names( page ) ).toHaveText( all );
	await expect( participants ).not.toHaveAttribute( 'aria-sort', /./ );
} );

test( 'the table is sorted by the number of answers', async ( { page } ) => {
	await view( page );
	await choose( page, byHand() );
	await expectRows( page, 3 );
	const sort = page.getByRole( 'button', { name: 'Sort by number of answers' } );
	await expect( sort ).toHaveAttribute( 'aria-pressed', 'false' );
	await sort.click();
	await expect( sort ).toHaveAttribute( 'aria-pressed', 'true' );
	await expect( names( page ).first() ).toHaveText( 'Wikimedians of Lake Orin' );
	await page.keyboard.press( 'Enter' );
	await expect( names( page ).last() ).toHaveText( 'Wikimedians of Lake Orin' );
	await header( page, 'participants' ).getByRole( 'button' ).click();
	await expect( sort ).toHaveAttribute( 'aria-pressed', 'false' );
} );

test( 'the keyboard goes through the table, which is one stop', async ( { page } ) => {
	const made = madeReports( 40 );
	await view( page );
	await choose( page, made.files[ 2026 ] );
	const { reports } = made.expected[ 2026 ];
	await expectRows( page, reports );
	await page.getByRole( 'button', { name: 'Sort by number of answers' } ).focus();
	await page.keyboard.press( 'Tab' );
	expect( await focused( page ) ).toEqual( [ 0, 0 ] );
	for ( const [ key, place ] of [
		[ 'ArrowDown', [ 1, 0 ] ], [ 'ArrowRight', [ 1, 1 ] ], [ 'End', [ 1, 30 ] ], [ 'ArrowRight', [ 1, 30 ] ], [ 'PageDown', [ 9, 30 ] ],
		[ 'Control+End', [ reports + 1, 30 ] ], [ 'ArrowDown', [ reports + 1, 30 ] ], [ 'PageUp', [ reports - 7, 30 ] ], [ 'Home', [ reports - 7, 0 ] ],
		[ 'Control+Home', [ 0, 0 ] ], [ 'ArrowUp', [ 0, 0 ] ], [ 'ArrowRight', [ 0, 1 ] ], [ 'ArrowDown', [ 1, 1 ] ], [ 'ArrowRight', [ 1, 2 ] ]
	] ) {
		await page.keyboard.press( key );
		await expect.poll( () => focused( page ), key ).toEqual( place );
		// What has the focus is seen, and nothing lies over it.
		expect( await page.evaluate( () => {
			const box = document.activeElement.getBoundingClientRect();
			const seen = document.elementFromPoint( box.x + box.width / 2, box.y + box.height / 2 );
			return document.activeElement.contains( seen );
		} ), `${ key }: the cell is seen` ).toBe( true );
	}
	// Tab leaves it, and comes back to the same cell.
	await page.keyboard.press( 'Tab' );
	expect( await focused( page ) ).toBe( null );
	await page.keyboard.press( 'Shift+Tab' );
	expect( await focused( page ) ).toEqual( [ 1, 2 ] );
	await expect( grid( page ).locator( '[tabindex="0"]' ) ).toHaveCount( 1 );
	// Enter opens, Escape closes.
	await page.keyboard.press( 'Enter' );
	const name = await names( page ).first().textContent();
	await expect( opened( page, `${ name } (2026)` ).getByRole( 'heading', { level: 2 } ) ).toBeFocused();
	await expect( opened( page, `${ name } (2026)` ).getByRole( 'heading', { level: 3 } ) ).toHaveText( questions[ 1 ].text );
	await page.keyboard.press( 'Escape' );
	expect( await focused( page ) ).toEqual( [ 1, 2 ] );
	// A header sorts by its key.
	await page.keyboard.press( 'ArrowUp' );
	await page.keyboard.press( 'Enter' );
	await expect( header( page, 'languages' ) ).toHaveAttribute( 'aria-sort', 'ascending' );
	expect( await focused( page ) ).toEqual( [ 0, 2 ] );
	// What is scrolled out of sight keeps the focus.
	await page.keyboard.press( 'ArrowDown' );
	await grid( page ).evaluate( ( element ) => element.scrollTo( { top: element.scrollHeight } ) );
	await expect( grid( page ).locator( `[aria-rowindex="${ reports }"]` ) ).toBeInViewport();
	expect( await focused( page ) ).toEqual( [ 1, 2 ] );
	await page.keyboard.press( 'ArrowDown' );
	await expect.poll( () => focused( page ) ).toEqual( [ 2, 2 ] );
	await expect( grid( page ).locator( '[aria-rowindex="3"]' ) ).toBeInViewport();
	// A smaller table keeps a stop.
	await page.keyboard.press( 'Control+End' );
	await page.getByRole( 'searchbox' ).fill( name );
	await expect( names( page ) ).toHaveText( [ name ] );
	await page.getByRole( 'button', { name: 'Sort by number of answers' } ).focus();
	await page.keyboard.press( 'Tab' );
	expect( await focused( page ) ).toEqual( [ 2, 30 ] );
} );

test( 'an answer is opened and stands beside another year\'s and another affiliate\'s', async ( { page } ) => {
	await view( page );
	await choose( page, byHand() );
	await cell( page, 'Lake Orin', 'mission' ).click();
	const panel = opened( page, 'Wikimedians of Lake Orin (2025)' );
	await expect( panel ).toContainText( BY_HAND.orin.mission );
	await expect( panel ).toContainText( 'The same words as: Wikimedia Valdora (2025)' );
	await expect( panel ).toContainText( 'From the file “orin.wiki”.' );
	await expect( cell( page, 'Lake Orin', 'mission' ) ).toHaveAttribute( 'aria-selected', 'true' );
	const beside = panel.getByLabel( 'Compare with' );
	await beside.selectOption( { label: 'Wikimedians of Lake Orin (2024)' } );
	await expect( panel.locator( 'ins' ) ).toHaveText( ' together with museums' );
	await expect( panel.locator( 'del' ) ).toHaveCount( 0 );
	await beside.selectOption( { label: 'Wikimedia Valdora (2025)' } );
	await expect( panel ).toContainText( 'Both answers are the same.' );
	await beside.selectOption( { label: 'Tamsara User Group (2025)' } );
	await expect( panel.locator( 'del' ) ).toHaveText( 'Maps' );
	// A link that needs a login is named.
	await cell( page, 'Lake Orin', 'records' ).click();
	await expect( panel ).toContainText( 'https://docs.google.com/document/d/abc' );
	// The whole report.
	await row( page, 'Tamsara' ).getByRole( 'rowheader' ).click();
	const whole = opened( page, 'Tamsara User Group (2025)' );
	await expect( whole.getByRole( 'heading', { level: 3 } ) ).toHaveCount( 30 );
	await whole.getByRole( 'button', { name: 'Take this report out' } ).click();
	await expect( names( page ) ).toHaveText( [ 'Wikimedia Valdora', 'Wikimedians of Lake Orin' ] );
	await expect( whole ).toHaveCount( 0 );
	await cell( page, 'Valdora', 'mission' ).click();
	await page.getByRole( 'button', { name: 'Take this report out' } ).click();
	await expect( names( page ) ).toHaveText( [ 'Wikimedians of Lake Orin' ] );
	await expect.poll( () => focused( page ) ).not.toBe( null );
	await page.getByRole( 'button', { name: 'Take all reports out' } ).click();
	await expect( grid( page ) ).toHaveCount( 0 );
	await expect( page.getByText( 'Choose files' ) ).toBeVisible();
	// The last one taken out leaves the beginning.
	await choose( page, byHand().slice( -1 ) );
	await row( page, 'Tamsara' ).getByRole( 'rowheader' ).click();
	await whole.getByRole( 'button', { name: 'Take this report out' } ).click();
	await expect( grid( page ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeFocused();
} );

test( 'what the table shows is written out for other programs', async ( { page, context } ) => {
	await context.grantPermissions( [ 'clipboard-read', 'clipboard-write' ] );
	await view( page );
	await choose( page, [ ...byHand(), file( 'formula.wiki', pageOf( { name: 'A formula', reportingyear: '2025', mission: '=HYPERLINK("x")' } ), 'text/plain' ) ] );
	await expect( names( page ) ).toHaveCount( 4 );
	await page.getByRole( 'searchbox' ).fill( 'wikimed' );
	await expect( names( page ) ).toHaveCount( 2 );
	const button = ( name ) => page.getByRole( 'button', { name, exact: true } );
	let { name, text } = await downloaded( page, () => button( 'Save as CSV' ).click() );
	expect( name ).toBe( 'affiliate-reports-2025.csv' );
	await expect( page.getByText( 'Saved as “affiliate-reports-2025.csv”.' ) ).toBeVisible();
	const [ heads, ...lines ] = csv( text );
	expect( lines.map( ( [ first, second ] ) => [ first, second ] ) ).toEqual( [ [ 'Wikimedia Valdora', '2025' ], [ 'Wikimedians of Lake Orin', '2025' ] ] );
	const of = ( id, line ) => line[ heads.indexOf( wording( id ) ) ];
	expect( of( 'participants', lines[ 1 ] ) ).toBe( '1,234 people' );
	expect( lines[ 1 ][ heads.indexOf( wording( 'participants' ) ) + 1 ] ).toBe( '1234' );
	expect( lines.every( ( line ) => line.length === heads.length ) ).toBe( true );
	await page.getByRole( 'searchbox' ).fill( 'formula' );
	await expect( names( page ) ).toHaveCount( 1 );
	( { text } = await downloaded( page, () => button( 'Save as CSV' ).click() ) );
	expect( of( 'mission', csv( text )[ 1 ] ) ).toBe( '\'=HYPERLINK("x")' );
	await page.getByRole( 'searchbox' ).fill( '' );
	await expect( names( page ) ).toHaveCount( 4 );
	( { name, text } = await downloaded( page, () => button( 'Save as JSON' ).click() ) );
	expect( name ).toBe( 'affiliate-reports-2025.json' );
	const json = JSON.parse( text );
	expect( json.format ).toBe( 'affiliate-reports' );
	expect( json.questions.map( ( { id } ) => id ) ).toEqual( questions.map( ( { id } ) => id ) );
	const orin = json.reports.find( ( { affiliate } ) => affiliate === BY_HAND.orin.name );
	expect( orin.answers.mission.text ).toBe( BY_HAND.orin.mission );
	expect( orin.answers.mission.sameWordsAs ).toEqual( [ 'Wikimedia Valdora' ] );
	expect( orin.answers.organizers ).toMatchObject( { number: 12, unchanged: true } );
	expect( orin.source ).toEqual( { file: { name: 'orin.wiki' } } );
	( { name, text } = await downloaded( page, () => button( 'Save the portal entries' ).click() ) );
	expect( name ).toBe( 'affiliate-reports-2025-portal.lua' );
	expect( text ).toContain( 'group_name = \'Wikimedia Valdora\'' );
	await button( 'Copy the wikitext table' ).click();
	await expect( page.getByText( 'Copied', { exact: false } ).last() ).toBeVisible();
	const copied = await page.evaluate( () => navigator.clipboard.readText() );
	expect( copied ).toMatch( /^\{\| class="wikitable sortable"/ );
	expect( copied ).toContain( 'Wikimedia Valdora' );
} );

test( 'reports come from pastes, drops and this browser, and what is none says so by its name', async ( { page } ) => {
	await storeReport( page, seed.page );
	await go( page, '#/reports' );
	await page.getByRole( 'textbox', { name: 'Paste a report' } ).fill( pageOf( BY_HAND.valdora ) );
	await page.getByRole( 'button', { name: 'Add this text' } ).click();
	await expect( names( page ) ).toHaveText( [ 'Wikimedia Valdora' ] );
	await page.getByText( 'Add reports', { exact: true } ).click();
	await expect( page.getByRole( 'textbox', { name: 'Paste a report' } ) ).toHaveValue( '' );
	await page.getByRole( 'button', { name: 'Add the report of this browser' } ).click();
	await expect( page.getByText( 'One report was added.' ) ).toBeVisible();
	await page.getByLabel( 'Year', { exact: true } ).last().selectOption( { label: 'All years' } );
	await expect( names( page ) ).toHaveCount( 2 );
	// What is no report loses nothing of what is.
	await choose( page, [
		file( 'notes.txt', 'Milk, bread', 'text/plain' ),
		file( 'orin.wiki', pageOf( BY_HAND.orin ), 'text/plain' ),
		{ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from( [ 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0 ] ) },
		file( 'cut.json', '{ "format": "affiliate-report-builder", "version": 1, "dra' )
	] );
	await expect( page.getByText( '3 files or pages were not read:' ) ).toBeVisible();
	for ( const name of [ 'notes.txt', 'picture.png', 'cut.json' ] ) {
		await expect( page.getByRole( 'listitem' ).filter( { hasText: name } ) ).toBeVisible();
	}
	await expect( names( page ) ).toHaveCount( 3 );
	// A report without a year is not lost.
	await choose( page, [ file( 'yearless.wiki', pageOf( { name: 'Yearless', mission: 'Maps' } ), 'text/plain' ) ] );
	await page.getByLabel( 'Year', { exact: true } ).last().selectOption( '2025' );
	await expect( page.getByText( 'One report names no year: choose “All years” to see it.' ) ).toBeVisible();
} );

test( 'reading can be stopped, and what was read until then is there', async ( { page } ) => {
	const made = madeReports( 200 );
	await view( page );
	// Slow enough to be stopped.
	await page.evaluate( () => {
		const read = File.prototype.arrayBuffer;
		File.prototype.arrayBuffer = async function () {
			await new Promise( ( done ) => setTimeout( done, 40 ) );
			return read.call( this );
		};
	} );
	await choose( page, made.files[ 2026 ] );
	await page.getByRole( 'button', { name: 'Cancel' } ).click();
	await expect( page.getByText( /^(\d+ reports were|One report was|No report was) added\.$/ ) ).toBeVisible();
	await expect( page.getByRole( 'button', { name: 'Cancel' } ) ).toHaveCount( 0 );
	const rows = await grid( page ).count() && await grid( page ).getAttribute( 'aria-rowcount' );
	expect( Number( rows ) ).toBeLessThan( made.expected[ 2026 ].reports );
} );

test( 'files that are dropped on the table come into it', async ( { page } ) => {
	await view( page );
	await choose( page, byHand() );
	await expectRows( page, 3 );
	expect( await dropFiles( page, 'main', [ 'selin.wiki' ], pageOf( { name: 'Selin Wikimedians', reportingyear: '2025', mission: 'Photos' } ) ) ).toBe( true );
	await expectRows( page, 4 );
	await expect( page ).toHaveURL( /#\/reports$/ );
} );

/** Files are read only once this is called. */
async function holdFiles( page ) {
	await page.evaluate( () => {
		const read = File.prototype.arrayBuffer;
		const held = new Promise( ( done ) => {
			window.letFilesThrough = done;
		} );
		File.prototype.arrayBuffer = async function () {
			await held;
			return read.call( this );
		};
	} );
	return () => page.evaluate( () => window.letFilesThrough() );
}

const paste = ( page ) => page.getByRole( 'textbox', { name: 'Paste a report' } );

/** Adds a text while files are being read. */
async function pasteMeanwhile( page, files ) {
	const release = await holdFiles( page );
	await choose( page, files );
	await expect( page.getByText( `Reading 0 of ${ files.length } …` ) ).toBeVisible();
	await paste( page ).fill( pageOf( BY_HAND.valdora ) );
	await page.getByRole( 'button', { name: 'Add this text' } ).click();
	await expect( page.getByText( `Reading 0 of ${ files.length + 1 } …` ) ).toBeVisible();
	return release;
}

test( 'what comes in while files are read waits for its turn, and loses nothing of them', async ( { page } ) => {
	await view( page );
	const [ orin, , , tamsara ] = byHand();
	const release = await pasteMeanwhile( page, [ file( 'notes.txt', 'Milk, bread', 'text/plain' ), orin, tamsara ] );
	await release();
	await expect( page.getByText( '3 reports were added.' ) ).toBeVisible();
	await expect( names( page ) ).toHaveText( [ 'Tamsara User Group', 'Wikimedia Valdora', 'Wikimedians of Lake Orin' ] );
	await expect( page.getByRole( 'listitem' ).filter( { hasText: 'notes.txt' } ) ).toBeVisible();
	await expect( page.getByRole( 'button', { name: 'Cancel' } ) ).toHaveCount( 0 );
} );

test( 'what waits for its turn is not read once reading is stopped', async ( { page } ) => {
	await view( page );
	const release = await pasteMeanwhile( page, byHand().slice( 0, 1 ) );
	await page.getByRole( 'button', { name: 'Cancel' } ).click();
	await release();
	await expect( page.getByText( 'One report was added.' ) ).toBeVisible();
	await expect( names( page ) ).toHaveText( [ 'Wikimedians of Lake Orin' ] );
} );

test( 'the first reports leave the focus to who is typing', async ( { page } ) => {
	await view( page );
	const release = await holdFiles( page );
	await choose( page, byHand() );
	await paste( page ).click();
	await page.keyboard.type( 'one ' );
	await release();
	await expectRows( page, 3 );
	// The focus would move in the next frame.
	await page.evaluate( () => new Promise( ( done ) => requestAnimationFrame( () => requestAnimationFrame( done ) ) ) );
	await expect( paste( page ) ).toBeFocused();
	await page.keyboard.type( 'two' );
	await expect( paste( page ) ).toHaveValue( 'one two' );
} );

test( 'what was being read when all reports were taken out is not added', async ( { page } ) => {
	await view( page );
	await choose( page, byHand().slice( -1 ) );
	await expectRows( page, 1 );
	const release = await holdFiles( page );
	expect( await dropFiles( page, 'main', [ 'orin.wiki' ], pageOf( BY_HAND.orin ) ) ).toBe( true );
	await expect( page.getByText( 'Reading 0 of 1 …' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Take all reports out' } ).click();
	await release();
	await paste( page ).fill( pageOf( BY_HAND.valdora ) );
	await page.getByRole( 'button', { name: 'Add this text' } ).click();
	await expect( page.getByText( 'One report was added.' ) ).toBeVisible();
	await expect( names( page ) ).toHaveText( [ 'Wikimedia Valdora' ] );
} );
