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
	await expect( page.getByRole( 'heading', { level: 3 } ).first() ).toBeVisible( { timeout: 20_000 } );
	return `#/draft/${ id }`;
}
