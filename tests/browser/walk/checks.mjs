// What is true after each step of the walk, whatever the step was.

import { expect } from '../support/test.mjs';
import { questions } from '../support/questions.mjs';
import { cells } from '../support/page-table.mjs';
import { rendered, wiki } from '../support/wiki.mjs';
import { isFull, isWriting, load, reportOf, setFull, shown, stored } from './browser.mjs';

/** An error of the walk: something is not as it has to be. */
export class Broken extends Error {}

const demand = ( holds, message ) => {
	if ( !holds ) {
		throw new Broken( message );
	}
};

const list = ( marks ) => marks.map( ( { mark, question, report } ) => `${ mark } (${ question } of ${ report })` ).join( ', ' );

/** The app has not broken down, and nobody has complained. */
async function nothingBroke( { page, surroundings } ) {
	demand( !( await page.getByText( 'Something in the app broke.' ).filter( { visible: true } ).count() ), 'the app says that it broke' );
	demand( surroundings.errors.length === 0, `errors: ${ surroundings.errors.join( '; ' ) }` );
}

/** The states of all questions add up to all questions. */
async function countsAddUp( { page } ) {
	const lines = isWriting( page ) ? await page.getByRole( 'list', { name: 'All questions' } ).getByRole( 'listitem' ).allTextContents() : [];
	if ( lines.length ) {
		const sum = lines.reduce( ( all, line ) => all + Number( line.match( /(\d+)\D*$/ )[ 1 ] ), 0 );
		demand( sum === questions.length, `the states of the questions add up to ${ sum }: ${ lines.join( ', ' ) }` );
	}
}

/** Where the header says that the report is saved, all that was typed into it in this tab is in the database. */
async function savedIsTrue( { page, ledger } ) {
	const report = reportOf( page );
	const { isSaved, database } = await stored( page );
	if ( isSaved && report === reportOf( page ) ) {
		const lacking = ledger.in( 'written', ( each ) => each.tab === page && each.report === report && !database.includes( each.mark ) );
		demand( lacking.length === 0, `the header says “Saved in this browser”, and the database lacks ${ list( lacking ) }` );
	}
}

/** What was replaced is still in the browser, and what was deleted is not. */
async function isStored( { page, ledger, tabs } ) {
	const { local, database } = await stored( page );
	const all = local + database;
	const full = new Set();
	for ( const tab of tabs ) {
		if ( await isFull( tab ) ) {
			full.add( tab );
		}
	}
	const lacking = [ ...ledger.in( 'written' ), ...ledger.in( 'kept' ) ].filter( ( each ) => !full.has( each.tab ) && !all.includes( each.mark ) );
	demand( lacking.length === 0, `no storage has ${ list( lacking ) }` );
	isGone( ledger, all );
}

function isGone( ledger, all ) {
	const back = ledger.in( 'deleted', ( { mark } ) => all.includes( mark ) );
	demand( back.length === 0, `everything was deleted, and there is again ${ list( back ) }` );
}

/** The preview shows what a wiki makes of the page's wikitext. */
async function previewIsTheWikis( walk ) {
	const { page } = walk;
	const preview = page.getByRole( 'region', { name: 'The page as Meta will show it' } ).getByRole( 'table' );
	if ( !wiki || !page.url().endsWith( '/review' ) || !( await preview.isVisible() ) ) {
		return;
	}
	const wikitext = await page.getByRole( 'textbox', { name: 'The wikitext', includeHidden: true } ).inputValue();
	const ours = await cells( preview );
	const onMeta = await page.context().browser().newPage();
	try {
		await onMeta.setContent( await rendered( wikitext ) );
		expect( await cells( onMeta.getByRole( 'table' ).first() ) ).toEqual( ours );
		walk.previews++;
	} finally {
		await onMeta.close();
	}
}

/** Checks what a step may have broken. */
export async function afterStep( walk, step ) {
	await nothingBroke( walk );
	await countsAddUp( walk );
	// Nobody can look into a database that is busy.
	if ( !walk.busy ) {
		await savedIsTrue( walk );
	}
	if ( step === 'to the page' ) {
		await previewIsTheWikis( walk );
	}
}

/** Checks at rest, with all storages working again: every word that was typed is where it has to be. */
export async function atRest( walk ) {
	await walk.busy;
	for ( const tab of walk.tabs ) {
		await setFull( tab, false, false );
	}
	const { ledger } = walk;
	// What was refused is tried again every five seconds.
	await expect( async () => isStored( walk ) ).toPass( { timeout: 15_000, intervals: [ 300, 1000 ] } );
	for ( const tab of walk.tabs.slice( 1 ) ) {
		await tab.close( { runBeforeUnload: false } );
	}
	walk.tabs = [ walk.tabs[ 0 ] ];
	walk.page = walk.tabs[ 0 ];
	for ( const report of ledger.reports() ) {
		await load( walk.page, `#/draft/${ report }` );
		const marks = ledger.in( 'written', ( each ) => each.report === report );
		await expect( async () => {
			const all = await shown( walk.page );
			const lacking = marks.filter( ( { mark } ) => !all.includes( mark ) );
			demand( lacking.length === 0, `the report does not show ${ list( lacking ) }` );
		} ).toPass( { timeout: 15_000, intervals: [ 300, 1000 ] } );
	}
	await nothingBroke( walk );
}

/** Checks some time after everything was deleted, in all tabs and after each was loaded anew: nothing of it is there. */
export async function stayedDeleted( { tabs, ledger, surroundings } ) {
	for ( const tab of tabs ) {
		await tab.bringToFront();
		await tab.waitForTimeout( 400 );
	}
	for ( const tab of tabs ) {
		await load( tab, '#/' );
		const { local, database } = await stored( tab );
		isGone( ledger, local + database );
	}
	await nothingBroke( { page: tabs[ 0 ], surroundings } );
}
