// Letters twice as large, as one sets them in the browser.

import { expect, test } from '../support/test.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling } from '../support/look.mjs';
import { inEveryView } from '../support/views.mjs';

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
