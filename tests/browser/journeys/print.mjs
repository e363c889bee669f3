// The page on paper.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test( 'the report is printed, and nothing of the app around it', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/check` );
	await page.emulateMedia( { media: 'print' } );
	const { text } = questions.find( ( { id } ) => id === 'mission' );
	await expect( page.getByText( text, { exact: true } ).last() ).toBeVisible();
	await expect( page.getByText( seed.answers.mission ).last() ).toBeVisible();
	await expect( page.getByRole( 'banner' ) ).toBeHidden();
	await expect( page.getByRole( 'contentinfo' ) ).toBeHidden();
	await expect( page.getByRole( 'button' ) ).toHaveCount( 0 );
	const pdf = await page.pdf( { format: 'A4' } );
	const pages = pdf.toString( 'latin1' ).match( /\/Type\s*\/Page\b/g );
	expect( pages.length, 'sheets of paper' ).toBeLessThanOrEqual( 5 );
} );
