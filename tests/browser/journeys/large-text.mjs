// Letters twice as large, as one sets them in the browser.

import { expect, startReport, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling } from '../support/look.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go, inEveryView } from '../support/views.mjs';

test.use( { launchOptions: { executablePath: process.env.CHROMIUM, args: [ '--blink-settings=defaultFontSize=32' ] } } );

for ( const width of [ 640, 1280 ] ) {
	test( `every view fits ${ width } pixels, without a barrier`, async ( { page } ) => {
		test.slow();
		await page.setViewportSize( { width, height: 800 } );
		await inEveryView( page, async ( name ) => {
			expect( await page.evaluate( () => getComputedStyle( document.documentElement ).fontSize ) ).toBe( '32px' );
			await expectNoSidewaysScrolling( page, name );
			await expectNoBarrier( page, name );
		} );
	} );
}

test.describe( 'on a phone', () => {
	test.use( { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } );

	test( 'the bar leaves the page free, with nothing and with all answered', async ( { page } ) => {
		await page.goto( './' );
		await startReport( page );
		const bar = page.locator( '.bar' );
		const expectRoom = async ( id ) => {
			await expect( bar ).toBeAttached();
			expect( await page.evaluate( () => getComputedStyle( document.documentElement ).fontSize ) ).toBe( '32px' );
			await expect.poll( () => bar.evaluate( ( element ) => getComputedStyle( element ).position === 'sticky' &&
				element.offsetHeight > innerHeight / 5 ) ).toBe( false );
			await field( page, id ).scrollIntoViewIfNeeded();
			await field( page, id ).tap();
			await expect( field( page, id ) ).toBeInViewport();
			const free = await page.evaluate( () => [ 0.3, 0.5, 0.7 ].filter( ( part ) =>
				document.elementFromPoint( innerWidth / 2, innerHeight * part )?.closest( '.bar, .contents' ) ) );
			expect( free ).toEqual( [] );
		};
		await expectRoom( 'name' );
		await go( page, await storeReport( page, seed.page ) );
		await expect( page.getByText( /^All 30 questions have an answer/ ) ).toBeAttached();
		await expectRoom( 'mission' );
		// It waits at the end, in words that are not broken. All questions have to be drawn: until then the end moves on.
		await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
		await bar.scrollIntoViewIfNeeded();
		const done = bar.getByText( /^All 30 questions have an answer/ );
		await expect( done ).toBeInViewport();
		expect( ( await done.boundingBox() ).width ).toBeGreaterThan( 200 );
	} );
} );
