// Every view of the app in a state that shows all it can, for what has to hold in each of them.

import { expect, openMenu, startReport } from './test.mjs';
import { giveFolder, look, put } from './folder.mjs';
import { field, seed } from './questions.mjs';
import { said } from './spoken.mjs';

/** The draft that is open, by its address. */
export const draftAddress = ( page ) => new URL( page.url() ).hash.match( /^#\/draft\/[^/]+/ )[ 0 ];

/** A report with some answers of each length; gives its address. */
export async function reportInPart( page ) {
	await page.goto( './' );
	await startReport( page );
	for ( const id of [ 'name', 'languages', 'reportingyear', 'mission', 'goals', 'membershiptrends' ] ) {
		await field( page, id ).fill( seed.answers[ id ] );
	}
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	return draftAddress( page );
}

/** The view that an address leads to: a draft's questions are one, whichever of them it names. */
const viewAt = ( hash ) => hash.match( /^#\/draft\/[^/]+(?:\/(?:review|text|history|open|changes|meeting))?(?=\/|$)/ )?.[ 0 ] ?? hash;

/** Goes to a view of the app without loading it anew. It has come once the heading of the view before it has gone. */
export async function go( page, hash ) {
	const stays = viewAt( new URL( page.url() ).hash ) === viewAt( hash );
	const before = await page.evaluateHandle( ( to ) => {
		location.hash = to;
		return document.querySelector( 'h1' );
	}, hash );
	if ( !stays ) {
		await page.waitForFunction( ( heading ) => !heading?.isConnected, before );
	}
	await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
}

/** A button of the question that this id names. Names are the start of what a button is called, in the page's language. */
const press = ( page, id, name ) => page.locator( `#question-${ id }` )
	.getByRole( 'button', { name: said( page, name ) } ).first().click();

/** The views: what each is called, and how to get there with a report in part. The page may be in any language, see `spoken.mjs`. */
export const views = [
	[ 'Home', async ( page ) => {
		await go( page, '#/' );
		await page.getByText( said( page, 'Before you start' ) ).click();
	} ],
	[ 'Home after a deletion', async ( page ) => {
		await go( page, '#/' );
		const reports = page.getByRole( 'button', { name: said( page, 'Rename ' ) } );
		const before = await reports.count();
		await page.getByRole( 'button', { name: said( page, 'Duplicate ' ) } ).first().click();
		await expect( reports ).toHaveCount( before + 1 );
		// The copy: it stands first.
		await page.getByRole( 'button', { name: said( page, 'Delete ' ) } ).first().click();
		await page.getByText( said( page, 'Trash (' ) ).click();
		await expect( page.getByRole( 'button', { name: said( page, 'Empty the trash' ) } ) ).toBeVisible();
	} ],
	[ 'Rename', async ( page ) => {
		await go( page, '#/' );
		await page.getByRole( 'button', { name: said( page, 'Rename ' ) } ).first().click();
		await expect( page.getByRole( 'dialog', { name: said( page, 'Rename this report' ) } ) ).toBeVisible();
	} ],
	[ 'Delete everything', async ( page ) => {
		await go( page, '#/' );
		await page.getByRole( 'button', { name: said( page, 'Delete everything from this browser' ) } ).click();
		await expect( page.getByRole( 'dialog' ) ).toBeVisible();
	} ],
	[ 'Write', async ( page, report ) => {
		await go( page, report );
		await expect( field( page, 'mission' ) ).toBeVisible();
	} ],
	[ 'Write, unfolded', async ( page, report ) => {
		await go( page, report );
		await press( page, 'mission', 'Example' );
		await press( page, 'mission', 'Link' );
		await press( page, 'goals', 'Mark for later' );
		await press( page, 'diversity', 'Not applicable' );
		await press( page, 'capacities', 'Choose from' );
		await field( page, 'successionplanning' ).fill( 'Yes' );
		await field( page, 'name' ).focus();
		await expect( page.getByRole( 'list', { name: said( page, 'Suggestions' ) } ).first() ).toBeVisible();
	} ],
	[ 'Share', async ( page, report ) => {
		await go( page, report );
		await page.getByRole( 'banner' ).getByRole( 'button', { name: said( page, 'Share', true ) } ).click();
		await expect( page.getByRole( 'dialog' ).getByRole( 'button', { name: said( page, 'Copy link' ) } ) ).toBeVisible();
	} ],
	[ 'Share a question', async ( page, report ) => {
		await go( page, report );
		await press( page, 'mission', 'Share' );
		await expect( page.getByRole( 'dialog' ).getByRole( 'radio' ) ).toHaveCount( 2 );
		await expect( page.getByRole( 'dialog' ).getByRole( 'button', { name: said( page, 'Copy link' ) } ) ).toBeVisible();
	} ],
	[ 'Menu', async ( page, report ) => {
		await go( page, report );
		await openMenu( page );
	} ],
	[ 'Keys', async ( page, report ) => {
		await go( page, report );
		await openMenu( page );
		await page.getByRole( 'button', { name: said( page, 'Keys' ) } ).click();
		await expect( page.getByRole( 'dialog', { name: said( page, 'Keys' ) } ).getByRole( 'checkbox' ) ).toBeVisible();
	} ],
	[ 'Edit as text', async ( page, report ) => {
		await go( page, `${ report }/text` );
		await expect( page.getByRole( 'textbox', { name: said( page, 'The whole report' ) } ) ).toBeVisible();
	} ],
	[ 'Earlier versions', async ( page, report ) => {
		// A copy is worth a version; the report has changed since.
		await go( page, `${ report }/review` );
		await page.getByRole( 'button', { name: said( page, 'Copy wikitext' ) } ).click();
		await go( page, report );
		await field( page, 'mission' ).fill( 'We write, and we meet.' );
		await go( page, `${ report }/history` );
		await page.getByRole( 'button', { name: said( page, 'Compare the version of ' ) } ).first().click();
		await expect( page.getByRole( 'button', { name: said( page, 'Put this version back' ) } ) ).toBeVisible();
	} ],
	[ 'What changed', async ( page, report ) => {
		await go( page, `${ report }/changes` );
		await page.getByLabel( said( page, 'Open an earlier report from a file' ) ).setInputFiles( {
			name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.from( seed.page.replaceAll( '2024', '2022' ) )
		} );
		await expect( page.getByRole( 'heading', { level: 2, name: said( page, 'What changed since ' ) } ) ).toBeVisible();
	} ],
	[ 'In a meeting', async ( page, report ) => {
		await go( page, `${ report }/meeting/mission` );
		await expect( field( page, 'mission' ) ).toBeVisible();
	} ],
	[ 'Review and copy', async ( page, report ) => {
		await go( page, `${ report }/review` );
		await expect( page.getByRole( 'button', { name: said( page, 'Copy wikitext' ) } ) ).toBeVisible();
	} ],
	[ 'Review and copy, unfolded', async ( page, report ) => {
		await go( page, `${ report }/review` );
		await page.getByRole( 'button', { name: said( page, 'More', true ) } ).click();
		await page.getByText( said( page, 'The wikitext', true ) ).click();
	} ],
	[ 'Review and copy, published', async ( page, report ) => {
		await go( page, `${ report }/review` );
		await page.getByLabel( said( page, 'Due date' ) ).fill( '2099-12-31' );
		await page.getByRole( 'button', { name: said( page, 'I have published it' ) } ).click();
		await expect( page.getByRole( 'button', { name: said( page, 'Copy the announcement' ) } ) ).toBeVisible();
	} ],
	[ 'Share, with a folder', async ( page, report ) => {
		await giveFolder( page );
		await go( page, report );
		await page.getByRole( 'banner' ).getByRole( 'button', { name: said( page, 'Share', true ) } ).click();
		const dialog = page.getByRole( 'dialog' );
		await dialog.getByRole( 'button', { name: said( page, 'Use a folder' ) } ).click();
		const stop = dialog.getByRole( 'button', { name: said( page, 'Stop using the folder' ) } );
		await expect( stop ).toBeVisible();
		await put( page, 'affiliate-report-of-somebody-else-0123456789abcdef.json', '{' );
		await look( page );
		await expect( dialog.getByRole( 'listitem' ).filter( { hasText: 'affiliate-report-of-somebody-else' } ) ).toBeVisible();
	} ],
	[ 'Open a file or text', ( page ) => go( page, '#/open' ) ],
	[ 'Open a file or text, found', async ( page ) => {
		await go( page, '#/open' );
		await page.getByRole( 'textbox', { name: said( page, 'Paste the report' ) } ).fill( `A line that belongs nowhere\n${ seed.page }` );
		await expect( page.getByRole( 'button', { name: said( page, 'Open as a new report' ) } ) ).toBeVisible();
	} ],
	[ 'Take answers in', async ( page, report ) => {
		await go( page, `${ report }/open` );
		await page.getByRole( 'textbox', { name: said( page, 'Paste the report' ) } ).fill( seed.page );
		await expect( page.getByRole( 'checkbox' ).first() ).toBeVisible();
	} ],
	[ 'Use last year\'s report', ( page ) => go( page, '#/open/last-year' ) ],
	[ 'Compare many reports', ( page ) => go( page, '#/reports' ) ],
	[ 'Compare many reports, one open', async ( page ) => {
		await go( page, '#/reports' );
		for ( const name of [ 'Somebody', 'Somebody else' ] ) {
			await page.locator( '#reports-files' ).setInputFiles( { name: `${ name }.txt`, mimeType: 'text/plain', buffer: Buffer.from( seed.page.replace( new RegExp( seed.answers.name, 'gi' ), name ) ) } );
			await expect( page.getByRole( 'rowheader' ).filter( { hasText: name } ).first() ).toBeVisible();
		}
		await page.getByRole( 'gridcell' ).nth( 7 ).click();
		await page.locator( '#reports-beside' ).selectOption( { index: 1 } );
		await page.locator( '.reports__fold > summary' ).first().click();
	} ],
	[ 'No such report', ( page ) => go( page, '#/draft/nothing' ) ],
	[ 'No such address', ( page ) => go( page, '#/nowhere/at/all' ) ]
];

/** Goes through all views with a report in part, and asks something of each. */
export async function inEveryView( page, ask ) {
	const report = await reportInPart( page );
	for ( const [ name, open ] of views ) {
		await open( page, report );
		await ask( name );
		await page.keyboard.press( 'Escape' );
	}
}
