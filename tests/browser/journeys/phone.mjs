// On a phone: the bar makes room for the keyboard on the screen.

import { expect, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

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
