// What is pressed does not move away under the mouse: what comes up waits until the button is released.

import { expect, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

test( 'a slow press reaches its button although advice is due above it', async ( { write: page } ) => {
	const [ mission, goals ] = [ 'mission', 'goals' ].map( ( id ) => field( page, id ) );
	const bold = page.locator( '#question-goals' ).getByRole( 'button', { name: 'Bold' } );
	const advice = page.getByRole( 'button', { name: 'Use wiki notation' } );
	await goals.fill( 'A plan' );
	await mission.pressSequentially( 'We met **twice** and wrote a plan.' );
	await expect( advice ).toBeHidden();
	await bold.hover();
	const before = await bold.boundingBox();
	await page.mouse.down();
	// Longer than a field is left before its advice comes up, and than a pause in typing.
	await page.waitForTimeout( 3500 );
	await expect( advice ).toBeHidden();
	expect( await bold.boundingBox() ).toEqual( before );
	await page.mouse.up();
	await expect( goals ).toHaveValue( /'''/ );
	await expect( advice ).toBeVisible();
	expect( ( await bold.boundingBox() ).y ).toBeGreaterThan( before.y );
} );
