// Another language: chosen, kept, in every word, and written from right to left.

import { choices, expect, openMenu, startReport, test } from '../support/test.mjs';
import { addLanguage, bareWords, filesOf, wordsOf } from '../support/language.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling } from '../support/look.mjs';
import { field, questions } from '../support/questions.mjs';
import { speak } from '../support/spoken.mjs';
import { go, reportInPart, views } from '../support/views.mjs';

// Arabic is written from right to left, and has six plural forms.
const CODE = 'ar';

// A page that the browser has kept would ask nobody for the words.
test.use( { serviceWorkers: 'block' } );

/** The list of languages, whatever it is called: the names in it are the languages' own. */
const languages = ( page ) => page.locator( '#menu' ).getByRole( 'combobox' ).filter( { has: page.getByRole( 'option', { name: 'English' } ) } );

async function choose( page, code, tag = code ) {
	await openMenu( page );
	await languages( page ).selectOption( code );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', tag );
}

/** Chooses a language in its own words, which are not in brackets. */
async function chooseOwn( page, code ) {
	await choose( page, code );
	speak( page, code );
}

test( 'the languages are offered by their own names', async ( { home: page } ) => {
	await openMenu( page );
	await expect( languages( page ) ).toHaveAccessibleName( 'Language' );
	await expect( languages( page ) ).toHaveValue( 'en' );
	await expect( languages( page ).getByRole( 'option', { name: 'русский' } ) ).toHaveAttribute( 'lang', 'ru' );
	await expect( languages( page ).getByRole( 'option', { name: 'қазақша' } ) ).toHaveAttribute( 'lang', 'kk' );
	await expect( languages( page ).getByRole( 'option', { name: 'العربية' } ) ).toHaveAttribute( 'dir', 'rtl' );
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
	await expect( field( page, 'reportingyear' ) ).toHaveValue( '2024' );
	await page.reload();
	await expect( page.getByRole( 'link', { name: '⟦Review and copy⟧' } ) ).toBeVisible();
	await choose( page, 'en' );
	await expect( page.getByRole( 'link', { name: 'Review and copy', exact: true } ) ).toBeVisible();
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'dir', 'ltr' );
} );

test( 'where one is, what is selected and what was typed stay', async ( { page } ) => {
	const report = await reportInPart( page );
	// Without the way to the menu, which is at the top.
	const choosesFromHere = ( code ) => page.locator( '.header__language' ).evaluate( ( list, value ) => {
		list.value = value;
		list.dispatchEvent( new Event( 'change', { bubbles: true } ) );
	}, code );
	const goals = page.locator( '#answer-goals' );
	const top = () => page.locator( '#question-goals' ).evaluate( ( element ) => Math.round( element.getBoundingClientRect().top ) );
	await go( page, `${ report }/goals` );
	await expect( page.locator( '.question' ) ).toHaveCount( questions.length );
	await goals.evaluate( ( element ) => element.setSelectionRange( 3, 9 ) );
	await page.mouse.wheel( 0, 120 );
	await expect.poll( () => page.evaluate( () => scrollY ) ).toBeGreaterThan( 0 );
	await page.evaluate( () => new Promise( requestAnimationFrame ) );
	const before = await top();
	await choosesFromHere( 'de' );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', 'de' );
	await expect.poll( () => goals.evaluate( ( element ) => [ element.selectionStart, element.selectionEnd ] ) ).toEqual( [ 3, 9 ] );
	// Questions above it may be longer now.
	await expect.poll( async () => Math.abs( await top() - before ) ).toBeLessThan( 150 );
	await go( page, '#/open' );
	await page.locator( 'main textarea' ).first().fill( 'Nothing of a report' );
	await choosesFromHere( 'en' );
	await expect( page.getByRole( 'textbox', { name: 'Paste the report' } ) ).toHaveValue( 'Nothing of a report' );
} );

test( 'a language that does not arrive is told of, and nothing else changes', async ( { home: page, watch } ) => {
	await page.route( filesOf( CODE ), ( route ) => route.abort() );
	await openMenu( page );
	await languages( page ).selectOption( CODE );
	await expect( page.getByText( 'This language did not load.' ) ).toBeVisible();
	await expect( languages( page ) ).toHaveValue( 'en' );
	watch.errors.length = 0;
} );

