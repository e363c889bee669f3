// Another language: chosen, kept, in every word, and written from right to left.

import { choices, expect, openMenu, test } from '../support/test.mjs';
import { addLanguage, bareWords } from '../support/language.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling } from '../support/look.mjs';
import { field } from '../support/questions.mjs';
import { go, reportInPart, views } from '../support/views.mjs';

// Hebrew is written from right to left.
const CODE = 'he';

// A page that the browser has kept would not know of the language.
test.use( { serviceWorkers: 'block' } );

const languages = ( page ) => page.getByLabel( /^⟦?Language⟧?$/ );

async function choose( page, code ) {
	await openMenu( page );
	await languages( page ).selectOption( code );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', code );
}

test( 'with English alone there is nothing to choose', async ( { home: page } ) => {
	await openMenu( page );
	await expect( languages( page ) ).toHaveCount( 0 );
} );

test( 'a language is chosen, keeps the place and the focus, and is there again after a reload', async ( { page } ) => {
	await addLanguage( page, CODE );
	const report = await reportInPart( page );
	await go( page, `${ report }/diversity` );
	await choose( page, CODE );
	await expect( choices( page ) ).toBeFocused();
	await expect( page ).toHaveURL( /\/diversity$/ );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'dir', 'rtl' );
	await expect( page.getByRole( 'link', { name: '⟦Review and copy⟧' } ) ).toBeVisible();
	// The questions stay as on the page, and so do the answers.
	await expect( field( page, 'reportingyear' ) ).toHaveValue( '2024' );
	await page.reload();
	await expect( page.getByRole( 'link', { name: '⟦Review and copy⟧' } ) ).toBeVisible();
	await choose( page, 'en' );
	await expect( page.getByRole( 'link', { name: 'Review and copy', exact: true } ) ).toBeVisible();
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'dir', 'ltr' );
} );

test( 'a language that does not arrive is told of, and nothing else changes', async ( { home: page, watch } ) => {
	await addLanguage( page, CODE );
	await page.reload();
	await page.unroute( `**/i18n/${ CODE }.json` );
	await page.route( `**/i18n/${ CODE }.json`, ( route ) => route.abort() );
	await openMenu( page );
	await languages( page ).selectOption( CODE );
	await expect( page.getByText( 'This language did not load.' ) ).toBeVisible();
	await expect( languages( page ) ).toHaveValue( 'en' );
	watch.errors.length = 0;
} );

for ( const width of [ 1440, 320 ] ) {
	test( `every word is a message, and every view is right from right to left, at ${ width } pixels`, async ( { page } ) => {
		test.slow();
		await page.setViewportSize( { width, height: 900 } );
		await addLanguage( page, CODE );
		const report = await reportInPart( page );
		await go( page, '#/' );
		await choose( page, CODE );
		for ( const [ name, open ] of views ) {
			await open( page, report );
			expect( await bareWords( page ), `words in ${ name }` ).toEqual( [] );
			await expectNoSidewaysScrolling( page, name );
			await expectNoBarrier( page, name );
			await page.keyboard.press( 'Escape' );
		}
	} );
}
