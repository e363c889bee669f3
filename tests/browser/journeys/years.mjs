// The year that a report is about: help, examples and answers to fill in follow today's date and the report.

import { expect, startReport, test } from '../support/test.mjs';
import { field, inYear, questions } from '../support/questions.mjs';

const question = ( id ) => questions.find( ( other ) => other.id === id );
const presets = ( page, id ) => page.getByRole( 'toolbar', { name: `Tools: ${ question( id ).text }` } )
	.getByRole( 'group', { name: 'Answers to fill in' } );
const preset = ( page, id, text ) => presets( page, id ).getByRole( 'button', { name: `Fill in ${ text }`, exact: true } );

for ( const [ when, likely ] of [ [ '2026-01-15', 2025 ], [ '2026-11-28', 2026 ], [ '2027-02-10', 2026 ] ] ) {
	test( `on ${ when } help, examples and choices speak of ${ likely }`, async ( { page } ) => {
		await page.clock.setFixedTime( `${ when }T09:00:00Z` );
		await page.goto( './' );
		await expect( page.getByText( `Affiliate health criteria, for a report about ${ likely }. Its questions were last compared with Meta-Wiki on` ) ).toBeVisible();
		await startReport( page );
		const { help } = question( 'reportingyear' );
		await expect( page.getByText( inYear( help, likely ), { exact: true } ) ).toBeVisible();
		await expect( presets( page, 'reportingyear' ).getByRole( 'button' ) )
			.toHaveText( [ `${ likely }`, `${ likely - 1 }`, `${ likely - 1 }–${ likely }` ] );
		await page.getByRole( 'button', { name: 'Example', description: question( 'goals' ).text } ).click();
		const [ example ] = question( 'goals' ).examples;
		await expect( page.getByText( inYear( example, likely ), { exact: true } ) ).toBeVisible();

		// The report's own year outranks today's.
		await preset( page, 'reportingyear', likely - 1 ).click();
		await expect( field( page, 'reportingyear' ) ).toHaveValue( `${ likely - 1 }` );
		await expect( page.getByText( inYear( help, likely - 1 ), { exact: true } ) ).toBeVisible();
		await expect( page.getByText( inYear( example, likely - 1 ), { exact: true } ) ).toBeVisible();
	} );
}

test( 'one press fills a year in, and undo takes it back', async ( { page } ) => {
	await page.clock.setFixedTime( '2026-11-28T09:00:00Z' );
	await page.goto( './' );
	await startReport( page );
	const year = field( page, 'reportingyear' );
	await year.pressSequentially( 'this' );
	const both = preset( page, 'reportingyear', '2025–2026' );
	await both.click();
	await expect( year ).toHaveValue( '2025–2026' );
	await expect( both ).toBeFocused();
	await expect( both ).toHaveAttribute( 'aria-pressed', 'true' );
	await year.press( 'Control+z' );
	await expect( year ).toHaveValue( 'this' );
	await expect( both ).toHaveAttribute( 'aria-pressed', 'false' );
	await year.fill( 'July 2025 to June 2026' );
	await expect( year ).toHaveValue( 'July 2025 to June 2026' );
} );

test( 'the choices are in the question\'s toolbar, with arrow keys between them', async ( { write: page } ) => {
	const buttons = presets( page, 'reportingyear' ).getByRole( 'button' );
	await field( page, 'reportingyear' ).press( 'Tab' );
	await expect( buttons.nth( 0 ) ).toBeFocused();
	await page.keyboard.press( 'ArrowRight' );
	await expect( buttons.nth( 1 ) ).toBeFocused();
	await page.keyboard.press( 'Tab' );
	await expect( field( page, 'primarycontact' ) ).toBeFocused();
	await preset( page, 'timeline', 'January–December' ).click();
	await expect( field( page, 'timeline' ) ).toHaveValue( 'January–December' );
	await expect( presets( page, 'timeline' ).getByRole( 'button' ) ).toHaveCount( 1 );
} );

test( 'an earlier year in an answer is pointed at', async ( { page } ) => {
	await page.clock.setFixedTime( '2027-02-10T09:00:00Z' );
	await page.goto( './' );
	await startReport( page );
	await preset( page, 'timeline', 'January–December' ).click();
	await preset( page, 'reportingyear', '2026' ).click();
	const trainings = field( page, 'leadershiptrainings' );
	await trainings.fill( 'In 2024, our leadership members did not receive training, but we plan to provide it in 2025.' );
	await trainings.press( 'Tab' );
	await expect( page.getByText( 'This names 2024, but your report is about 2026.' ) ).toBeVisible();
	await trainings.fill( 'In 2026, our leadership members did not receive training, but we plan to provide it in 2027.' );
	await trainings.press( 'Tab' );
	await expect( page.getByText( /^This names/ ) ).toHaveCount( 0 );
} );
