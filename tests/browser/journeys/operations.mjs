// What one does with a report that is stored, each with every fault that a browser's storage may have meanwhile: the report is
// there afterwards, or in the trash if that was wanted, and says what it said.

import { expect, startReport, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { LOCAL_FAULTS, LOUD_FAULTS, MIRROR_FAULTS, inject } from '../support/faults.mjs';
import { field } from '../support/questions.mjs';

const NAME = 'Lake Orin';
const MISSION = 'Free knowledge';

const report = ( page ) => page.getByRole( 'link', { name: `Open ${ NAME }` } ).first();
const notice = ( page ) => page.getByRole( 'status' ).filter( { hasText: /trash|copied|duplicated|copy|storage|database/i } ).first();
const button = ( page, name ) => page.getByRole( 'button', { name } ).first();

async function deleted( page ) {
	await button( page, `Delete ${ NAME }` ).click();
	await expect( notice( page ) ).toBeVisible();
}

/** What is done at home with the report that is listed there. */
const OPERATIONS = {
	'it is opened': async ( page ) => {
		await report( page ).click();
		await expect( field( page, 'mission' ) ).toHaveValue( MISSION );
		await expect( page.getByText( 'Opening…' ) ).toHaveCount( 0 );
	},
	'it is written in': async ( page ) => {
		await report( page ).click();
		const goals = await field( page, 'goals' ).inputValue();
		await field( page, 'goals' ).fill( `${ goals }.` );
		await field( page, 'goals' ).press( 'Tab' );
		await expect( page.getByText( /^Sav(ed|ing)/ ).first() ).toBeVisible();
	},
	'it is deleted': deleted,
	'it is deleted and taken back': async ( page ) => {
		await deleted( page );
		const undo = page.getByRole( 'button', { name: 'Undo' } );
		if ( await undo.isVisible() ) {
			await undo.click();
			await expect( undo ).toHaveCount( 0 );
		}
	},
	'it is duplicated': async ( page ) => {
		await button( page, `Duplicate ${ NAME }` ).click();
		await expect( notice( page ) ).toBeVisible();
	},
	'all are saved to a file': async ( page ) => {
		const file = await downloaded( page, () => button( page, 'Save all drafts to one file' ).click() );
		expect( JSON.parse( file.text ).drafts.map( ( { answers } ) => answers.mission?.text ) ).toContain( MISSION );
	},
	'its page is copied, and its earlier versions are looked at': async ( page ) => {
		await report( page ).click();
		await page.getByRole( 'link', { name: 'Check the page' } ).click();
		await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
		await expect( page.getByText( 'Copied' ).first() ).toBeVisible();
		await page.goBack();
		await page.getByRole( 'link', { name: 'Earlier versions' } ).click();
		await expect( page.getByRole( 'heading', { level: 1, name: 'Earlier versions' } ) ).toBeVisible();
	}
};

/** The start page in a new load, with the report in its list. */
async function home( page ) {
	await page.goto( './' );
	await page.reload();
	const restore = button( page, `Restore ${ NAME }` );
	const trash = page.getByRole( 'heading', { name: /^Trash/ } );
	await expect( report( page ).or( trash ).first() ).toBeVisible();
	if ( !await report( page ).isVisible() ) {
		await trash.click();
		await restore.click();
	}
	await expect( report( page ) ).toBeVisible();
}

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

for ( const [ operation, run ] of Object.entries( OPERATIONS ) ) {
	test( `${ operation }, and whatever fails meanwhile loses nothing`, async ( { page, context } ) => {
		test.setTimeout( 120_000 );
		page.on( 'dialog', ( dialog ) => dialog.accept() );
		await inject( context, ...Object.values( LOCAL_FAULTS ), ...Object.values( MIRROR_FAULTS ), 'window.fail = false;' );
		await page.goto( './' );
		await startReport( page );
		await field( page, 'name' ).fill( NAME );
		await field( page, 'mission' ).fill( MISSION );
		await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
		for ( const fault of LOUD_FAULTS ) {
			await test.step( fault, async () => {
				await home( page );
				await page.evaluate( ( name ) => {
					window.fail = name;
				}, fault );
				await run( page );
				await page.evaluate( () => {
					window.fail = false;
				} );
				await home( page );
				await report( page ).click();
				await expect( field( page, 'mission' ) ).toHaveValue( MISSION );
			} );
		}
	} );
}
