// A folder that several sync: each has a file of their own in it, and what is new in the others' comes in.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { files, folderButton, inStep, look, onlyFile, put, removeFolder, sync, withFolder, written } from '../support/folder.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { answer, close, dialog, noSheet, other, saved, share } from '../support/round.mjs';
import { go } from '../support/views.mjs';

test.beforeEach( async ( { context } ) => {
	await noSheet( context );
	await withFolder( context );
} );

/** Uses the folder for a report. */
async function use( page, report ) {
	await share( page, report );
	await folderButton( page, 'Use a folder' ).click();
	await expect( inStep( page ) ).toBeVisible();
	await close( page );
}

const notice = ( page ) => page.getByRole( 'main' ).getByRole( 'status' ).filter( { hasText: /folder|file|came/ } );

/** Two people with a folder and a report in it. Gives the report, both pages, and the names of their files. */
async function team( page, browser ) {
	const report = await storeReport( page, seed.page );
	await use( page, report );
	const [ mine, text ] = await onlyFile( page );
	const theirs = await other( browser, page, text );
	await withFolder( theirs.context() );
	await theirs.reload();
	await use( theirs, report );
	const [ own ] = await onlyFile( theirs );
	return { report, theirs, people: [ page, theirs ], own: [ mine, own ] };
}

test( 'two people pass a report five times by a folder and end equal', async ( { page, browser } ) => {
	const { report, theirs, people, own } = await team( page, browser );
	for ( let pass = 0; pass < 5; pass++ ) {
		const [ giver, taker ] = [ people[ pass % 2 ], people[ ( pass + 1 ) % 2 ] ];
		const only = pass % 2 ? 'goals' : 'decisionmaking';
		await answer( giver, report, 'mission', `Mission ${ pass }` );
		await answer( taker, report, only, `Own ${ pass }` );
		await look( giver );
		await look( taker );
		await written( giver, `Mission ${ pass }` );
		await written( taker, `Own ${ pass }` );
		await sync( people, own );
		for ( const person of people ) {
			await look( person );
			await expect( field( person, 'mission' ) ).toHaveValue( `Mission ${ pass }` );
			await expect( field( person, only ) ).toHaveValue( `Own ${ pass }` );
		}
	}
	for ( const { id } of questions ) {
		await expect( field( theirs, id ), id ).toHaveValue( await field( page, id ).inputValue() );
	}
	// Once both have all, nobody writes any more.
	for ( const person of people ) {
		await share( person, report );
		await expect( inStep( person ) ).toBeVisible();
		await close( person );
	}
	await sync( people, own );
	const before = await files( page );
	await look( page );
	await share( page, report );
	await expect( inStep( page ) ).toBeVisible();
	expect( await files( page ) ).toEqual( before );
	await theirs.context().close();
} );

test( 'what is typed is in the file a moment later, and at once when the report is left', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await use( page, report );
	await answer( page, report, 'mission', 'A moment later' );
	await written( page, 'A moment later' );
	await field( page, 'mission' ).fill( 'At once' );
	await go( page, '#/' );
	await written( page, 'At once' );
	// It is a file like any other, with the edits.
	const [ name, text ] = await onlyFile( page );
	expect( name ).toMatch( /^affiliate-report-Wikimedia-Community-of-Kazakh-Language-User-\S+-[0-9a-f]{16}\.json$/ );
	expect( JSON.parse( text ).drafts[ 0 ].state.edits ).toBeTruthy();
} );

test( 'when the page goes out of sight, the file is written at once', async ( { page } ) => {
	await page.addInitScript( () => {
		// Nobody comes to what is done three seconds after a save.
		const set = window.setTimeout;
		window.setTimeout = ( then, millis, ...more ) => millis === 3000 ? 0 : set( then, millis, ...more );
	} );
	const report = await storeReport( page, seed.page );
	await use( page, report );
	await go( page, report );
	await field( page, 'mission' ).fill( 'On the way out' );
	await page.evaluate( () => {
		Object.defineProperty( document, 'visibilityState', { value: 'hidden', configurable: true } );
		document.dispatchEvent( new Event( 'visibilitychange', { bubbles: true } ) );
	} );
	await written( page, 'On the way out' );
} );

test( 'what both changed is a choice, and a field in which one types keeps its text', async ( { page, browser } ) => {
	const { report, theirs, people, own } = await team( page, browser );
	await answer( theirs, report, 'mission', 'What they say' );
	await answer( theirs, report, 'goals', 'What they want' );
	await look( theirs );
	await written( theirs, 'What they want' );
	await sync( people, own );
	await go( page, report );
	await field( page, 'mission' ).press( 'ControlOrMeta+End' );
	await field( page, 'mission' ).pressSequentially( ' and more' );
	await look( page );
	await expect( field( page, 'goals' ) ).toHaveValue( 'What they want' );
	await expect( field( page, 'mission' ) ).toHaveValue( / and more$/ );
	await expect( notice( page ) ).toContainText( 'changes came in from the folder' );
	const choices = page.getByRole( 'region', { name: 'Choose which text to keep' } );
	await expect( choices ).toContainText( 'What they say' );
	await choices.getByRole( 'button', { name: /Keep/ } ).first().click();
	await expect( choices ).toHaveCount( 0 );
	await look( page );
	await written( page, 'and more' );
	await sync( people, own );
	await look( theirs );
	await expect( field( theirs, 'mission' ) ).toHaveValue( / and more$/ );
	await expect( theirs.getByRole( 'region', { name: 'Choose which text to keep' } ) ).toHaveCount( 0 );
	await theirs.context().close();
} );

