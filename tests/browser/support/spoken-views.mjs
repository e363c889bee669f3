// Every view in a real language.
//
// Arabic, German and Telugu stand for right to left, for long words and for tall letters; `LANGUAGES=all` (or codes with commas between
// them) asks for others: `LANGUAGES=all cargo xtask test browser -- languages`.

import { readdirSync } from 'node:fs';
import { expect, openMenu } from './test.mjs';
import { speak } from './spoken.mjs';
import { go, reportInPart, views } from './views.mjs';

const there = readdirSync( new URL( '../../../i18n', import.meta.url ) ).map( ( name ) => name.replace( '.json', '' ) )
	.filter( ( code ) => ![ 'en', 'qqq' ].includes( code ) && !code.includes( '.' ) );
const { LANGUAGES = 'ar,de,te' } = process.env;

/** The codes of the languages that are gone through. */
export const codes = LANGUAGES === 'all' ? there : LANGUAGES.split( ',' ).filter( ( code ) => there.includes( code ) );

async function choose( page, code ) {
	await openMenu( page );
	await page.locator( '.header__language' ).selectOption( code );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'data-language', code );
	speak( page, code );
}

/** Goes through all views in a language with a report in part, and asks something of each. */
export async function inEveryViewIn( page, code, ask ) {
	const report = await reportInPart( page );
	await go( page, '#/' );
	await choose( page, code );
	for ( const [ name, open ] of views ) {
		await open( page, report );
		await ask( `${ name } (${ code })` );
		await page.keyboard.press( 'Escape' );
	}
}
