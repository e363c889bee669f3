// What one does with a report that is stored, while one of all that a browser's storage does fails: the report is there
// afterwards, or in the trash if that was wanted, and says what it said.

import { expect, startReport, test } from '../support/test.mjs';
import { downloaded } from '../support/download.mjs';
import { LOCAL_FAULTS, MIRROR_FAULTS, inject } from '../support/faults.mjs';
import { field } from '../support/questions.mjs';

const NAME = 'Lake Orin';
const MISSION = 'Free knowledge';

/** One for everything that storage is asked to do on a page that is open already. */
const FAULTS = Object.fromEntries( [
	...[ 'the getter throws', 'setItem is out of room', 'getItem throws', 'removeItem throws', 'key throws', 'length throws' ]
		.map( ( name ) => [ name, LOCAL_FAULTS[ name ] ] ),
	...[ 'transaction throws', 'put is out of room', 'the transaction aborts', 'get throws', 'getAll throws', 'getAllKeys throws' ]
		.map( ( name ) => [ name, MIRROR_FAULTS[ name ] ] )
] );

const report = ( page ) => page.getByRole( 'link', { name: `Open ${ NAME }` } ).first();
const notice = ( page ) => page.getByRole( 'status' ).filter( { hasText: /trash|duplicate|storage|database/i } ).first();
const button = ( page, name ) => page.getByRole( 'button', { name } ).first();

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
	'it is deleted and taken back': async ( page ) => {
		await button( page, `Delete ${ NAME }` ).click();
		await expect( notice( page ) ).toBeVisible();
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
		const file = await downloaded( page, () => button( page, 'Save all reports to one file' ).click() );
		expect( JSON.parse( file.text ).drafts.map( ( { answers } ) => answers.mission?.text ) ).toContain( MISSION );
	},
	'its page is copied, and its earlier versions are looked at': async ( page ) => {
		await report( page ).click();
		await page.getByRole( 'link', { name: 'Review and copy' } ).click();
		await page.getByRole( 'button', { name: 'Copy wikitext' } ).click();
		await expect( page.getByText( 'Copied' ).first() ).toBeVisible();
		await page.goBack();
		await page.getByRole( 'link', { name: 'Earlier versions' } ).click();
		await expect( page.getByRole( 'heading', { level: 1, name: 'Earlier versions' } ) ).toBeVisible();
	}
};

/** The start page in a new load, with the report in its list, out of the trash if it is there. */
async function home( page ) {
	await page.goto( './' );
	await page.reload();
	const trash = page.getByRole( 'heading', { name: /^Trash/ } );
	await expect( report( page ).or( trash ).first() ).toBeVisible();
	if ( !await report( page ).isVisible() ) {
		await trash.click();
		await button( page, `Restore ${ NAME }` ).click();
	}
	await expect( report( page ) ).toBeVisible();
}

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

for ( const [ operation, run ] of Object.entries( OPERATIONS ) ) {
	test( `${ operation }, and whatever fails meanwhile loses nothing`, async ( { page, context } ) => {
		test.setTimeout( 120_000 );
		page.on( 'dialog', ( dialog ) => dialog.accept() );
		await inject( context, ...Object.values( FAULTS ), 'window.fail = false;' );
		await page.goto( './' );
		await startReport( page );
		await field( page, 'name' ).fill( NAME );
		await field( page, 'mission' ).fill( MISSION );
		await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
		for ( const fault of Object.keys( FAULTS ) ) {
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
