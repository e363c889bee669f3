// What comes in from the wiki: a report by its address in every form or by the affiliate's name, what the data portal says of a group, and
// whether the users and pages are there that the answers name.

import { expect, test, wiki } from '../support/meta.mjs';
import { storeReport } from '../support/drafts.mjs';
import { form, projectFile, seed } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const FIELD = 'Address or title of the page, or the affiliate\'s name';
const FOUND = '30 of 30 questions found';

const box = ( page ) => page.getByRole( 'textbox', { name: FIELD } );
const readButton = ( page ) => page.getByRole( 'button', { name: 'Read from Meta-Wiki' } );

async function read( page, given ) {
	await page.goto( './#/open' );
	await box( page ).fill( given );
	await readButton( page ).click();
}

/** Each form in which people have a page, of its title and its revision. */
const FORMS = [
	[ 'the address', ( title ) => `${ wiki.address }/index.php?title=${ encodeURIComponent( title.replaceAll( ' ', '_' ) ) }` ],
	[ 'the address with a section', ( title ) => `${ wiki.address }/index.php?title=${ title.replaceAll( ' ', '_' ) }#Goals` ],
	[ 'the address of its history', ( title ) => `${ wiki.address }/index.php?action=history&title=${ title.replaceAll( ' ', '+' ) }` ],
	[ 'the address in a path', ( title ) => `${ wiki.address }/index.php/${ title.replaceAll( ' ', '_' ) }` ],
	[ 'the address without its scheme', ( title ) => `${ new URL( wiki.address ).host }/index.php?title=${ title.replaceAll( ' ', '_' ) }` ],
	[ 'an older version', ( title, revision ) => `${ wiki.address }/index.php?title=${ title.replaceAll( ' ', '_' ) }&oldid=${ revision }` ],
	[ 'a permanent link', ( title, revision ) => `${ wiki.address }/index.php?title=Special:PermanentLink/${ revision }` ],
	[ 'a permanent link as a title', ( title, revision ) => `Special:Permalink/${ revision }` ],
	[ 'the title', ( title ) => title ],
	[ 'the title with codes and underscores', ( title ) => encodeURI( title.replaceAll( ' ', '_' ) ) ],
	[ 'a link', ( title ) => `[[:${ title }|our report]]` ]
];

for ( const [ what, written ] of FORMS ) {
	test( `a report is read by ${ what }`, async ( { page, asked } ) => {
		const title = `${ form.titlePrefix }/2024/Lake Orín ${ wiki.word() }`;
		const revision = await wiki.edit( title, seed.page );
		await page.goto( './#/open' );
		await expect( readButton( page ) ).toBeVisible();
		expect( asked ).toEqual( [] );
		await read( page, written( title, revision ) );
		await expect( page.getByText( FOUND ) ).toBeVisible();
		await expect( page.getByText( `Read from Meta-Wiki: “${ title }”, version ${ revision } of` ) ).toBeVisible();
		expect( asked ).toHaveLength( 1 );
	} );
}

test( 'a page that comes late does not replace what was pasted meanwhile', async ( { page } ) => {
	const title = `Late/${ wiki.word() }`;
	await wiki.edit( title, seed.page );
	let goOn;
	const isPasted = new Promise( ( done ) => {
		goOn = done;
	} );
	await page.route( `${ wiki.address }/api.php**`, async ( route ) => {
		await isPasted;
		await route.continue();
	} );
	await read( page, title );
	const cancel = page.getByRole( 'button', { name: 'Cancel the request' } );
	await expect( cancel ).toBeVisible();
	const paste = page.getByRole( 'textbox', { name: 'Paste the report' } );
	await paste.fill( 'Pasted meanwhile' );
	goOn();
	await expect( cancel ).toHaveCount( 0 );
	await expect( paste ).toHaveValue( 'Pasted meanwhile' );
	await expect( page.getByText( `Read from Meta-Wiki: “${ title }”` ) ).toHaveCount( 0 );
	// Asked for once more, it comes.
	await readButton( page ).click();
	await expect( page.getByText( FOUND ) ).toBeVisible();
} );

test( 'a redirect is followed, and said', async ( { page } ) => {
	const word = wiki.word();
	await wiki.edit( `Old/${ word }`, `#REDIRECT [[New/${ word }]]` );
	await wiki.edit( `New/${ word }`, seed.page );
	await read( page, `Old/${ word }` );
	await expect( page.getByText( FOUND ) ).toBeVisible();
	await expect( page.getByText( `(“Old/${ word }” has moved to “New/${ word }”.)` ) ).toBeVisible();
} );

test( 'an older version is read as it was', async ( { page } ) => {
	const title = `Versions/${ wiki.word() }`;
	const revision = await wiki.edit( title, seed.page );
	await wiki.edit( title, 'All gone' );
	await read( page, `${ wiki.address }/index.php?title=${ title }&oldid=${ revision }` );
	await expect( page.getByText( FOUND ) ).toBeVisible();
} );

