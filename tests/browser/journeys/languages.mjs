// Every view in a real language: nothing beside the screen, nothing cut off, no barrier, no English left over.

import { expect, test } from '../support/test.mjs';
import { clipped, expectNoBarrier, expectNoSidewaysScrolling, leftInEnglish } from '../support/look.mjs';
import { seed } from '../support/questions.mjs';
import { codes, inEveryViewIn } from '../support/spoken-views.mjs';

// A page that the browser has kept would ask nobody for the words.
test.use( { serviceWorkers: 'block' } );

for ( const code of codes ) {
	test( `every view in ${ code } is whole, without a barrier or English left over`, async ( { page } ) => {
		test.slow();
		await page.setViewportSize( { width: 1280, height: 900 } );
		await inEveryViewIn( page, code, async ( name ) => {
			await expectNoSidewaysScrolling( page, name );
			await expectNoBarrier( page, name );
			expect.soft( await leftInEnglish( page, seed.answers.name ), `English in ${ name }` ).toEqual( [] );
		} );
	} );

	test( `every view in ${ code } fits 320 pixels, and nothing is cut off`, async ( { page } ) => {
		test.slow();
		await page.setViewportSize( { width: 320, height: 640 } );
		await inEveryViewIn( page, code, async ( name ) => {
			await expectNoSidewaysScrolling( page, name );
			expect.soft( await clipped( page ), `cut off in ${ name }` ).toEqual( [] );
		} );
	} );
}