test( 'a question stands in the chosen language, with the English wording beside it', async ( { home: page } ) => {
	const words = wordsOf( 'ru' );
	await choose( page, 'ru' );
	await page.getByRole( 'button', { name: words[ 'ui-start-report' ] } ).click();
	for ( const { id, text, help } of questions.filter( ( question ) => !question.help.includes( '{' ) ).slice( 0, 12 ) ) {
		const named = page.getByRole( 'textbox', { name: words[ `form-2024-question-${ id }` ], exact: true } )
			.or( page.getByRole( 'combobox', { name: words[ `form-2024-question-${ id }` ], exact: true } ) );
		await expect( named ).toHaveAccessibleDescription( new RegExp( `^${ text.replace( /[?()./]/g, '\\$&' ) }` ) );
		await expect( named ).not.toHaveAccessibleDescription( new RegExp( help.replace( /[?()./]/g, '\\$&' ) ) );
		await expect( page.locator( `#question-${ id }` ).getByText( text, { exact: true } ) ).toHaveAttribute( 'lang', 'en' );
	}
	await expect( page.getByRole( 'heading', { level: 2, name: words[ 'form-2024-section-1' ] } ) ).toBeVisible();
} );

test( 'the page that goes to Meta is the same in every language', async ( { page } ) => {
	const report = await reportInPart( page );
	const copied = async ( words ) => {
		await go( page, `${ report }/review` );
		await page.evaluate( () => {
			window.copied = null;
			navigator.clipboard.writeText = ( text ) => {
				window.copied = text;
				return Promise.resolve();
			};
			navigator.clipboard.write = undefined;
		} );
		await page.getByRole( 'button', { name: words[ 'ui-copy-wikitext' ], exact: true } ).click();
		await expect.poll( () => page.evaluate( () => window.copied ) ).toBeTruthy();
		return page.evaluate( () => window.copied );
	};
	const inEnglish = await copied( wordsOf( 'en' ) );
	for ( const code of [ 'ru', 'ar' ] ) {
		await chooseOwn( page, code );
		expect( await copied( wordsOf( code ) ), code ).toBe( inEnglish );
	}
} );

test.describe( 'a browser that prefers', () => {
	for ( const [ locale, lang, dir, code ] of [ [ 'ru-RU', 'ru', 'ltr', 'ru' ], [ 'kk-KZ', 'kk', 'ltr', 'kk-cyrl' ], [ 'tt', 'ru', 'ltr', 'ru' ], [ 'arz', 'ar', 'rtl', 'ar' ], [ 'zh-CN', 'zh-Hans', 'ltr', 'zh-hans' ] ] ) {
		test.describe( locale, () => {
			test.use( { locale } );

			test( `is shown ${ code } first`, async ( { page } ) => {
				const words = wordsOf( code );
				speak( page, code );
				await page.goto( './' );
				await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', lang );
				await expect( page.locator( 'html' ) ).toHaveAttribute( 'dir', dir );
				await page.getByRole( 'button', { name: words[ 'ui-start-report' ] } ).click();
				await expect( page.getByRole( 'textbox', { name: words[ 'form-2024-question-name' ], exact: true } ) ).toBeVisible();
				await expect( page ).toHaveTitle( new RegExp( words[ 'ui-app-name' ] ) );
				// English, once it was chosen, stays.
				await expect( page.locator( '#menu' ) ).toBeAttached();
				await chooseOwn( page, 'en' );
				await page.reload();
				await expect( page.getByRole( 'heading', { level: 1 } ) ).toBeVisible();
				await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', 'en' );
			} );
		} );
	}

	test.describe( 'sv', () => {
		test.use( { locale: 'sv-SE' } );

		test( 'a language that there is not is shown English', async ( { page } ) => {
			await page.goto( './' );
			await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', 'en' );
			await startReport( page );
		} );
	} );
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

test( 'the language that was chosen last is shown, also where an earlier one comes later', async ( { page } ) => {
	await page.goto( './' );
	let release;
	const released = new Promise( ( resolve ) => {
		release = resolve;
	} );
	await page.route( filesOf( 'de' ), async ( route ) => {
		await released;
		await route.continue();
	} );
	await openMenu( page );
	await languages( page ).selectOption( 'de' );
	await languages( page ).selectOption( 'fr' );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', 'fr' );
	const late = page.waitForResponse( ( response ) => filesOf( 'de' )( new URL( response.url() ) ) );
	release();
	await late;
	// German would be shown in the moment after its words have come.
	await page.waitForTimeout( 300 );
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', 'fr' );
	await page.reload();
	await expect( page.locator( 'html' ) ).toHaveAttribute( 'lang', 'fr' );
} );
