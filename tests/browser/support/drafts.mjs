// Reports that are in the browser's storage before a journey begins.

import { expect } from './test.mjs';
import { convert } from './core.mjs';

/** Stores the report that this text is, in whatever form, as a draft; gives its address. */
export async function storeReport( page, text, id = 'stored01' ) {
	const record = convert( 'json', text );
	await page.goto( './' );
	await page.evaluate( ( [ key, value ] ) => localStorage.setItem( key, value ),
		[ `affiliate-report-builder/draft/${ id }`, record ] );
	await page.reload();
	await expect( page.getByRole( 'heading', { level: 3 } ).first() ).toBeVisible();
	return `#/draft/${ id }`;
}

/** The reports' cards, by their titles. */
export const reports = ( page ) => page.getByRole( 'main' ).getByRole( 'heading', { level: 3 } ).filter( { has: page.getByRole( 'link' ) } );

/** The start page is there, and lists no report. */
export async function expectNoReport( page ) {
	await expect( page.getByRole( 'button', { name: 'Start a report' } ) ).toBeVisible();
	await expect( page.getByText( 'There is no report in this browser yet.' ) ).toBeVisible();
	await expect( reports( page ) ).toHaveCount( 0 );
}
