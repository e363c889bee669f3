// What one keystroke makes anew: its field, its cell of the page beside, its counts, and nothing else.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

test.use( { viewport: { width: 1440, height: 900 } } );

/** Begins to note every change to the page, as the part of it that has changed. */
const watch = ( page ) => page.evaluate( () => {
	// What each count is called, as it is before the change.
	const names = new Map( [ ...document.querySelectorAll( 'nav li, [role="progressbar"], .bar__count, .contents__time' ) ]
		.map( ( element ) => [ element, element.getAttribute( 'aria-label' ) || element.textContent.replace( /:[^:]*$/, '' ) ] ) );
	const part = ( node ) => {
		const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
		const question = element.closest( '[data-question]' );
		if ( question ) {
			return `${ element.closest( 'aside' ) ? 'cell' : 'question' } ${ question.dataset.question }`;
		}
		const counted = element.closest( 'nav li, [role="progressbar"], .bar__count, .contents__time' );
		if ( counted ) {
			return `count ${ names.get( counted ) }`;
		}
		return element.closest( 'header' ) ? 'header' : `elsewhere: ${ element.outerHTML.slice( 0, 120 ) }`;
	};
	const seen = new Set();
	const note = ( records ) => records.forEach( ( { target } ) => seen.add( part( target ) ) );
	const observer = new MutationObserver( note );
	observer.observe( document, { subtree: true, childList: true, characterData: true, attributes: true } );
	// Elements that are taken away and put there again as new ones would be noted. So would be new values of other fields:
	const fields = [ ...document.querySelectorAll( 'textarea, input' ) ].map( ( element ) => [ element, element.value ] );
	window.changes = () => {
		note( observer.takeRecords() );
		const changed = fields.filter( ( [ element, value ] ) => element.value !== value || !element.isConnected );
		return { parts: [ ...seen ].sort(), fields: changed.map( ( [ element ] ) => element.id ) };
	};
} );

/** What has changed once everything is drawn. */
const changes = ( page ) => page.evaluate( () => new Promise( ( done ) => {
	requestAnimationFrame( () => requestAnimationFrame( () => done( window.changes() ) ) );
} ) );

test.beforeEach( async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	await go( page, report );
	await expect( page.getByRole( 'complementary' ).getByRole( 'table' ) ).toBeVisible();
	// Not while the last questions are still being drawn.
	await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
} );

test( 'in an answer that is there, only its field and its cell', async ( { page } ) => {
	await field( page, 'mission' ).focus();
	await page.keyboard.press( 'End' );
	await watch( page );
	await page.keyboard.type( 'x' );
	const { parts, fields } = await changes( page );
	expect( fields ).toEqual( [ 'answer-mission' ] );
	// The header says that something is not saved yet.
	expect( parts.filter( ( part ) => part !== 'header' && part !== 'question mission' ) ).toEqual( [ 'cell mission' ] );
	await expect( page.getByRole( 'complementary' ).locator( '[data-question="mission"]' ) ).toContainText( `${ seed.answers.mission }x` );
} );

test( 'in an empty answer, the counts that it belongs to as well', async ( { page } ) => {
	// Its section has another one left, so nothing becomes complete.
	await field( page, 'goals' ).fill( '' );
	await field( page, 'mission' ).fill( '' );
	await page.keyboard.press( 'Tab' );
	await field( page, 'mission' ).focus();
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	await watch( page );
	await page.keyboard.type( 'x' );
	const { parts, fields } = await changes( page );
	expect( fields ).toEqual( [ 'answer-mission' ] );
	expect( parts.filter( ( part ) => part !== 'header' ) ).toEqual( [
		'cell mission',
		'count 28 of 30',
		'count About 10 minutes left',
		'count Answered',
		'count Empty',
		'count Goal delivery',
		'count How far the report is',
		'question mission'
	] );
	await expect( page.getByText( '29 of 30', { exact: true } ).first() ).toBeVisible();
} );
