// Text that is dragged: from outside the page it is a report that comes in; on the page itself it goes where it is dropped.

import { expect, test } from '../support/test.mjs';
import { seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const paste = ( page ) => page.getByRole( 'textbox', { name: 'Paste the report' } );
const found = ( page ) => page.getByText( '30 of 30 questions found, 30 with an answer.' );

/** Drags with the mouse from one place of the page to another. */
async function drag( page, from, to ) {
	await page.mouse.move( from.x, from.y );
	await page.mouse.down();
	await page.mouse.move( ( from.x + to.x ) / 2, ( from.y + to.y ) / 2, { steps: 4 } );
	await page.mouse.move( to.x, to.y, { steps: 4 } );
	await page.mouse.up();
}

test.beforeEach( async ( { home: page } ) => {
	await go( page, '#/open' );
	await paste( page ).fill( seed.page );
	await expect( found( page ) ).toBeVisible();
} );

test( 'a word that is dragged within the field moves there, and the report stays', async ( { page } ) => {
	const field = paste( page );
	await field.evaluate( ( element ) => element.scrollTo( 0, 0 ) );
	await field.scrollIntoViewIfNeeded();
	const { x, y } = await field.boundingBox();
	const word = { x: x + 20, y: y + 20 };
	await page.mouse.dblclick( word.x, word.y );
	const selected = await field.evaluate( ( { value, selectionStart, selectionEnd } ) => value.slice( selectionStart, selectionEnd ) );
	expect( selected.trim() ).not.toBe( '' );
	await drag( page, word, { x: x + 20, y: y + 90 } );
	await expect( field ).not.toHaveValue( selected );
	expect( ( await field.inputValue() ).length ).toBeGreaterThan( seed.page.length / 2 );
	await page.reload();
	expect( ( await field.inputValue() ).length ).toBeGreaterThan( seed.page.length / 2 );
} );

test( 'a word that is dragged out of the list of answers does not take the report\'s place', async ( { page } ) => {
	const answer = page.getByText( seed.answers.mission ).last();
	await answer.scrollIntoViewIfNeeded();
	const { x, y } = await answer.boundingBox();
	const word = { x: x + 15, y: y + 10 };
	await page.mouse.dblclick( word.x, word.y );
	await drag( page, word, { x: x + 60, y: y + 40 } );
	await expect( found( page ) ).toBeVisible();
	await expect( paste( page ) ).toHaveValue( seed.page );
	await page.reload();
	await expect( paste( page ) ).toHaveValue( seed.page );
} );

test( 'text from outside is still taken, also after something was dragged here', async ( { page } ) => {
	const dropped = ( text ) => page.evaluate( ( plain ) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.setData( 'text/plain', plain );
		return [ 'dragover', 'drop' ].map( ( type ) =>
			!document.body.dispatchEvent( new DragEvent( type, { dataTransfer, bubbles: true, cancelable: true } ) ) );
	}, text );
	await page.evaluate( () => {
		for ( const type of [ 'dragstart', 'dragend' ] ) {
			document.body.dispatchEvent( new DragEvent( type, { bubbles: true } ) );
		}
	} );
	expect( await dropped( `A line that belongs nowhere\n${ seed.page }` ) ).toEqual( [ true, true ] );
	await expect( page.getByText( 'A line that belongs nowhere' ).last() ).toBeVisible();
} );
