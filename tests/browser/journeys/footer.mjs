// Nothing is out of sight: the footer's links are never behind the bar, and no question is cut.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { expectNoSidewaysScrolling } from '../support/look.mjs';
import { field, questions } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

for ( const [ width, height ] of [ [ 320, 640 ], [ 360, 740 ], [ 768, 1024 ], [ 1280, 800 ], [ 1920, 1080 ] ] ) {
	test( `at ${ width } pixels the footer's links can be pressed, and the bar stays in sight`, async ( { write: page } ) => {
		await page.setViewportSize( { width, height } );
		await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
		const next = page.getByRole( 'button', { name: 'Next unanswered' } );
		await expect( next ).toBeInViewport();
		await page.evaluate( () => scrollTo( 0, document.documentElement.scrollHeight ) );
		const hidden = await page.getByRole( 'contentinfo' ).evaluate( ( footer ) => [ ...footer.querySelectorAll( 'p, a, li' ) ].filter( ( element ) => {
			const { left, top, width: across, height: down } = element.getBoundingClientRect();
			const there = document.elementFromPoint( left + Math.min( across, 60 ) / 2, top + down / 2 );
			return !element.contains( there ) && !there?.contains( element );
		} ).map( ( element ) => element.textContent ) );
		expect( hidden ).toEqual( [] );
		await expect( next ).toBeInViewport( { ratio: 1 } );
		await expectNoSidewaysScrolling( page, 'Write' );
		await page.evaluate( () => scrollTo( 0, 300 ) );
		await expect( next ).toBeInViewport( { ratio: 1 } );
	} );
}

/** The spacing that readers may want (WCAG 2.1, success criterion 1.4.12). */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

for ( const width of [ 360, 1280 ] ) {
	test( `at ${ width } pixels no question of a finding is cut, with wide spacing either`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 800 } );
		const report = await storeReport( page, `${ questions[ 0 ].text }\nLake Orin\n` );
		await go( page, `${ report }/review` );
		for ( const style of [ '', SPACING ] ) {
			await page.evaluate( ( css ) => {
				const sheet = new CSSStyleSheet();
				sheet.replaceSync( css );
				document.adoptedStyleSheets = [ sheet ];
				document.querySelectorAll( 'details' ).forEach( ( details ) => {
					details.open = true;
				} );
			}, style );
			const links = page.getByRole( 'listitem' ).getByRole( 'link' ).filter( { hasText: questions.find( ( { text } ) => text.length > 200 ).text } );
			await expect( links.first() ).toBeVisible();
			const cut = await page.locator( '.finding__question' ).evaluateAll( ( all ) =>
				all.filter( ( { scrollHeight, clientHeight } ) => scrollHeight > clientHeight + 1 ).map( ( { textContent } ) => textContent ) );
			expect( cut ).toEqual( [] );
		}
	} );
}
