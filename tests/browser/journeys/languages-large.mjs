// Every view in a real language with letters twice as large, as one sets them in the browser.

import { expect, test } from '../support/test.mjs';
import { clipped, expectNoSidewaysScrolling } from '../support/look.mjs';
import { codes, inEveryViewIn } from '../support/spoken-views.mjs';

test.use( {
	// A page that the browser has kept would ask nobody for the words.
	serviceWorkers: 'block',
	launchOptions: { executablePath: process.env.CHROMIUM, args: [ '--blink-settings=defaultFontSize=32' ] }
} );

for ( const code of codes ) {
	// 200 % of a text on 320 CSS pixels is what a phone of 640 pixels shows.
	test( `every view in ${ code } fits a phone with letters twice as large, and nothing is cut off`, async ( { page } ) => {
		test.slow();
		await page.setViewportSize( { width: 640, height: 900 } );
		await inEveryViewIn( page, code, async ( name ) => {
			await expectNoSidewaysScrolling( page, name );
			expect.soft( await clipped( page ), `cut off in ${ name }` ).toEqual( [] );
		} );
	} );
}
