// Many reports compared, with what Meta-Wiki has: all reports of a year on one press, and who has none.

import { expect, test, wiki } from '../support/meta.mjs';
import { form, questions } from '../support/questions.mjs';

const wording = ( id ) => questions.find( ( question ) => question.id === id ).text;
const pageOf = ( answers ) => `{| class="wikitable"\n${
	Object.entries( answers ).map( ( [ id, answer ] ) => `|-\n| ${ wording( id ) }\n| ${ answer }\n` ).join( '' ) }|}`;
const names = ( page ) => page.getByRole( 'grid' ).locator( '.reports__body' ).getByRole( 'rowheader' ).locator( 'bdi' );

// The wiki is everybody's: years that no other journey has, nor another run.
const [ YEAR, EMPTY ] = [ 2100, 2500 ].map( ( from ) => String( from + Math.floor( Math.random() * 400 ) ) );

/** Answers for the portal's list, whose page other journeys write. */
const withPortal = ( page, content ) => page.route(
	( url ) => url.href.startsWith( wiki.address ) && url.searchParams.get( 'titles' ) === 'Module:Organizational Informations',
	( route ) => route.fulfill( { headers: { 'access-control-allow-origin': '*' }, json: { batchcomplete: true, query: { pages: [ {
		pageid: 1, ns: 828, title: 'Module:Organizational Informations',
		revisions: [ { revid: 1, parentid: 0, timestamp: '2026-01-31T10:20:30Z', slots: { main: { contentmodel: 'Scribunto', contentformat: 'text/plain', content } } } ]
	} ] } } } ) );

test( 'the reports of a year are read on one press, and who has none is a list', async ( { page, asked } ) => {
	const word = wiki.word();
	const affiliates = Array.from( { length: 60 }, ( _, at ) => `Lake ${ word } ${ String( at ).padStart( 2, '0' ) }` );
	await Promise.all( affiliates.map( ( name, at ) => wiki.edit(
		`${ form.titlePrefix }/${ YEAR }/${ name }`, pageOf( { name, reportingyear: YEAR, participants: String( at ) } ) ) ) );
	await wiki.edit( `${ form.titlePrefix }/${ YEAR }/Notes ${ word }`, 'No report at all' );
	await withPortal( page, `return {
	{ group_name = '${ affiliates[ 0 ] }', affiliate_code = 'WM00', org_type = 'Chapter', region = 'Europe' },
	{ group_name = '${ affiliates[ 1 ] }', affiliate_code = 'WM01', org_type = 'User Group', region = 'MENA' },
	{ group_name = 'Nowhere ${ word }', affiliate_code = 'WMNO', org_type = 'User Group', region = 'Europe', reporting_due_date = '2020-01-31T00:00:00.000Z' },
}` );
	await page.goto( './#/reports' );
	await page.getByRole( 'textbox', { name: 'Year' } ).fill( '29' );
	await page.getByRole( 'button', { name: 'Read all reports of the year' } ).click();
	await expect( page.getByText( 'Type the year with four digits.' ) ).toBeVisible();
	expect( asked ).toEqual( [] );
	await page.getByRole( 'textbox', { name: 'Year' } ).fill( EMPTY );
	await page.getByRole( 'button', { name: 'Read all reports of the year' } ).click();
	await expect( page.getByText( `Meta-Wiki has no report of ${ EMPTY } yet.` ) ).toBeVisible();
	expect( asked.splice( 0 ) ).toHaveLength( 1 );
	// What was read before something failed is kept, and that more is missing is said.
	const isSecond = ( url ) => url.href.startsWith( wiki.address ) && url.searchParams.has( 'gapcontinue' );
	await page.route( isSecond, ( route ) => route.fulfill( {
		headers: { 'access-control-allow-origin': '*' }, json: { error: { code: 'readonly', info: 'On purpose.' } }
	} ) );
	await page.getByRole( 'textbox', { name: 'Year' } ).fill( YEAR );
	await page.getByRole( 'button', { name: 'Read all reports of the year' } ).click();
	await expect( page.getByText( `Not all reports of ${ YEAR } were read:` ) ).toBeVisible();
	await expect( page.getByRole( 'grid' ) ).toHaveAttribute( 'aria-rowcount', '52' );
	await page.unroute( isSecond );
	asked.splice( 0 );
	await page.getByRole( 'button', { name: 'Read all reports of the year' } ).click();
	await expect( page.getByRole( 'grid' ) ).toHaveAttribute( 'aria-rowcount', '62' );
	await expect( page.getByText( `Not all reports of ${ YEAR } were read:` ) ).toHaveCount( 0 );
	expect( asked ).toHaveLength( 2 );
	expect( asked.every( ( { method } ) => method === 'GET' ) ).toBe( true );
	// 0 + 1 + … + 59.
	const sum = page.locator( '.reports__sum' ).filter( { hasText: wording( 'participants' ) } );
	await expect( sum.locator( '.reports__total' ) ).toHaveText( '1,770' );
	await expect( page.getByRole( 'listitem' ).filter( { hasText: `Notes ${ word }` } ) ).toBeVisible();
	// Where a report comes from.
	await page.getByRole( 'rowheader', { name: affiliates[ 7 ] } ).click();
	await expect( page.getByRole( 'region', { name: affiliates[ 7 ] } ).getByRole( 'link', { name: affiliates[ 7 ] } ) ).toHaveAttribute( 'href', new RegExp( `/${ YEAR }/` ) );
	// The portal's list brings regions and types, and who has no report.
	await page.getByRole( 'button', { name: 'Read the list of affiliates' } ).click();
	const missing = page.getByRole( 'region', { name: 'Who has no report' } );
	await expect( missing ).toContainText( `One affiliate is without a report of ${ YEAR } here. The portal lists 3 affiliates.` );
	await expect( missing.getByRole( 'listitem' ) ).toContainText( `Nowhere ${ word }` );
	await expect( missing.getByRole( 'listitem' ) ).toContainText( 'Overdue by' );
	expect( asked ).toHaveLength( 3 );
	await page.getByLabel( 'Region' ).selectOption( 'Europe' );
	await expect( names( page ) ).toHaveText( [ affiliates[ 0 ] ] );
	await page.getByLabel( 'Region' ).selectOption( '' );
	await page.getByLabel( 'Type' ).selectOption( 'User Group' );
	await expect( names( page ) ).toHaveText( [ affiliates[ 1 ] ] );
} );
