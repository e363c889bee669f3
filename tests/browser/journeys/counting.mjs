// Dates, amounts and plural forms as each language has them, also where the browser has no words for it.

import { expect, openMenu, startReport, test } from '../support/test.mjs';
import { wordsOf } from '../support/language.mjs';
import { speak } from '../support/spoken.mjs';
import { field } from '../support/questions.mjs';

// A page that the browser has kept would ask nobody for the words.
test.use( { serviceWorkers: 'block' } );

async function choose( page, code ) {
	await openMenu( page );
	await page.locator( '.header__language' ).selectOption( code );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'data-language', code );
	speak( page, code );
}

/** The text of a message up to its first parameter, and what stands for that. */
const withParameters = ( text, ...parameters ) => parameters.reduce( ( rest, value, index ) => rest.replaceAll( `$${ index + 1 }`, value ), text );

// The day on which the form was compared with Meta, the first of November 2026.
for ( const [ code, date ] of [
	[ 'kk-cyrl', '2026 ж. 1 қараша' ],
	[ 'mk', '1 ноември 2026 г.' ],
	[ 'ne', '२०२६ नोभेम्बर १' ],
	[ 'ckb', '١ی تشرینی دووەمی ٢٠٢٦' ],
	[ 'ru', '1 ноября 2026 г.' ],
	[ 'fa', '۱ نوامبر ۲۰۲۶' ],
	[ 'ja', '2026年11月1日' ]
] ) {
	test( `a date in ${ code }`, async ( { home: page } ) => {
		await choose( page, code );
		await expect( page.getByText( date ) ).toBeVisible();
	} );
}

for ( const [ code, words ] of [ [ 'kk-cyrl', 'қазір' ], [ 'mk', 'сега' ], [ 'ru', 'сейчас' ], [ 'fa', 'اکنون' ] ] ) {
	test( `that something is new in ${ code }`, async ( { write: page } ) => {
		await field( page, 'name' ).fill( 'Lake Orin' );
		await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
		await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
		await choose( page, code );
		await expect( page.getByRole( 'main' ).getByText( words ).first() ).toBeVisible();
	} );
}

// A report of thirty questions, of which one has an answer.
for ( const [ code, one, all ] of [ [ 'ru', '1', '30' ], [ 'ar', '1', '30' ], [ 'fa', '۱', '۳۰' ], [ 'bn', '১', '৩০' ], [ 'ne', '१', '३०' ] ] ) {
	test( `counts in ${ code } are in its digits`, async ( { home: page } ) => {
		await startReport( page );
		await field( page, 'mission' ).fill( 'Free knowledge about the lake and its people.' );
		await choose( page, code );
		await expect( page.locator( '.bar__count' ) ).toHaveText( withParameters( wordsOf( code )[ 'ui-count' ], one, all ) );
	} );
}