test( 'the folder is in use after a reload, until it is stopped', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await use( page, report );
	const [ name ] = await onlyFile( page );
	await page.reload();
	await answer( page, report, 'mission', 'After a reload' );
	await written( page, 'After a reload' );
	await share( page, report );
	await expect( dialog( page ).getByText( `Your file in the folder “Team” is ${ name }.` ) ).toBeVisible();
	await folderButton( page, 'Stop using the folder' ).click();
	await expect( dialog( page ).getByText( 'The folder is not used any more. Your file stays in it.' ) ).toBeVisible();
	await expect( page.getByRole( 'heading', { name: 'A folder that several sync' } ) ).toBeFocused();
	await close( page );
	await page.reload();
	await answer( page, report, 'mission', 'After stopping' );
	await share( page, report );
	await expect( folderButton( page, 'Use a folder' ) ).toBeVisible();
	expect( await onlyFile( page ) ).not.toContain( 'After stopping' );
	// Who comes back has the same file.
	await folderButton( page, 'Use a folder' ).click();
	await expect( inStep( page ) ).toBeVisible();
	expect( ( await onlyFile( page ) )[ 0 ] ).toBe( name );
	await written( page, 'After stopping' );
} );

/** Has the browser answer so when it is asked what a page may do with a folder, and when somebody is asked. */
async function permit( page, query, request ) {
	await page.evaluate( ( answers ) => sessionStorage.setItem( 'permission', JSON.stringify( answers ) ), [ query, request ] );
}

test( 'permission is asked again on a press, and where it is refused nothing is lost', async ( { page } ) => {
	await page.addInitScript( () => {
		const [ query, request ] = JSON.parse( sessionStorage.getItem( 'permission' ) || '["granted"]' );
		let now = query;
		FileSystemHandle.prototype.queryPermission = async () => now;
		FileSystemHandle.prototype.requestPermission = async () => {
			now = request;
			return now;
		};
	} );
	const report = await storeReport( page, seed.page );
	await use( page, report );
	await permit( page, 'prompt', 'denied' );
	await page.reload();
	await answer( page, report, 'mission', 'While it is not allowed' );
	await expect( notice( page ) ).toContainText( 'The browser wants to be asked before this page uses the folder “Team” again.' );
	expect( ( await onlyFile( page ) )[ 1 ] ).not.toContain( 'While it is not allowed' );
	const allow = notice( page ).getByRole( 'button', { name: 'Allow the folder' } );
	await allow.click();
	await expect( notice( page ) ).toContainText( 'The browser does not let this page use the folder. The report is saved in this browser.' );
	await permit( page, 'prompt', 'granted' );
	await page.reload();
	await expect( field( page, 'mission' ) ).toHaveValue( 'While it is not allowed' );
	await allow.focus();
	await page.keyboard.press( 'Enter' );
	await expect( notice( page ) ).toHaveCount( 0 );
	await written( page, 'While it is not allowed' );
} );

/** The beginning of what is said of a file that is not a whole copy of this report, and how it is made of one. */
const WRONG = {
	cut: [ 'stops', ( text ) => text.slice( 0, text.length / 2 ) ],
	empty: [ 'could not be read now', () => '' ],
	newer: [ 'newer version', ( text ) => text.replace( '"version": 1', '"version": 9' ) ],
	foreign: [ 'not', () => '{"some": "thing"}' ],
	damaged: [ 'line', ( text ) => text.replace( '"form":', '"form"' ) ],
	'without edits': [ 'does not say who changed what', ( text ) => text.replace( '"state":', '"before":' ) ]
};

for ( const [ what, [ words, spoil ] ] of Object.entries( WRONG ) ) {
	test( `a file of somebody else that is ${ what } is said, and read once it is whole`, async ( { page, browser } ) => {
		const { report, theirs, own } = await team( page, browser );
		await answer( theirs, report, 'goals', 'What they want' );
		await look( theirs );
		await written( theirs, 'What they want' );
		const whole = ( await files( theirs ) )[ own[ 1 ] ];
		await put( page, own[ 1 ], spoil( whole ) );
		await look( page );
		await expect( notice( page ) ).toContainText( words );
		await expect( notice( page ).getByRole( 'listitem' ) ).toContainText( own[ 1 ] );
		await expect( field( page, 'goals' ) ).toHaveValue( seed.answers.goals );
		// Work and writing go on.
		await answer( page, report, 'mission', 'What I say' );
		await written( page, 'What I say' );
		expect( ( await files( page ) )[ own[ 1 ] ] ).toBe( spoil( whole ) );
		await put( page, own[ 1 ], whole );
		await look( page );
		await expect( field( page, 'goals' ) ).toHaveValue( 'What they want' );
		await expect( notice( page ).getByRole( 'listitem' ) ).toHaveCount( 0 );
		await theirs.context().close();
	} );
}

