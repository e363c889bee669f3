// Names that are suggested while one types, from a list that is loaded late.

import { expect } from '@playwright/test';
import { field } from './questions.mjs';

/** Languages are suggested, from a list that is loaded when the field is entered. */
export async function expectSuggested( page ) {
	const languages = field( page, 'languages' );
	await languages.pressSequentially( 'Esto' );
	await expect( async () => {
		// The list comes some time after the first letter, and is looked through at the next.
		await languages.press( 'Backspace' );
		await languages.press( 'o' );
		await expect( page.getByRole( 'option', { name: /^Estonian/ } ) ).toBeVisible( { timeout: 200 } );
	} ).toPass();
}
