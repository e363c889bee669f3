// A report goes round: two people, each in a browser of their own, pass it on as a file.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { field, questions, seed } from '../support/questions.mjs';
import { answer, brings, choose, file, noSheet, other, take } from '../support/round.mjs';
import { go } from '../support/views.mjs';

const wording = ( id ) => questions.find( ( question ) => question.id === id ).text;

test.beforeEach( async ( { context } ) => {
	await noSheet( context );
} );

test( 'two people pass a report five times and end equal', async ( { page, browser } ) => {
	const report = await storeReport( page, seed.page );
	const theirs = await other( browser, page, await file( page, report ) );
	const people = [ theirs, page ];
	for ( let pass = 0; pass < 5; pass++ ) {
		const [ giver, taker ] = [ people[ pass % 2 ], people[ ( pass + 1 ) % 2 ] ];
		await answer( giver, report, 'mission', `Mission ${ pass }` );
		// Each has an answer that only they change meanwhile.
		const own = pass % 2 ? 'goals' : 'decisionmaking';
		await answer( taker, report, own, `Own ${ pass }` );
		await choose( taker, await file( giver, report ) );
		await expect( brings( taker ) ).toContainText( `Mission ${ pass }` );
		await take( taker ).click();
		await expect( taker.getByText( 'The copy is in the report.' ) ).toBeVisible();
		await go( taker, report );
		await expect( field( taker, 'mission' ) ).toHaveValue( `Mission ${ pass }` );
		await expect( field( taker, own ) ).toHaveValue( `Own ${ pass }` );
	}
	await choose( theirs, await file( page, report ) );
	await take( theirs ).click();
	await expect( theirs.getByText( 'The copy is in the report.' ) ).toBeVisible();
	await go( theirs, report );
	await go( page, report );
	for ( const { id } of questions ) {
		await expect( field( theirs, id ), id ).toHaveValue( await field( page, id ).inputValue() );
	}
	await choose( page, await file( theirs, report ) );
	await expect( page.getByText( 'There is nothing new in this copy: your report has all of it.' ) ).toBeVisible();
	await theirs.context().close();
} );

test( 'what both changed is a choice with both texts, and nothing is replaced unseen', async ( { page, browser } ) => {
	const report = await storeReport( page, seed.page );
	const theirs = await other( browser, page, await file( page, report ) );
	await answer( page, report, 'mission', 'What I say' );
	await answer( theirs, report, 'mission', 'What they say' );
	await choose( page, await file( theirs, report ) );
	await expect( brings( page ) ).toContainText( 'Changed by you and in the copy: one' );
	await expect( brings( page ) ).toContainText( wording( 'mission' ) );
	await take( page ).click();
	await expect( page.getByText( 'One answer has two texts' ) ).toBeVisible();
	await go( page, report );
	const choices = page.getByRole( 'region', { name: 'Choose which text to keep' } );
	await expect( choices ).toContainText( 'What I say' );
	await expect( choices ).toContainText( 'What they say' );
	await theirs.context().close();
} );

test( 'the same file twice says that nothing is new', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	const text = await file( page, report );
	await choose( page, text );
	await expect( page.getByText( 'There is nothing new in this copy: your report has all of it.' ) ).toBeVisible();
	await expect( take( page ) ).toHaveCount( 0 );
} );

test( 'a copy that an earlier version has changed is taken, and taken back', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	const copy = JSON.parse( await file( page, report ) );
	// It keeps what it does not know.
	copy.drafts[ 0 ].answers.mission.text = 'What they say';
	await choose( page, JSON.stringify( copy ) );
	await expect( brings( page ) ).toContainText( 'Changed in the copy: one' );
	await take( page ).click();
	await page.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( page.getByText( 'Undone: the answers are as they were before.' ) ).toBeVisible();
	await go( page, report );
	await expect( field( page, 'mission' ) ).toHaveValue( seed.answers.mission );
} );

test( 'a due date and a publication that came with a file\'s answers are taken back with them', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	const copy = JSON.parse( await file( page, report ) );
	const [ draft ] = copy.drafts;
	draft.state.sum = '0000000000000000';
	draft.answers.mission.text = 'What they say';
	draft.due = { date: '2027-01-30', noted: draft.changed };
	draft.published = { date: '2026-11-28', page: '', noted: draft.changed };
	await choose( page, JSON.stringify( copy ) );
	await page.getByRole( 'checkbox', { name: wording( 'mission' ) } ).check();
	await page.getByRole( 'button', { name: 'Add one answer' } ).click();
	await expect( page.getByText( 'One answer was added to the report.' ) ).toBeVisible();
	await page.getByRole( 'button', { name: 'Undo' } ).click();
	await expect( page.getByText( 'Undone: the answers are as they were before.' ) ).toBeVisible();
	await go( page, `${ report }/review` );
	await expect( page.getByRole( 'button', { name: 'I have published it' } ) ).toBeVisible();
	await expect( page.getByLabel( 'Due date' ) ).toHaveValue( '' );
} );

test( 'a copy with damaged edits is compared answer by answer', async ( { page } ) => {
	const report = await storeReport( page, seed.page );
	const copy = JSON.parse( await file( page, report ) );
	copy.drafts[ 0 ].state.sum = '0000000000000000';
	copy.drafts[ 0 ].answers.mission.text = 'What they say';
	await choose( page, JSON.stringify( copy ) );
	await expect( page.getByText( 'The note of who changed what in this file is damaged.' ) ).toBeVisible();
	await expect( page.getByRole( 'checkbox', { name: wording( 'mission' ) } ) ).not.toBeChecked();
} );
