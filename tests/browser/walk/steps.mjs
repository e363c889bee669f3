// What the walk does, a step at a time. Each takes what there is: a button that is not there is not pressed.

import { setTimeout as pause } from 'node:timers/promises';
import { occupy } from '../support/faults.mjs';
import { expect, startReport } from '../support/test.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { between, one } from '../support/random.mjs';
import { hasReports, isFull, isKept, isWriting, load, reportOf, saving, setFull, stored } from './browser.mjs';

/** The questions that the walk answers: long ones, short ones, some with suggestions. */
const ANSWERED = [ 'name', 'languages', 'reportingyear', 'mission', 'goals', 'diversity', 'membershiptrends', 'successionplanning' ];

/** What else one types: what wikitext means something by, other scripts, what no key has. */
const PIECES = [
	' ', '|', '||', '{{', '}}', '[[', ']]', '\'\'\'', '~~~~', '<b>', '&amp;', '#', '* ', '== ', 'https://example.org/a|b ', '-->',
	'العربية', 'हिन्दी', '日本語', '🙂', 'é', 'e\u0301', '\t', 'plain words'
];

/** Texts that one pastes into an answer. */
const PASTED = [
	'two\nlines', '* a list\n* of two', 'a | b', '{{Template|1=x}}', '<ref>x</ref>', '   ', 'x'.repeat( 3000 ), '\u200b\ufeff', 'a\tb'
];

const PATIENCE = { timeout: 400 };

/** Presses a control, if it is there and nothing lies above it. Tells whether it was pressed. */
async function press( control ) {
	const first = control.first();
	const clicks = ( options ) => first.click( options ).then( () => true, () => false );
	// Tried before it is done: of a click that takes too long nobody knows whether it has arrived.
	return await first.isVisible() && await clicks( { ...PATIENCE, trial: true } ) && clicks( { timeout: 10_000 } );
}

const button = ( page, name ) => page.getByRole( 'main' ).getByRole( 'button', { name } );

/** Goes to an address without loading the app anew. */
const to = ( way ) => ( { page } ) => page.evaluate( ( hash ) => {
	location.hash = hash;
}, way( reportOf( page ) ) );

/** Waits until a tab has stored everything, where its storage works again: also what was typed into a report that it has left. */
async function settle( { page, ledger } ) {
	await setFull( page, false, false );
	const isMine = ( { tab } ) => tab === page;
	await expect( async () => {
		const { local, database } = await stored( page );
		const marks = [ ...ledger.in( 'written', isMine ), ...ledger.in( 'kept', isMine ) ].map( ( { mark } ) => mark );
		expect( marks.filter( ( mark ) => !( local + database ).includes( mark ) ) ).toEqual( [] );
	} ).toPass( { timeout: 20_000, intervals: [ 100, 500 ] } );
	if ( reportOf( page ) ) {
		await expect.poll( () => saving( page ), { timeout: 20_000 } ).toMatch( /^Saved in this browser$|^$/ );
	}
}

/** Goes into an answer's field, at its end. Gives the question, or nothing where the tab shows no questions. */
async function into( page ) {
	const id = one( ANSWERED );
	const control = field( page, id );
	if ( !isWriting( page ) || !( await control.isVisible() ) || !( await control.isEditable() ) ) {
		return null;
	}
	const has = await control.focus( PATIENCE ).then( () => true, () => false );
	await page.keyboard.press( 'Control+End' );
	return has ? { id, control } : null;
}

/** Types a word that is like no other into an answer, key by key, and notes it. */
async function type( { page, ledger } ) {
	const found = await into( page );
	if ( !found ) {
		return;
	}
	const report = reportOf( page );
	const mark = ledger.next();
	await page.keyboard.type( ` ${ mark }` );
	const value = await found.control.inputValue( { timeout: 10_000 } );
	if ( !value.endsWith( mark ) ) {
		throw new Error( `${ mark } was typed into “${ found.id }”, which says “${ value.slice( -40 ) }”` );
	}
	ledger.note( mark, report, found.id, page );
}

/** What changes the whole report keeps what was in it as an earlier version. */
async function replaceAll( { page, ledger }, name ) {
	const report = reportOf( page );
	if ( report && await press( button( page, name ) ) ) {
		ledger.become( 'kept', report );
	}
}

/** What changes one answer, as whoever presses it wants it. */
async function change( { page, ledger }, name ) {
	const id = one( questions ).id;
	const report = reportOf( page );
	const pressed = isWriting( page ) && await press( page.locator( `#question-${ id }` ).getByRole( 'button', { name } ) );
	if ( pressed ) {
		ledger.become( 'free', report, id );
	}
}

