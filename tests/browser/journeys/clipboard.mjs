// *Copied* is said only when it is so. Else it is said that it is not, with the wikitext unfolded and selected.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const copy = ( page ) => page.getByRole( 'button', { name: 'Copy wikitext' } );
const copied = ( page ) => page.getByText( /^Copied/ );
const source = ( page ) => page.getByRole( 'textbox', { name: 'The wikitext' } );

/** A clipboard that refuses: the app copies in another way. */
const refuse = ( page ) => page.addInitScript( () => {
	navigator.clipboard.writeText = () => Promise.reject( new DOMException( 'on purpose', 'NotAllowedError' ) );
} );

async function expectByHand( page, words ) {
	await expect( page.getByText( words ) ).toBeVisible( { timeout: 10_000 } );
	await expect( copied( page ) ).toHaveCount( 0 );
	await expect( source( page ) ).toBeVisible();
	expect( await source( page ).evaluate( ( { value, selectionStart, selectionEnd } ) => value.slice( selectionStart, selectionEnd ) ) )
		.toContain( seed.answers.mission );
}

const REFUSED = 'The browser did not let us copy.';

const TROUBLES = {
	'somebody takes the focus': () => document.addEventListener( 'focusin', ( { target } ) => target.parentElement === document.body && target.blur() ),
	'somebody takes the selection': () => document.addEventListener( 'copy', ( { target } ) => target.setSelectionRange && target.setSelectionRange( 0, 3 ), true ),
	'a listener cancels': () => document.addEventListener( 'copy', ( event ) => event.preventDefault() ),
	'a listener swallows the event': () => window.addEventListener( 'copy', ( event ) => {
		event.preventDefault();
		event.stopImmediatePropagation();
	}, true ),
	'the command throws': () => {
		document.execCommand = () => {
			throw new Error( 'on purpose' );
		};
	}
};

for ( const [ trouble, script ] of Object.entries( TROUBLES ) ) {
	test( `the clipboard refuses, and ${ trouble }: nothing is said to be copied`, async ( { page } ) => {
		await refuse( page );
		await page.addInitScript( script );
		const report = await storeReport( page, seed.page );
		await go( page, `${ report }/review` );
		// Twice: it is unfolded and selected each time.
		for ( const _ of [ 1, 2 ] ) {
			await copy( page ).click();
			if ( trouble !== 'somebody takes the selection' ) {
				await expectByHand( page, REFUSED );
			} else {
				await expect( page.getByText( REFUSED ) ).toBeVisible();
				await expect( copied( page ) ).toHaveCount( 0 );
			}
		}
		await page.reload();
		await expect( copy( page ) ).toBeVisible();
		await expect( copied( page ) ).toHaveCount( 0 );
	} );
}

test( 'where nobody interferes, the other way works', async ( { page, context } ) => {
	await context.grantPermissions( [ 'clipboard-read', 'clipboard-write' ] );
	await refuse( page );
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await copy( page ).click();
	await expect( copied( page ) ).toBeVisible();
	expect( await page.evaluate( () => navigator.clipboard.readText() ) ).toContain( seed.answers.mission );
} );

test( 'the clipboard never answers: that is said after a few seconds, and what it answers after all, too', async ( { page } ) => {
	await page.addInitScript( () => {
		navigator.clipboard.writeText = () => new Promise( ( done ) => {
			window.answer = done;
		} );
	} );
	const report = await storeReport( page, seed.page );
	await go( page, `${ report }/review` );
	await copy( page ).click();
	await expectByHand( page, 'The browser does not answer whether it has copied.' );
	await page.evaluate( () => window.answer() );
	await expect( copied( page ) ).toBeVisible();
} );