test( 'what stands around the report is said and kept out', async ( { page } ) => {
	const title = `Around/${ wiki.word() }`;
	await wiki.edit( title, `{{Draft}}\n<languages />\n${ projectFile( 'tests/data/import/call_with_banner.wiki' ) }` );
	await read( page, title );
	await expect( page.getByText( '2 of 30 questions found' ) ).toBeVisible();
	await expect( page.getByText( '[[Category:Affiliate reports 2024]]' ) ).toBeVisible();
} );

test( 'an affiliate\'s reports of all years are found by its name, and one is read', async ( { page, asked } ) => {
	const name = `Lake ${ wiki.word() }`;
	for ( const year of [ '2023', '2024' ] ) {
		await wiki.edit( `${ form.titlePrefix }/${ year }/Wikimedians of ${ name }`, seed.page );
	}
	await read( page, name.toUpperCase() );
	await expect( page.getByText( '2 reports found for' ) ).toBeVisible();
	await page.getByRole( 'button', { name: `Read 2023: Wikimedians of ${ name }` } ).click();
	await expect( page.getByText( FOUND ) ).toBeVisible();
	await expect( page.getByText( `/2023/Wikimedians of ${ name }”` ) ).toBeVisible();
	expect( asked.length ).toBeLessThanOrEqual( 10 );
} );

test( 'what cannot be read says why, before the wiki is asked where that can be', async ( { page, asked } ) => {
	for ( const [ given, words ] of [
		[ ' ', 'Type the address or title of a page' ],
		[ 'https://en.wikipedia.org/wiki/A', 'This address is of another site (en.wikipedia.org)' ],
		[ `${ wiki.address }/index.php`, 'This address of Meta-Wiki names no page' ],
		[ 'Special:Log/x', '“Special:Log/x” is a special page' ],
		[ 'a/<b>', 'A page title cannot have this character: <' ]
	] ) {
		await read( page, given );
		await expect( page.getByText( words ) ).toBeVisible();
	}
	expect( asked ).toEqual( [] );
	const word = wiki.word();
	await read( page, `None/${ word }` );
	await expect( page.getByText( `Meta-Wiki has no page “None/${ word }”` ) ).toBeVisible();
	await read( page, 'Special:Permalink/999999999' );
	await expect( page.getByText( 'no page or version with the number 999999999' ) ).toBeVisible();
	await wiki.edit( `Other/${ word }`, 'No report at all' );
	await read( page, `Other/${ word }` );
	await expect( page.getByText( `Read from Meta-Wiki: “Other/${ word }”` ) ).toBeVisible();
	await expect( page.getByText( FOUND ) ).toHaveCount( 0 );
} );

/** Writes the tables as the portal's own gadgets do. All journeys of the data portal share the two pages, so they go one after the other. */
async function writePortal( name ) {
	await wiki.edit( 'Module:Organizational Informations', `return {
	{
		unique_id = 'a1',
		affiliate_code = 'WMLO',
		group_name = '${ name } d\\'Orin',
		org_type = 'User Group',
		group_country = 'Orinia',
		dm_structure = {'Board', 'Consensus'},
		group_contact1 = 'User:Ana',
		group_contact2 = 'User:Bo C',
		agreement_date = '03/04/2015',
		fiscal_year_start = '01/07',
		fiscal_year_end = '30/06',
		reporting_due_date = '2027-07-31T00:00:00.000Z',
	},
	{
		unique_id = 'a2',
		group_name = 'Wikimedia Valdora',
		org_type = 'Chapter',
	},
}` );
	await wiki.edit( 'Module:Activities Reports', `return {
	{
		unique_id = 'r1',
		group_name = '${ name } d\\'Orin',
		start_date = '01/07/2024',
		end_date = '30/06/2025',
		countries_affiliate_operates_in = {'Orinia', 'Tamsara'},
		languages_supported_by_affiliate = {'Kazakh~kk', '[[Category:X]]~x'},
		editors = '15',
		event_participants = '157',
	},
}` );
}

