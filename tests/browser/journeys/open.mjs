// A report comes in: from a page, from a file, from last year, into a report that is there.

import { mkdirSync } from 'node:fs';

import { expect, startReport, test } from '../support/test.mjs';
import { convert } from '../support/core.mjs';
import { downloaded } from '../support/download.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, projectFile, questions, seed } from '../support/questions.mjs';
import { dropFiles } from '../support/drop.mjs';
import { draftAddress, go } from '../support/views.mjs';

const paste = ( page ) => page.getByRole( 'textbox', { name: 'Paste the report' } );
const box = ( page, id ) => page.getByRole( 'checkbox', { name: questions.find( ( question ) => question.id === id ).text } );
const count = ( page, words ) => page.getByText( words, { exact: true } ).first();

/** The choice of the report that answers go into. */
async function goesTo( page ) {
	await page.getByText( 'Change what it is for and where it goes' ).click();
	return page.getByLabel( 'Add to' );
}

async function expectSeed( page ) {
	await expect( count( page, '30 of 30' ) ).toBeVisible();
	for ( const { id } of questions ) {
		await expect( field( page, id ), id ).toHaveValue( seed.answers[ id ] );
	}
}

test( 'a page that is pasted becomes a report with every answer', async ( { home: page } ) => {
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await paste( page ).fill( seed.page );
	await expect( page.getByText( '30 of 30 questions found, 30 with an answer.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Open as a new report' } ).click();
	await expectSeed( page );
} );

test( 'what was pasted and not taken is still there after another load, and when one comes back', async ( { home: page } ) => {
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await paste( page ).fill( seed.page );
	const found = page.getByText( '30 of 30 questions found, 30 with an answer.' );
	await expect( found ).toBeVisible();
	await page.reload();
	await expect( paste( page ) ).toHaveValue( seed.page );
	await expect( found ).toBeVisible();
	await page.getByRole( 'link', { name: 'All reports' } ).click();
	// It belongs to that view, and to no other.
	await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
	await expect( paste( page ) ).toHaveValue( '' );
	await page.goBack();
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await expect( paste( page ) ).toHaveValue( seed.page );
	// Once it is taken, it is in the report.
	await page.getByRole( 'button', { name: 'Open as a new report' } ).click();
	await expectSeed( page );
	await page.goBack();
	await page.reload();
	await expect( paste( page ) ).toHaveValue( '' );
} );

for ( const kind of [ 'table', 'text', 'html', 'json' ] ) {
	test( `a file of the kind ${ kind } is recognized`, async ( { home: page } ) => {
		await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
		await page.getByLabel( 'Or choose a file' ).setInputFiles( {
			name: `report.${ kind }`, mimeType: 'text/plain', buffer: Buffer.from( convert( kind, seed.page ) )
		} );
		await page.getByRole( 'button', { name: /^Open (as a new|one) report$/ } ).click();
		await expectSeed( page );
	} );
}

