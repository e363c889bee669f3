// A slow phone draws the questions one by one, when it has nothing else to do: what is there can be used, and who goes further gets them all.

import { expect, startReport, test } from '../support/test.mjs';
import { field, form, questions } from '../support/questions.mjs';

const [ FIRST, LAST ] = [ questions.at( 0 ).id, questions.at( -1 ).id ];

/** From now on the browser is never idle until it is let be. */
async function keepBusy( page ) {
	await page.evaluate( () => {
		const held = [];
		const request = window.requestIdleCallback.bind( window );
		window.requestIdleCallback = ( callback ) => held.push( callback );
		window.letBeIdle = () => {
			window.requestIdleCallback = request;
			held.forEach( ( callback ) => request( callback ) );
		};
	} );
}

async function startSlowly( page ) {
	await keepBusy( page );
	await startReport( page );
	await expect( field( page, FIRST ) ).toBeVisible();
	await expect( field( page, LAST ) ).toHaveCount( 0 );
}

test( 'the first questions can be answered before the others are there', async ( { home: page } ) => {
	await startSlowly( page );
	await field( page, FIRST ).fill( 'Wikimedia Valdora' );
	await expect( page.getByText( '1 of 30', { exact: true } ) ).toBeVisible();
	await page.evaluate( () => window.letBeIdle() );
	await expect( field( page, LAST ) ).toBeVisible();
	await expect( field( page, FIRST ) ).toHaveValue( 'Wikimedia Valdora' );
} );

test( 'who goes further gets all of them', async ( { home: page } ) => {
	await startSlowly( page );
	const section = new RegExp( `^${ form.sections.at( -1 ).title }` );
	await page.getByRole( 'navigation', { name: 'Contents' } ).getByRole( 'link', { name: section } ).click();
	await expect( field( page, LAST ) ).toBeVisible();
} );
