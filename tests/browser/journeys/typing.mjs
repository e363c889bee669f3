// What one types stays as one types it: composed text, the cursor, one line where one is meant.

import { expect, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

/** Composes a text step by step, as an input method does, and commits it. */
async function compose( page, steps ) {
	const client = await page.context().newCDPSession( page );
	for ( const text of steps ) {
		await client.send( 'Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length } );
	}
	await client.send( 'Input.insertText', { text: steps.at( -1 ) } );
}

const COMPOSED = [
	[ 'Japanese', [ 'n', 'に', 'にh', 'にほ', 'にほn', 'にほん', '日本' ], '日本' ],
	// Jamo by jamo; a field that normalized meanwhile would break the syllable off.
	[ 'Korean', [ 'ㅎ', '하', '한', '한ㄱ', '한구', '한국' ], '한국' ],
	[ 'Vietnamese', [ 'Vi', 'Viê', 'Việ', 'Việt' ], 'Việt' ]
];

for ( const [ language, steps, text ] of COMPOSED ) {
	test( `${ language } is composed without being touched`, async ( { write: page } ) => {
		const mission = field( page, 'mission' );
		await mission.click();
		await page.keyboard.type( 'A ' );
		await compose( page, steps );
		await page.keyboard.type( ' b' );
		await expect( mission ).toHaveValue( `A ${ text } b` );
		await mission.press( 'Tab' );
		await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
		await page.reload();
		await expect( mission ).toHaveValue( `A ${ text } b` );
	} );
}

test( 'typing in the middle of a text leaves the cursor there', async ( { write: page } ) => {
	const mission = field( page, 'mission' );
	await mission.fill( 'One three' );
	for ( let step = 0; step < 'three'.length; step++ ) {
		await mission.press( 'ArrowLeft' );
	}
	await mission.pressSequentially( 'two ' );
	await expect( mission ).toHaveValue( 'One two three' );
} );

test.describe( 'behind Not applicable', () => {
	const press = ( page ) => page.locator( '#question-mission' ).getByRole( 'button', { name: 'Not applicable' } );

	test( 'what is typed is the reason, and the colon comes by itself', async ( { write: page } ) => {
		const mission = field( page, 'mission' );
		await press( page ).click();
		await mission.press( 'End' );
		await mission.pressSequentially( ' we are new' );
		await expect( mission ).toHaveValue( 'Not applicable: we are new' );
		await expect( press( page ) ).toHaveAttribute( 'aria-pressed', 'true' );
	} );

	test( 'a colon that is not wanted is taken out, and stays out', async ( { write: page } ) => {
		const mission = field( page, 'mission' );
		await press( page ).click();
		await mission.press( 'End' );
		await mission.pressSequentially( ' t' );
		await expect( mission ).toHaveValue( 'Not applicable: t' );
		await mission.press( 'Control+z' );
		await expect( mission ).toHaveValue( 'Not applicable t' );
		await mission.press( 'End' );
		await mission.pressSequentially( 'o us' );
		await expect( mission ).toHaveValue( 'Not applicable to us' );
		// It is an answer like any other now.
		await expect( press( page ) ).toHaveCount( 0 );
	} );

	test( 'words that were typed by hand are left alone', async ( { write: page } ) => {
		const mission = field( page, 'mission' );
		await mission.pressSequentially( 'Not applicable to us' );
		await expect( mission ).toHaveValue( 'Not applicable to us' );
	} );

	test( 'a composed reason is touched only once it is there', async ( { write: page } ) => {
		const mission = field( page, 'mission' );
		await press( page ).click();
		await mission.press( 'End' );
		await compose( page, [ 'ㅅ', '새', '새로' ] );
		await expect( mission ).toHaveValue( 'Not applicable: 새로' );
	} );
} );

test.describe( 'where one line is meant', () => {
	/** Pastes plain text as browsers do. */
	const paste = async ( page, text ) => {
		await page.evaluate( ( words ) => navigator.clipboard.writeText( words ), text );
		await page.keyboard.press( 'Control+v' );
	};

	test.beforeEach( ( { context } ) => context.grantPermissions( [ 'clipboard-read', 'clipboard-write' ] ) );

	test( 'Enter makes no second one, and the line ends around a cell of a table do not come along', async ( { write: page } ) => {
		const name = field( page, 'name' );
		await name.pressSequentially( 'Lake' );
		await name.press( 'Enter' );
		await paste( page, ' Maren\r\n' );
		await expect( name ).toHaveValue( 'Lake Maren' );
		await name.press( 'Control+z' );
		await expect( name ).toHaveValue( 'Lake' );
	} );

	test( 'several that are pasted stay several', async ( { write: page } ) => {
		const languages = field( page, 'languages' );
		await languages.click();
		await paste( page, 'English\nFrench' );
		await languages.press( 'Enter' );
		await languages.pressSequentially( 'Dutch' );
		await expect( languages ).toHaveValue( 'English\nFrench\nDutch' );
	} );
} );