for ( const [ where, begin ] of [
	[ 'where a report is opened', async ( page ) => {
		await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
		await expect( paste( page ) ).toBeVisible();
	} ],
	[ 'on the start page', () => {} ]
] ) {
	test( `a file can be dropped anywhere: ${ where }`, async ( { home: page } ) => {
		await begin( page );
		expect( await dropFiles( page, 'footer', [ 'report.txt' ], seed.page ) ).toBe( true );
		await expect( page ).toHaveURL( /#\/open$/ );
		await expect( page.getByText( '30 of 30 questions found, 30 with an answer.' ) ).toBeVisible();
	} );
}

test( 'a file that is dropped while one writes offers its answers for that report', async ( { write: page } ) => {
	await field( page, 'mission' ).fill( 'Typed a moment ago' );
	expect( await dropFiles( page, 'textarea', [ 'report.txt' ], seed.page ) ).toBe( true );
	await expect( page ).toHaveURL( /#\/draft\/[^/]+\/open$/ );
	await expect( page.getByText( 'Read from the file “report.txt”.' ) ).toBeVisible();
	await page.goBack();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Typed a moment ago' );
	// It has been taken once, and is not taken again.
	await page.goBack();
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await expect( paste( page ) ).toBeVisible();
	await expect( page.getByText( 'Read from the file' ) ).toHaveCount( 0 );
} );

test( 'a text that is dropped into a field is the browser\'s own matter', async ( { write: page } ) => {
	const isTaken = await page.evaluate( () => {
		const dataTransfer = new DataTransfer();
		dataTransfer.setData( 'text/plain', 'dragged' );
		const field = document.querySelector( 'textarea' );
		return [ 'dragover', 'drop' ].map( ( type ) =>
			!field.dispatchEvent( new DragEvent( type, { dataTransfer, bubbles: true, cancelable: true } ) ) );
	} );
	expect( isTaken ).toEqual( [ false, false ] );
	await expect( page ).toHaveURL( /#\/draft\/[^/]+$/ );
} );

test( 'of several files that are dropped, one is read, and that is said', async ( { home: page } ) => {
	await dropFiles( page, 'body', [ 'one.txt', 'two.txt', 'three.txt' ], seed.page );
	await expect( page.getByText( 'Read from the file “one.txt”.' ) ).toBeVisible();
	await expect( page.getByText( '2 more files were not read' ) ).toBeVisible();
	await paste( page ).fill( seed.page );
	await expect( page.getByText( 'more files were not read' ) ).toHaveCount( 0 );
} );

test( 'a file that is read late does not replace what was pasted meanwhile', async ( { home: page } ) => {
	await go( page, '#/open' );
	await page.evaluate( () => {
		const read = File.prototype.arrayBuffer;
		const isPasted = new Promise( ( done ) => {
			window.goOn = done;
		} );
		File.prototype.arrayBuffer = function () {
			window.isRead = isPasted.then( () => read.call( this ) );
			return window.isRead;
		};
	} );
	await page.getByLabel( 'Or choose a file' ).setInputFiles( { name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.from( 'Another text' ) } );
	await page.waitForFunction( () => Boolean( window.isRead ) );
	await paste( page ).fill( seed.page );
	await page.evaluate( async () => {
		window.goOn();
		await window.isRead;
		// Whatever the file brings about is done before this.
		await new Promise( ( done ) => setTimeout( done ) );
	} );
	await expect( paste( page ) ).toHaveValue( seed.page );
	await expect( page.getByText( 'Read from the file' ) ).toHaveCount( 0 );
	await page.reload();
	await expect( paste( page ) ).toHaveValue( seed.page );
} );

test( 'a folder that is dropped is told from a file, with what to do', async ( { home: page }, info ) => {
	const folder = info.outputPath( 'Reports of Lake Orin' );
	mkdirSync( folder, { recursive: true } );
	const browser = await page.context().newCDPSession( page );
	for ( const type of [ 'dragEnter', 'dragOver', 'drop' ] ) {
		await browser.send( 'Input.dispatchDragEvent', { type, x: 100, y: 100, data: { items: [], files: [ folder ], dragOperationsMask: 1 } } );
	}
	await expect( page ).toHaveURL( /#\/open$/ );
	await expect( page.getByText( 'The browser could not read “Reports of Lake Orin”. If it is a folder, choose the file in it.' ) ).toBeVisible();
} );

test( 'a report of a form that this version does not know is shown to read, handed over as a file, and moved', async ( { page } ) => {
	await page.goto( './' );
	const record = JSON.parse( convert( 'json', seed.page ) );
	const draft = record.drafts ? record.drafts[ 0 ] : record;
	draft.form = '2031';
	draft.answers.moonlight = { text: 'On every full moon', origin: 'typed' };
	await page.evaluate( ( [ key, value ] ) => localStorage.setItem( key, value ),
		[ 'affiliate-report-builder/draft/stored01', JSON.stringify( record ) ] );
	await page.goto( './#/draft/stored01' );
	await page.reload();
	await expect( page.getByRole( 'heading', { name: 'This report cannot be shown' } ) ).toBeVisible();
	await expect( page.getByText( 'On every full moon' ) ).toBeVisible();
	await expect( page.getByText( seed.answers.mission ) ).toBeVisible();
	const file = await downloaded( page, () => page.getByRole( 'button', { name: 'Download' } ).click() );
	const kept = JSON.parse( file.text ).drafts[ 0 ];
	expect( kept.form ).toBe( '2031' );
	expect( kept.answers.moonlight.text ).toBe( 'On every full moon' );
	await page.getByRole( 'button', { name: 'Make a copy in the form in use' } ).click();
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
	await page.getByRole( 'link', { name: 'Review and copy' } ).click();
	await expect( page.getByRole( 'heading', { name: 'Answers that are not on the page' } ) ).toBeVisible();
	await expect( page.getByText( 'On every full moon' ) ).toBeVisible();
	// The report itself stays as it is.
	await page.goto( './#/draft/stored01' );
	await expect( page.getByRole( 'heading', { name: 'This report cannot be shown' } ) ).toBeVisible();
} );

test( 'last year\'s answers count once they are said to be still true', async ( { home: page } ) => {
	await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
	await paste( page ).fill( seed.page );
	await page.getByRole( 'button', { name: /^Start the report of \d+ with these answers$/ } ).click();
	// The year is not last year's: it was said when the report was started.
	await expect( count( page, '1 of 30' ) ).toBeVisible();
	const mission = questions.find( ( { id } ) => id === 'mission' ).text;
	await page.getByRole( 'button', { name: 'Keep this answer', description: mission } ).click();
	await expect( count( page, '2 of 30' ) ).toBeVisible();
	await field( page, 'goals' ).press( 'End' );
	await field( page, 'goals' ).pressSequentially( '!' );
	await expect( count( page, '3 of 30' ) ).toBeVisible();
	const members = questions.find( ( { id } ) => id === 'active-contributors' ).text;
	await page.getByRole( 'button', { name: 'Same as last year', description: members } ).click();
	await expect( count( page, '4 of 30' ) ).toBeVisible();
	await page.reload();
	await expect( count( page, '4 of 30' ) ).toBeVisible();
} );

test( 'answers are taken into a report one by one, replace nothing by themselves, and are taken back', async ( { home: page } ) => {
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await field( page, 'languages' ).fill( seed.answers.languages );
	await page.getByRole( 'banner' ).getByRole( 'link' ).click();
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await paste( page ).fill( seed.page );
	await ( await goesTo( page ) ).selectOption( { index: 1 } );
	await expect( page.getByText( 'One answer is the same as in your report' ) ).toBeVisible();
	await expect( box( page, 'languages' ) ).toHaveCount( 0 );
	await expect( box( page, 'name' ) ).not.toBeChecked();
	await expect( box( page, 'mission' ) ).toBeChecked();
	await page.getByRole( 'button', { name: 'Add 28 answers' } ).click();
	await expect( page.getByText( '28 answers were added to the report.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( page.getByText( 'Undone: the answers are as they were before.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Add 28 answers' } ).click();
	await page.getByRole( 'link', { name: 'Go to the report' } ).click();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
	await expect( count( page, '30 of 30' ) ).toBeVisible();
} );

test( 'an answer that was typed in another tab once the answers were shown is not replaced, and is shown', async ( { home: page, context } ) => {
	await startReport( page );
	const report = draftAddress( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	await go( page, '#/open' );
	await paste( page ).fill( seed.page );
	await ( await goesTo( page ) ).selectOption( { index: 1 } );
	await expect( box( page, 'mission' ) ).toBeChecked();
	const other = await context.newPage();
	await other.goto( `./${ report }` );
	await field( other, 'mission' ).fill( 'Typed in another tab' );
	await field( other, 'mission' ).blur();
	await expect( other.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	await page.bringToFront();
	await page.getByRole( 'button', { name: 'Add 29 answers' } ).click();
	await expect( page.getByText( '28 answers were added to the report.' ) ).toBeVisible();
	await expect( box( page, 'mission' ) ).not.toBeChecked();
	await expect( page.getByRole( 'listitem' ).filter( { has: box( page, 'mission' ) } ) ).toContainText( 'In your report now' );
	// What was pasted is still there to be chosen from.
	await page.reload();
	await expect( paste( page ) ).toHaveValue( seed.page );
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( 'Typed in another tab' );
	await expect( field( page, 'goals' ) ).toHaveValue( seed.answers.goals );
	// The report as it was before, and as it is since.
	await page.getByRole( 'link', { name: 'Earlier versions' } ).click();
	await expect( page.getByRole( 'listitem' ).filter( { hasText: 'after answers were brought in' } ) ).toHaveCount( 2 );
} );

test( 'what comes back from somebody else goes into the report that it is a version of', async ( { page } ) => {
	await storeReport( page, seed.page );
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await paste( page ).fill( seed.page.replace( seed.answers.mission, 'Advancing and promoting all languages' ) );
	await expect( page.getByText( `This looks like a version of “${ seed.answers.name }” (2024)` ) ).toBeVisible();
	await expect( page.getByText( '29 answers are the same as in your report' ) ).toBeVisible();
	await expect( page.getByRole( 'deletion' ).first() ).toBeVisible();
	await expect( page.getByRole( 'insertion' ).first() ).toBeVisible();
	// Nothing is replaced unasked, and nothing is to be pressed where nothing is chosen.
	await expect( page.getByRole( 'button', { name: /^Add / } ) ).toHaveCount( 0 );
	await box( page, 'mission' ).check();
	await page.getByRole( 'button', { name: 'Add one answer' } ).click();
	await page.getByRole( 'link', { name: 'Go to the report' } ).last().click();
	await expect( field( page, 'mission' ) ).toHaveValue( 'Advancing and promoting all languages' );
	await expect( field( page, 'goals' ) ).toHaveValue( seed.answers.goals );
	await page.getByRole( 'banner' ).getByRole( 'link' ).click();
	await expect( page.getByRole( 'heading', { level: 3 } ) ).toHaveCount( 1 );
} );

test( 'what comes back can be a new report all the same', async ( { page } ) => {
	await storeReport( page, seed.page );
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await paste( page ).fill( seed.page );
	await ( await goesTo( page ) ).selectOption( { label: 'A new report' } );
	await page.getByRole( 'button', { name: 'Open as a new report' } ).click();
	await expectSeed( page );
	await page.getByRole( 'banner' ).getByRole( 'link' ).click();
	await expect( page.getByRole( 'heading', { level: 3 } ) ).toHaveCount( 2 );
} );

test( 'answers for a report that was deleted in another tab meanwhile are not said to be taken', async ( { home: page, context } ) => {
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	await page.getByRole( 'banner' ).getByRole( 'link' ).click();
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await paste( page ).fill( seed.page );
	await ( await goesTo( page ) ).selectOption( { index: 1 } );
	const take = page.getByRole( 'button', { name: /^Add \d+ answers$/ } );
	await expect( take ).toBeVisible();
	const other = await context.newPage();
	await other.goto( './' );
	await other.getByRole( 'button', { name: 'Delete Lake Orin' } ).click();
	await expect( other.getByRole( 'button', { name: 'Undo' } ) ).toBeVisible();
	await page.bringToFront();
	await take.click();
	await expect( page.getByText( 'in the trash' ).first() ).toBeVisible();
	await expect( page.getByText( 'were taken into the report' ) ).toHaveCount( 0 );
	await other.bringToFront();
	await other.getByRole( 'button', { name: 'Undo' } ).click();
	await other.getByRole( 'link', { name: 'Open Lake Orin' } ).first().click();
	await expect( field( other, 'mission' ) ).toHaveValue( '' );
} );

test( 'what is no report is said to be none, and what went nowhere is shown', async ( { home: page } ) => {
	await page.getByRole( 'link', { name: 'Open a file or text' } ).click();
	await paste( page ).fill( projectFile( 'tests/data/import/not-a-report.txt' ) );
	await expect( page.getByRole( 'alert' ) ).toBeVisible();
	await expect( page.getByRole( 'button', { name: 'Open as a new report' } ) ).toHaveCount( 0 );
	await paste( page ).fill( `A line that belongs nowhere\n${ seed.page }` );
	await expect( page.getByText( 'A line that belongs nowhere' ).last() ).toBeVisible();
	await expect( page.getByRole( 'button', { name: 'Open as a new report' } ) ).toBeVisible();
} );

test( 'the whole report is edited as one text, and is the same report', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/text` );
	const whole = page.getByRole( 'textbox', { name: 'The whole report' } );
	await expect( whole ).toHaveValue( convert( 'text', seed.page ) );
	const text = await whole.inputValue();
	await whole.fill( text.replace( seed.answers.mission, 'A mission of our own' ) );
	await whole.press( 'Tab' );
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( 'A mission of our own' );
	await expect( field( page, 'goals' ) ).toHaveValue( seed.answers.goals );
	await expect( count( page, '30 of 30' ) ).toBeVisible();
} );
