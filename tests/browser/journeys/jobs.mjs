// Whole jobs, from the first press to what one came for, whatever the date is: the first time, on a phone; with last year's page; by the
// keyboard alone, with three reports. How a report goes to somebody and comes back is in share.mjs.

import { expect, startReport, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, inYear, invented, projectFile, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

const NAME = 'Wikimedians of Lake Maren User Group';
const QUESTION_OF_YEAR = questions.find( ( { id } ) => id === 'reportingyear' );

/** A day, the year that it makes likely, and the year after a report of 2024. */
const DATES = [ [ '2026-01-15', 2025, 2025 ], [ '2026-11-28', 2026, 2025 ], [ '2027-02-10', 2026, 2026 ] ];

const card = ( page ) => page.getByRole( 'region', { name: 'Your reports' } ).getByRole( 'listitem' ).first();

/**
 * Notes from now on what moves on the page without somebody having pressed something in the 500 ms before (CLS). Browsers count them
 * from the press; here they begin when what was pressed has been drawn, which on a busy machine may be later than that.
 */
const noteShifts = ( page ) => page.addInitScript( () => {
	const presses = [];
	const note = ( { timeStamp } ) => {
		const press = { from: timeStamp, until: Infinity };
		presses.push( press );
		requestAnimationFrame( () => setTimeout( () => {
			press.until = performance.now() + 500;
		} ) );
	};
	for ( const type of [ 'pointerup', 'keydown', 'input' ] ) {
		addEventListener( type, note, true );
	}
	window.shifts = [];
	new PerformanceObserver( ( list ) => {
		const pressed = ( { startTime, hadRecentInput } ) => hadRecentInput || presses.some( ( { from, until } ) => from <= startTime && startTime <= until );
		const moved = list.getEntries().filter( ( entry ) => !pressed( entry ) );
		window.shifts.push( ...moved.map( ( { value, sources } ) => `${ value.toFixed( 4 ) } ${ sources.map( ( { node } ) => node?.className || node?.nodeName ) }` ) );
	} ).observe( { type: 'layout-shift', buffered: true } );
} );

/** Copies the page and says that it is published; the title and the summary are of this year, the card says `years`. */
async function publish( page, affiliate, year, years = String( year ) ) {
	const title = `Reports/${ year }/${ affiliate }`;
	await expect( page.getByText( title ).first() ).toBeVisible();
	await expect( page.getByLabel( 'Edit summary' ) ).toHaveValue( `Affiliate health criteria report ${ year }: ${ affiliate }` );
	await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
	await expect( page.getByText( 'Copied. The wikitext is on your clipboard' ) ).toBeVisible();
	const editor = page.getByRole( 'link', { name: 'Open the page\'s source editor on Meta-Wiki' } );
	expect( decodeURIComponent( await editor.getAttribute( 'href' ) ).replaceAll( '_', ' ' ) ).toContain( title );
	await page.getByRole( 'button', { name: 'I have published it' } ).click();
	await expect( page.getByRole( 'textbox', { name: 'Subject of the announcement' } ) ).toHaveValue( new RegExp( `${ affiliate }.*${ year }|${ year }.*${ affiliate }`, 'i' ) );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
	await expect( card( page ).getByText( 'Published', { exact: true } ) ).toBeVisible();
	await expect( card( page ).getByText( years, { exact: true } ) ).toBeVisible();
	await expect( card( page ).getByRole( 'link', { name: /^Open the page on Meta-Wiki/ } ) ).toHaveAttribute( 'href', new RegExp( `/Reports/${ year }/` ) );
}

test.describe( 'on a phone', () => {
	test.use( { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } );

	for ( const [ today, year ] of DATES ) {
		test( `the first report, on ${ today }`, async ( { page } ) => {
			test.slow();
			await noteShifts( page );
			await page.clock.setFixedTime( `${ today }T12:00:00Z` );
			await page.goto( './' );
			await startReport( page );
			// Nothing of the form speaks of another year.
			const help = page.locator( `#help-${ QUESTION_OF_YEAR.id }` );
			await expect( help ).toHaveText( inYear( QUESTION_OF_YEAR.help, year ) );
			for ( const { id } of questions ) {
				await field( page, id ).tap();
				if ( id === 'reportingyear' ) {
					await page.locator( '#question-reportingyear' ).getByRole( 'button', { name: `Fill in ${ year }`, exact: true } ).tap();
				} else if ( id === 'timeline' ) {
					await page.locator( '#question-timeline' ).getByRole( 'button', { name: 'Fill in January–December' } ).tap();
				} else {
					// A key first: what moves after it was the writer's doing.
					await page.keyboard.press( 'End' );
					await page.keyboard.insertText( invented[ id ].replaceAll( '2024', year ).replaceAll( '2023', year - 1 ) );
				}
			}
			await expect( page.getByText( 'All 30 questions have an answer' ) ).toBeVisible();
			expect( await page.evaluate( () => window.shifts ) ).toEqual( [] );
			await page.getByRole( 'link', { name: 'Review and copy' } ).tap();
			await publish( page, NAME, year );
		} );
	}
} );

/** The days with the seed's page, which is about 2024, and one with a page that was made for this, about 2025 and 2026. */
const EARLIER = [
	...DATES.map( ( [ today, , year ] ) => [ today, 'the report of 2024', () => seed.page, String( year ) ] ),
	[ '2027-02-10', 'a report over two years', () => projectFile( 'tests/data/pages/table-text-without-leading-pipe.txt' ), '2026–2027' ]
];

for ( const [ today, what, text, years ] of EARLIER ) {
	test( `with ${ what }, on ${ today }`, async ( { page } ) => {
		test.slow();
		await page.clock.setFixedTime( `${ today }T12:00:00Z` );
		await page.goto( './' );
		await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
		await page.getByRole( 'textbox', { name: 'Paste the report' } ).fill( text() );
		await page.getByRole( 'button', { name: `Start the report of ${ years } with these answers` } ).click();
		await expect( field( page, 'reportingyear' ) ).toHaveValue( years );
		// Each answer is looked at and kept: one press leads to the next one.
		const keep = page.getByRole( 'button', { name: 'Keep this answer' } );
		await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
		for ( let left = await keep.count(); left; left-- ) {
			await keep.first().click();
		}
		await expect( keep ).toHaveCount( 0 );
		await page.getByRole( 'link', { name: 'Review and copy' } ).click();
		const name = await page.getByRole( 'textbox', { name: 'Name of the affiliate' } ).inputValue();
		await publish( page, name, years.slice( -4 ), years );
	} );
}

test( 'by the keyboard alone, with three reports in three tabs', async ( { page, context } ) => {
	const tabs = [];
	for ( const [ id, year ] of [ [ 'one', 2024 ], [ 'two', 2025 ], [ 'three', 2026 ] ] ) {
		const tab = tabs.length ? await context.newPage() : page;
		const report = await storeReport( tab, seed.page.replaceAll( 'Reports/2024', `Reports/${ year }` ), id );
		await go( tab, report );
		await expect( field( tab, 'reportingyear' ) ).toBeVisible();
		await field( tab, 'reportingyear' ).fill( String( year ) );
		tabs.push( tab );
	}
	for ( const [ index, tab ] of tabs.entries() ) {
		// Each tab says whose report of which year it is, and what one does there.
		await expect( tab ).toHaveTitle( new RegExp( `^.*User Group ${ 2024 + index } – Write$`, 'i' ) );
	}
	const [ , , third ] = tabs;
	await third.bringToFront();
	await field( third, 'mission' ).focus();
	await third.keyboard.press( 'Control+A' );
	await third.keyboard.type( 'We meet.' );
	await third.keyboard.press( 'Control+Enter' );
	await expect( field( third, 'goals' ) ).toBeFocused();
	await third.keyboard.press( 'Control+Shift+Enter' );
	await expect( third.getByText( 'Copied. The wikitext is on your clipboard.' ) ).toBeVisible();
	expect( await third.evaluate( () => navigator.clipboard.readText() ) ).toContain( 'We meet.' );
	await expect( field( third, 'goals' ) ).toBeFocused();
} );