test.describe( 'the data portal', () => {
	test.describe.configure( { mode: 'serial' } );

	/** Opens the review of a report in which only the name is answered, and what can be asked there. */
	async function review( page, name ) {
		const report = await storeReport( page, `{| class="wikitable"\n| What is the affiliate name?\n| ${ name }\n|}` );
		await go( page, `${ report }/review` );
		await page.getByRole( 'button', { name: 'Ask Meta-Wiki' } ).click();
		return report;
	}

	const portalButton = ( page ) => page.getByRole( 'button', { name: 'Read the affiliates\' data portal' } );

	test( 'facts are offered one by one, taken and given back, and none is filled in unseen', async ( { page, asked } ) => {
		const name = `Lake ${ wiki.word() }`;
		await writePortal( name );
		await review( page, name );
		expect( asked ).toEqual( [] );
		await portalButton( page ).click();
		await expect( page.getByText( 'The portal was read.' ) ).toBeVisible();
		expect( asked ).toHaveLength( 2 );
		await expect( page.getByLabel( 'Your group:' ) ).toHaveValue( /\d/ );
		const take = ( question ) => page.getByRole( 'button', { name: `Take this: ${ question }` } );
		for ( const question of [ 'What is the affiliate name?', 'Please list the languages', 'Please list countries', 'Reporting timeline', 'Primary contact', 'Secondary contact' ] ) {
			await expect( take( question ) ).toBeVisible();
		}
		// Numbers of an earlier year are shown, and no answer for this one.
		await expect( page.getByText( '157', { exact: true } ) ).toBeVisible();
		await expect( take( 'How many people have participated' ) ).toHaveCount( 0 );
		await take( 'Reporting timeline' ).click();
		await expect( take( 'Reporting timeline' ) ).toHaveCount( 0 );
		await page.getByRole( 'button', { name: 'Undo: Reporting timeline' } ).click();
		await expect( take( 'Reporting timeline' ) ).toBeVisible();
		// What a table says stays text.
		await take( 'Please list the languages' ).click();
		await expect( page.getByRole( 'main' ).getByText( 'Kazakh, [[Category:X]]' ).first() ).toBeVisible();
		await page.getByRole( 'button', { name: 'Take this day' } ).click();
		await expect( page.getByLabel( 'Due date' ) ).toHaveValue( '2027-07-31' );
		await expect( page.getByText( 'What counts is what the Affiliations Committee tells you.' ) ).toBeVisible();
	} );

	for ( const [ what, table, words ] of [
		[ 'a program', 'local p = {}\nos.exit()\nreturn p', 'line 1 is not just data' ],
		[ 'a call in a table', 'return {\n\t{ group_name = mw.title.new( "x" ) },\n}', 'line 2 is not just data' ],
		[ 'half a table', 'return {\n\t{ group_name = \'A\',', 'stops in the middle' ],
		[ 'a table without rows', 'return {}', 'is no table of the data portal any more' ],
		[ 'tables too deep', `return ${ '{'.repeat( 60 ) }${ '}'.repeat( 60 ) }`, 'is larger than it can be' ]
	] ) {
		test( `${ what } in the portal's place is refused, and nothing has changed`, async ( { page } ) => {
			await writePortal( 'Lake' );
			await wiki.edit( 'Module:Organizational Informations', table );
			await review( page, 'Lake' );
			await portalButton( page ).click();
			await expect( page.getByText( words ) ).toBeVisible();
			await expect( page.getByLabel( 'Your group:' ) ).toHaveCount( 0 );
		} );
	}

	test( 'markup in a table is text on the screen', async ( { page, watch } ) => {
		await writePortal( '<img src=x onerror=alert(1)>' );
		await review( page, 'Lake' );
		await portalButton( page ).click();
		await page.getByLabel( 'Your group:' ).selectOption( { label: '<img src=x onerror=alert(1)> d\'Orin (Orinia)' } );
		await expect( page.getByText( '<img src=x onerror=alert(1)> d\'Orin' ).last() ).toBeVisible();
		expect( watch.errors ).toEqual( [] );
	} );
} );

test( 'users and pages that are not there are told with their questions, and whether the report is', async ( { page, asked } ) => {
	const word = wiki.word();
	await wiki.edit( `Plan/${ word }`, 'A plan' );
	const report = await storeReport( page, [
		'{| class="wikitable"',
		`| What is the affiliate name?\n| Lake ${ word }\n|-`,
		'| Reporting year (e.g. 2024 or 2024-2025)\n| 2024\n|-',
		`| Primary contact (user name)\n| Nobody ${ word }\n|-`,
		`| What is the affiliate mission?\n| [[Plan/${ word }]] and [[Lost/${ word }]]\n|}`
	].join( '\n' ) );
	await go( page, `${ report }/review` );
	await page.getByRole( 'button', { name: 'Ask Meta-Wiki' } ).click();
	const check = page.getByRole( 'button', { name: 'Check users, links and pages' } );
	expect( asked ).toEqual( [] );
	await check.click();
	await expect( page.getByText( 'Asked for 1 user and 2 pages: 2 are not there.' ) ).toBeVisible();
	await expect( page.getByText( `Meta-Wiki knows no user “Nobody ${ word }”` ) ).toBeVisible();
	await expect( page.getByText( `Meta-Wiki has no page “Lost/${ word }”` ) ).toBeVisible();
	await expect( page.getByText( `Meta-Wiki has no page “${ form.titlePrefix }/2024/Lake ${ word }” yet.` ) ).toBeVisible();
	expect( asked ).toHaveLength( 3 );
	await wiki.edit( `${ form.titlePrefix }/2024/Lake ${ word }`, 'Somebody was faster' );
	await check.click();
	await expect( page.getByText( /^This report is on Meta-Wiki since / ) ).toBeVisible();
} );
