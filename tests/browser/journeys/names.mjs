// The names of languages come when they are needed, which may be later than what is typed.

import { expect, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

// The worker would fetch the list, out of reach of what holds it up here.
test.use( { serviceWorkers: 'block' } );

test( 'names that arrive after the keys are suggested all the same, to a field that is still there', async ( { write: page } ) => {
	let letThrough;
	const held = new Promise( ( resolve ) => {
		letThrough = resolve;
	} );
	await page.route( /names[^/]*\.json$/, async ( route ) => {
		await held;
		await route.continue();
	} );
	await field( page, 'languages' ).pressSequentially( 'Estoni' );
	const asked = page.waitForResponse( /names[^/]*\.json$/ );
	letThrough();
	await asked;
	await expect( page.getByRole( 'option', { name: /^Estonian/ } ) ).toBeVisible();
	await page.keyboard.press( 'Escape' );
	await expect( page.getByRole( 'option', { name: /^Estonian/ } ) ).toHaveCount( 0 );
} );