test( 'who uses the folder with a report of their own is told', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await use( page, report );
	const [ name, text ] = await onlyFile( page );
	await put( page, name.replace( /[0-9a-f]{16}/, 'ffffffffffffffff' ), text.replace( /"id": "[^"]+"/, '"id": "another"' ) );
	await share( page, report );
	await expect( dialog( page ) ).toContainText( 'The others\' files in the folder are of another report.' );
	await close( page );
	await expect( notice( page ) ).toHaveCount( 0 );
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
} );

test( 'a folder that is gone is said, and another can be used', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await use( page, report );
	await removeFolder( page );
	await answer( page, report, 'mission', 'Without a folder' );
	await look( page );
	await expect( notice( page ) ).toContainText( 'The folder “Team” is not there any more.' );
	await expect( saved( page ) ).toBeVisible();
	expect( await files( page ) ).toBe( null );
	await share( page, report );
	await folderButton( page, 'Stop using the folder' ).click();
	await folderButton( page, 'Use a folder' ).click();
	await expect( inStep( page ) ).toBeVisible();
	await written( page, 'Without a folder' );
} );

test( 'a full disk is said, and the file stays as it was until there is room', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await use( page, report );
	const before = await onlyFile( page );
	await page.evaluate( () => {
		const write = FileSystemWritableFileStream.prototype.write;
		FileSystemWritableFileStream.prototype.write = async function ( text ) {
			if ( window.hasRoom ) {
				return write.call( this, text );
			}
			await write.call( this, text.slice( 0, 99 ) );
			throw new DOMException( 'on purpose', 'QuotaExceededError' );
		};
	} );
	await answer( page, report, 'mission', 'Too much' );
	await look( page );
	await expect( notice( page ) ).toContainText( 'There is no room for your file in the folder.' );
	expect( await onlyFile( page ) ).toEqual( before );
	await page.evaluate( () => {
		window.hasRoom = true;
	} );
	await look( page );
	await written( page, 'Too much' );
	await expect( notice( page ) ).toHaveCount( 0 );
} );

test( 'where a browser cannot look into folders, the dialog says what to do instead', async ( { page } ) => {
	await page.addInitScript( () => {
		delete window.showDirectoryPicker;
		delete Window.prototype.showDirectoryPicker;
	} );
	const report = await storeReport( page, seed.page );
	await share( page, report );
	await expect( dialog( page ).getByText( 'This browser cannot look into folders. Put the file that “The draft as a file” makes into the folder' ) ).toBeVisible();
	await expect( folderButton( page, 'Use a folder' ) ).toHaveCount( 0 );
} );

test( 'no folder is chosen, or the dialog for it fails', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await share( page, report );
	for ( const [ error, words ] of [
		[ 'AbortError', null ],
		[ 'SecurityError', 'The browser does not let this page use the folder.' ],
		[ 'InvalidStateError', 'The folder could not be used (InvalidStateError).' ]
	] ) {
		await page.evaluate( ( name ) => {
			window.showDirectoryPicker = () => Promise.reject( new DOMException( 'on purpose', name ) );
		}, error );
		await folderButton( page, 'Use a folder' ).click();
		await expect( dialog( page ).getByText( words || 'The browser does not let' ) ).toHaveCount( words ? 1 : 0 );
	}
	await expect( folderButton( page, 'Use a folder' ) ).toBeVisible();
} );

test( 'the folder is chosen and stopped with the keyboard alone', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await share( page, report );
	await folderButton( page, 'Use a folder' ).focus();
	await page.keyboard.press( 'Enter' );
	await expect( inStep( page ) ).toBeVisible();
	const heading = page.getByRole( 'heading', { name: 'A folder that several sync' } );
	await expect( heading ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await expect( folderButton( page, 'Stop using the folder' ) ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( heading ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await expect( folderButton( page, 'Use a folder' ) ).toBeFocused();
} );

test( 'a report that is deleted for good has no folder any more', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await use( page, report );
	const kept = () => page.evaluate( () => new Promise( ( resolve ) => {
		indexedDB.open( 'affiliate-report-builder' ).onsuccess = ( { target } ) => {
			const keys = target.result.transaction( 'texts' ).objectStore( 'texts' ).getAllKeys();
			keys.onsuccess = () => {
				target.result.close();
				resolve( keys.result.filter( ( key ) => key.includes( '/folder/' ) ) );
			};
		};
	} ) );
	expect( await kept() ).toHaveLength( 1 );
	await go( page, '#/' );
	await page.getByRole( 'button', { name: /^Delete / } ).first().click();
	await page.getByText( /^Trash \(/ ).click();
	await page.getByRole( 'button', { name: 'Empty the trash' } ).click();
	await expect( page.getByText( 'The trash is empty.' ) ).toBeVisible();
	await expect.poll( kept ).toHaveLength( 0 );
	// The file is the writer's.
	await onlyFile( page );
} );
