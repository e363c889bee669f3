// Every view in a real language: nothing beside the screen, nothing cut off, no barrier, no English left over.
//
// Arabic, German and Telugu stand for right to left, for long words and for tall letters; `LANGUAGES=all` (or codes with commas between
// them) asks for others: `LANGUAGES=all cargo xtask test browser -- languages`.

import { readdirSync } from 'node:fs';
import { expect, openMenu, test } from '../support/test.mjs';
import { clipped, expectNoBarrier, expectNoSidewaysScrolling, leftInEnglish } from '../support/look.mjs';
import { seed } from '../support/questions.mjs';
import { go, reportInPart, views } from '../support/views.mjs';
import { speak } from '../support/spoken.mjs';

const there = readdirSync( new URL( '../../../i18n', import.meta.url ) ).map( ( name ) => name.replace( '.json', '' ) )
	.filter( ( code ) => ![ 'en', 'qqq' ].includes( code ) && !code.includes( '.' ) );
const { LANGUAGES = 'ar,de,te' } = process.env;
const codes = LANGUAGES === 'all' ? there : LANGUAGES.split( ',' ).filter( ( code ) => there.includes( code ) );

// A page that the browser has kept would ask nobody for the words.
test.use( { serviceWorkers: 'block' } );

async function choose( page, code ) {
	await openMenu( page );
	await page.locator( '.header__language' ).selectOption( code );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'data-language', code );
	speak( page, code );
}

async function inEveryView( page, code, ask ) {
	const report = await reportInPart( page );
	await go( page, '#/' );
	await choose( page, code );
	for ( const [ name, open ] of views ) {
		await open( page, report );
		await ask( `${ name } (${ code })` );
		await page.keyboard.press( 'Escape' );
	}
}

for ( const code of codes ) {
	test( `every view in ${ code } is whole, without a barrier or English left over`, async ( { page } ) => {
		test.slow();
		await page.setViewportSize( { width: 1280, height: 900 } );
		await inEveryView( page, code, async ( name ) => {
			await expectNoSidewaysScrolling( page, name );
			await expectNoBarrier( page, name );
			expect.soft( await leftInEnglish( page, seed.answers.name ), `English in ${ name }` ).toEqual( [] );
		} );
	} );

	test.describe( `${ code }, letters twice as large`, () => {
		test.use( { launchOptions: { executablePath: process.env.CHROMIUM, args: [ '--blink-settings=defaultFontSize=32' ] } } );

		// 200 % of a text on 320 CSS pixels is what a phone of 640 pixels shows.
		test( `every view in ${ code } fits a phone, and nothing is cut off`, async ( { page } ) => {
			test.slow();
			await page.setViewportSize( { width: 640, height: 900 } );
			await inEveryView( page, code, async ( name ) => {
				await expectNoSidewaysScrolling( page, name );
				expect.soft( await clipped( page ), `cut off in ${ name }` ).toEqual( [] );
			} );
		} );
	} );

	test( `every view in ${ code } fits 320 pixels, and nothing is cut off`, async ( { page } ) => {
		test.slow();
		await page.setViewportSize( { width: 320, height: 640 } );
		await inEveryView( page, code, async ( name ) => {
			await expectNoSidewaysScrolling( page, name );
			expect.soft( await clipped( page ), `cut off in ${ name }` ).toEqual( [] );
		} );
	} );
}