/** Each step by its name, with how often it is taken compared with the others. */
export const STEPS = [
	[ 45, 'typing', type ],
	[ 6, 'typing something else', async ( { page } ) => {
		if ( await into( page ) ) {
			await page.keyboard.insertText( one( PIECES ) );
		}
	} ],
	[ 3, 'pasting into an answer', async ( { page } ) => {
		if ( await into( page ) ) {
			await page.evaluate( ( text ) => document.execCommand( 'insertText', false, text ), one( PASTED ) );
		}
	} ],
	[ 3, 'pasting rich text', async ( { page } ) => {
		const found = await into( page );
		// It is read by what comes late; whoever pastes may have left by then.
		await found?.control.evaluate( ( area ) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData( 'text/html', '<ul><li>rich <b>text</b></li></ul>' );
			clipboardData.setData( 'text/plain', 'rich text' );
			area.dispatchEvent( new ClipboardEvent( 'paste', { clipboardData, bubbles: true, cancelable: true } ) );
		} );
	} ],
	[ 5, 'resting', ( { page } ) => page.waitForTimeout( 600 ) ],
	[ 3, 'a database that is busy for a while', async ( walk ) => {
		const end = await occupy( one( walk.tabs ) );
		walk.busy = pause( between( 300, 2500 ) ).then( end, () => {} ).then( () => {
			walk.busy = null;
		}, () => {} );
	} ],
	[ 2, 'undoing by key', async ( { page, ledger } ) => {
		if ( await into( page ) ) {
			// A browser takes back the last edit of the page, in whichever field that was.
			ledger.become( 'free', reportOf( page ) );
			await page.keyboard.press( one( [ 'Control+z', 'Control+y' ] ) );
		}
	} ],
	[ 3, 'a tool', ( walk ) => change( walk, one( [ 'Bold', 'List' ] ) ) ],
	[ 2, 'not applicable', ( walk ) => change( walk, 'Not applicable' ) ],
	[ 2, 'mark for later', ( { page } ) => press( page.locator( `#question-${ one( ANSWERED ) }` ).getByRole( 'button', { name: 'Mark for later' } ) ) ],
	[ 2, 'leaving the field', ( { page } ) => page.keyboard.press( one( [ 'Tab', 'Escape', 'Shift+Tab' ] ) ) ],
	[ 3, 'to the earlier versions', to( ( report ) => report ? `#/draft/${ report }/history` : '#/' ) ],
	[ 3, 'to the page', to( ( report ) => report ? `#/draft/${ report }/review` : '#/' ) ],
	[ 2, 'to the report as text', to( ( report ) => report ? `#/draft/${ report }/text` : '#/' ) ],
	[ 2, 'to what takes answers in', to( ( report ) => report ? `#/draft/${ report }/open` : '#/open' ) ],
	[ 2, 'to what opens a file', to( () => '#/open' ) ],
	[ 4, 'home', to( () => '#/' ) ],
	[ 16, 'to a report', async ( walk ) => {
		await to( () => `#/draft/${ one( [ ...walk.reports ] ) }` )( walk );
		await walk.page.waitForTimeout( 150 );
	} ],
	[ 2, 'a new report', async ( { page } ) => {
		if ( await button( page, 'Start a report' ).isVisible() ) {
			await startReport( page ).catch( () => {} );
		}
	} ],
	[ 4, 'back', ( { page } ) => page.evaluate( () => history.back() ) ],
	[ 3, 'forward', ( { page } ) => page.evaluate( () => history.forward() ) ],
	[ 3, 'comparing', ( { page } ) => press( button( page, /^Compare the version of / ) ) ],
	[ 3, 'putting back', ( walk ) => replaceAll( walk, 'Put this version back' ) ],
	[ 2, 'copying the page', ( { page } ) => press( button( page, 'Copy wikitext' ) ) ],
	[ 3, 'pasting a report', async ( { page } ) => {
		const paste = page.getByRole( 'textbox', { name: 'Paste the report' } );
		if ( await paste.isVisible() ) {
			await paste.fill( seed.page, PATIENCE ).catch( () => {} );
		}
	} ],
	[ 2, 'taking answers', ( walk ) => replaceAll( walk, /^Add (one|\d+) answers?$/ ) ],
	[ 1, 'opening as a new report', ( { page } ) => press( button( page, 'Open as a new report' ) ) ],
	[ 2, 'undoing by button', async ( { page, ledger } ) => {
		const report = reportOf( page );
		if ( report && await press( button( page, 'Undo' ) ) ) {
			ledger.become( 'free', report );
		}
	} ],
	[ 2, 'choosing a text', async ( { page, ledger } ) => {
		const report = reportOf( page );
		const choice = page.getByRole( 'region', { name: 'Choose which text to keep' } ).getByRole( 'button' );
		if ( report && await press( choice ) ) {
			ledger.become( 'kept', report );
		}
	} ],
	[ 1, 'duplicating', ( { page } ) => press( button( page, /^Duplicate / ) ) ],
	[ 1, 'deleting a report', async ( { page, ledger } ) => {
		const link = page.getByRole( 'main' ).getByRole( 'link', { name: /^Open (?!a file)/ } ).first();
		const report = await link.isVisible() && ( await link.getAttribute( 'href' ).catch( () => '' ) || '' ).split( '/' ).at( -1 );
		if ( report && await press( page.getByRole( 'listitem' ).filter( { has: page.locator( `a[href$="${ report }"]` ) } ).getByRole( 'button', { name: /^Delete / } ) ) ) {
			// Who types in it in another tab takes it out again.
			ledger.become( 'kept', report );
		}
	} ],
	[ 1, 'restoring a report', ( { page } ) => press( button( page, /^Restore / ) ) ],
	[ 1, 'emptying the trash', async ( { page, ledger } ) => {
		if ( await press( page.getByText( /^Trash \(/ ) ) && await press( button( page, 'Empty the trash' ) ) ) {
			await press( page.getByRole( 'dialog' ).getByRole( 'button', { name: /^Delete|^Empty/ } ) );
			ledger.in( 'kept' ).forEach( ( { report } ) => ledger.become( 'free', report ) );
		}
	} ],
	[ 4, 'loading anew', async ( walk ) => {
		await settle( walk );
		await load( walk.page, new URL( walk.page.url() ).hash );
	} ],
	[ 3, 'another tab', async ( walk ) => {
		if ( walk.tabs.length < 3 ) {
			const page = await walk.surroundings.tab( new URL( walk.page.url() ).hash );
			walk.tabs.push( page );
			walk.page = page;
		}
	} ],
	[ 8, 'to another tab', async ( walk ) => {
		walk.page = one( walk.tabs );
		await walk.page.bringToFront();
	} ],
	[ 2, 'closing a tab', async ( walk ) => {
		if ( walk.tabs.length > 1 ) {
			await settle( walk );
			await walk.page.close( { runBeforeUnload: false } );
			walk.tabs = walk.tabs.filter( ( tab ) => tab !== walk.page );
			walk.page = one( walk.tabs );
			await walk.page.bringToFront();
		}
	} ],
	[ 2, 'no network, or again', async ( { page, surroundings } ) => {
		if ( surroundings.isOffline || await isKept( page ) ) {
			await surroundings.setOffline( !surroundings.isOffline );
		}
	} ],
	[ 2, 'another time', ( { page } ) => page.evaluate( ( hours ) => sessionStorage.setItem( 'clock', String( hours * 3_600_000 ) ),
		one( [ 0, -1, 1, -24, 24, 24 * 40, 24 * 800 ] ) ) ],
	[ 3, 'a full storage, or room', async ( walk ) => {
		const { page } = walk;
		if ( await isFull( page ) ) {
			await settle( walk );
		} else {
			await setFull( page, between( 0, 1 ) === 1, between( 0, 1 ) === 1 );
		}
	} ]
];

/** Deletes everything, which ends a round of the walk now and then; gives whether there was something to delete. */
export async function deleteEverything( walk ) {
	for ( const tab of walk.tabs ) {
		await setFull( tab, false, false );
	}
	const { page, ledger } = walk;
	await to( () => '#/' )( walk );
	if ( !await hasReports( page ) ) {
		// A report that was begun, and into which nothing ever came, is kept nowhere.
		await expect( page.getByText( 'There is no report in this browser yet.' ) ).toBeVisible();
		return false;
	}
	await button( page, 'Delete everything from this browser' ).click();
	await page.getByRole( 'dialog' ).getByRole( 'button', { name: 'Delete everything', exact: true } ).click();
	await expect( page.getByText( 'Everything from this app is deleted from this browser.' ) ).toBeVisible();
	ledger.deleteAll();
	return true;
}
