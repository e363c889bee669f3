// On a phone: the form begins on its first screen, and nothing stands before what one writes.

import { expect, startReport, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test.use( { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } );

/** No event tells of a keyboard on the screen; what one sees of the page gets smaller. Chromium shows none here, so it is played. */
const showing = ( page, height ) => page.evaluate( ( pixels ) => {
	Object.defineProperty( visualViewport, 'height', { configurable: true, value: pixels } );
	visualViewport.dispatchEvent( new Event( 'resize' ) );
}, height );

test( 'the bar hides while the keyboard is there, and not when the browser\'s own bars come and go', async ( { write: page } ) => {
	const next = page.getByRole( 'button', { name: 'Next unanswered' } );
	await field( page, 'name' ).tap();
	await expect( next ).toBeVisible();
	await showing( page, 680 );
	await expect( next ).toBeVisible();
	await showing( page, 420 );
	await expect( next ).toBeHidden();
	await showing( page, 740 );
	await expect( next ).toBeVisible();
} );

test( 'the contents are on top, unfold, and lead to a section', async ( { write: page } ) => {
	const link = page.getByRole( 'link', { name: /^Leadership and inclusion/ } );
	await expect( link ).toBeHidden();
	await page.getByRole( 'button', { name: 'Contents' } ).tap();
	await link.tap();
	await expect( page.getByRole( 'heading', { level: 2, name: 'Leadership and inclusion' } ) ).toBeInViewport();
	await expect( link ).toBeHidden();
	await expect( page.getByRole( 'button', { name: 'Contents' } ) ).toBeInViewport();
} );

test( 'the first question and its field are on the first screen, below one row', async ( { write: page } ) => {
	const name = field( page, 'name' );
	const next = page.getByRole( 'button', { name: 'Next unanswered' } );
	await expect( next ).toBeInViewport( { ratio: 1 } );
	expect( await page.evaluate( () => scrollY ) ).toBe( 0 );
	await expect( page.getByText( questions[ 0 ].text, { exact: true } ) ).toBeInViewport( { ratio: 1 } );
	await expect( name ).toBeInViewport( { ratio: 1 } );
	const box = await name.boundingBox();
	const bar = await page.locator( '.bar' ).boundingBox();
	expect( box.y + box.height ).toBeLessThan( bar.y );
	await name.fill( 'Wikimedians of the whole of the Lake Orin district and its neighbours' );
	await field( page, 'reportingyear' ).fill( '2026' );
	await expect( page.getByRole( 'banner' ).getByText( 'Saved in this browser' ) ).toBeVisible();
	expect( ( await page.getByRole( 'banner' ).boundingBox() ).height ).toBeLessThanOrEqual( 64 );
	await page.evaluate( () => scrollTo( 0, 0 ) );
	const row = [
		page.getByRole( 'link', { name: 'Affiliate Report Builder' } ), page.getByText( 'Saved in this browser' ), page.getByRole( 'button', { name: 'Menu' } )
	];
	for ( const part of row ) {
		await expect( part ).toBeInViewport( { ratio: 1 } );
	}
} );

test( 'the notation is explained once, at the first question that takes it', async ( { write: page } ) => {
	const help = page.getByText( /^Long answers can have bold words/ );
	await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
	await expect( help ).toHaveCount( 1 );
	await expect( page.locator( '#question-mission' ).getByText( /^Long answers can have bold words/ ) ).toBeVisible();
} );

test( 'the menu holds what is seldom changed, and closes by a press elsewhere and by Escape', async ( { write: page } ) => {
	const menu = page.getByRole( 'button', { name: 'Menu' } );
	const theme = page.getByRole( 'combobox', { name: 'Theme' } );
	await expect( theme ).toBeHidden();
	await menu.tap();
	await expect( theme ).toBeInViewport( { ratio: 1 } );
	await expect( page.getByRole( 'button', { name: 'Keys' } ) ).toBeInViewport( { ratio: 1 } );
	await page.touchscreen.tap( 30, 600 );
	await expect( theme ).toBeHidden();
	await menu.press( 'Enter' );
	await expect( theme ).toBeVisible();
	await page.keyboard.press( 'Tab' );
	await page.keyboard.press( 'Escape' );
	await expect( theme ).toBeHidden();
	await expect( menu ).toBeFocused();
} );

for ( const at of [ 'where the field stands at first', 'at the bottom', 'at the top' ] ) {
	test( `names that are suggested are never behind the bar: ${ at }`, async ( { write: page } ) => {
		const languages = field( page, 'languages' );
		await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
		await languages.focus();
		if ( at !== 'where the field stands at first' ) {
			await languages.evaluate( ( element, block ) => element.scrollIntoView( { block } ), at === 'at the top' ? 'start' : 'end' );
		}
		const before = ( await languages.boundingBox() ).y;
		await page.keyboard.type( 'Ka' );
		const options = page.getByRole( 'listbox' ).getByRole( 'option' );
		await expect( options.first() ).toBeVisible();
		// The list is on top wherever it stands: each name can be pressed.
		await expect.poll( () => options.evaluateAll( ( all ) => all.filter( ( option ) => {
			const { left, top, width, height } = option.getBoundingClientRect();
			return ![ top + 2, top + height - 2 ].every( ( y ) => option.contains( document.elementFromPoint( left + width / 2, y ) ) );
		} ).map( ( { textContent } ) => textContent ) ) ).toEqual( [] );
		// The field stays where one types.
		expect( Math.abs( ( await languages.boundingBox() ).y - before ) ).toBeLessThanOrEqual( 1 );
		await options.first().tap();
		await expect( languages ).not.toHaveValue( 'Ka' );
		await expect( languages ).toBeFocused();
	} );
}

test( 'with all answered the sentence has a line of its own', async ( { page } ) => {
	await go( page, await storeReport( page, seed.page ) );
	const done = page.locator( '.bar' ).getByText( /^All 30 questions have an answer/ );
	await expect( done ).toBeInViewport( { ratio: 1 } );
	const sentence = await done.boundingBox();
	const on = await page.locator( '.bar' ).getByRole( 'link' ).boundingBox();
	expect( sentence.y + sentence.height ).toBeLessThanOrEqual( on.y );
	expect( sentence.width ).toBeGreaterThan( 200 );
} );
