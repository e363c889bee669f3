// The page on paper.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test( 'the report is printed, and nothing of the app around it', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await page.emulateMedia( { media: 'print' } );
	const { text } = questions.find( ( { id } ) => id === 'mission' );
	await expect( page.getByText( text, { exact: true } ).last() ).toBeVisible();
	await expect( page.getByText( seed.answers.mission ).last() ).toBeVisible();
	await expect( page.getByRole( 'banner' ) ).toBeHidden();
	await expect( page.getByRole( 'contentinfo' ) ).toBeHidden();
	await expect( page.getByRole( 'button' ) ).toHaveCount( 0 );
	const pdf = await page.pdf( { format: 'A4' } );
	const pages = pdf.toString( 'latin1' ).match( /\/Type\s*\/Page\b/g );
	expect( pages.length, 'sheets of paper' ).toBeLessThanOrEqual( 5 );
} );

test( 'the report as one text is printed as a whole', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/text` );
	const whole = page.getByRole( 'textbox', { name: 'The whole report' } );
	await expect( whole ).toHaveValue( new RegExp( seed.answers.mission ) );
	const sheets = async () => ( await page.pdf( { format: 'A4' } ) ).toString( 'latin1' ).match( /\/Type\s*\/Page\b/g ).length;
	const before = await sheets();
	expect( before, 'sheets of paper' ).toBeGreaterThan( 2 );
	// What was typed a moment ago is on paper, too.
	await whole.fill( `${ await whole.inputValue() }\n${ 'One more line of many\n'.repeat( 200 ) }` );
	expect( await sheets(), 'sheets of paper' ).toBeGreaterThan( before + 2 );
	await page.emulateMedia( { media: 'print' } );
	await expect( whole ).toBeHidden();
	await expect( page.getByText( seed.answers.mission ).last() ).toBeVisible();
} );

for ( const [ view, where ] of [ [ 'the questions', '' ], [ 'the earlier versions', '/history' ] ] ) {
	test( `where one prints ${ view }, the page is on paper`, async ( { page } ) => {
		const report = await storeReport( page, seed.page );
		await go( page, report + where );
		// What draws the page comes a moment after the form.
		if ( !where ) {
			await expect( page.getByRole( 'complementary' ).getByRole( 'table' ) ).toBeVisible();
		}
		const paper = page.locator( '.paper' );
		// The browser says so before it prints, and after.
		await page.evaluate( () => dispatchEvent( new Event( 'beforeprint' ) ) );
		await page.emulateMedia( { media: 'print' } );
		await expect( paper.getByRole( 'row' ).filter( { hasText: questions.find( ( { id } ) => id === 'mission' ).text } ) ).toContainText( seed.answers.mission );
		await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeHidden();
		await expect( page.getByRole( 'textbox' ) ).toHaveCount( 0 );
		await page.emulateMedia( { media: null } );
		await page.evaluate( () => dispatchEvent( new Event( 'afterprint' ) ) );
		await expect( paper ).toBeEmpty();
		const pdf = await page.pdf( { format: 'A4' } );
		expect( pdf.toString( 'latin1' ).match( /\/Type\s*\/Page\b/g ).length, 'sheets of paper' ).toBeLessThanOrEqual( 5 );
	} );
}
