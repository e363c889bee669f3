// This year's page out: the wiki's preview, its own editor opened with the report, and a look whether the page is there. On the real
// MediaWiki, across origins; what is saved there is saved by the writer in the wiki's own editor.

import { expect, test, wiki } from '../support/meta.mjs';
import { storeReport } from '../support/drafts.mjs';
import { form, invented, questions } from '../support/questions.mjs';
import { go } from '../support/views.mjs';

const PREVIEW = 'Preview on Meta-Wiki';
const EDITOR = 'Open in Meta-Wiki\'s editor';
const OPEN = 'Open the editor with this text';

const button = ( page, name ) => page.getByRole( 'button', { name, exact: true } );
const mission = questions.find( ( { id } ) => id === 'mission' ).text;

/** A report of its own in the review view; gives its title on the wiki and its wikitext. */
async function review( page, more = {} ) {
	// The wiki's own scripts and styles are none of the journey's business.
	await page.context().route( `${ wiki.address }/load.php**`, ( route ) => route.fulfill( {
		body: '', contentType: route.request().url().includes( 'only=styles' ) ? 'text/css' : 'text/javascript'
	} ) );
	await page.context().route( `${ wiki.address }/favicon.ico`, ( route ) => route.fulfill( { body: '', contentType: 'image/x-icon' } ) );
	const name = `Wikimedians of ${ wiki.word() }`;
	const answers = { ...invented, name, ...more };
	const report = await storeReport( page, questions.map( ( { id, text } ) => `${ text }\t${ answers[ id ] }` ).join( '\n' ) );
	await go( page, `${ report }/review` );
	const title = `${ form.titlePrefix }/2024/${ name }`;
	await expect( page.locator( '.review__title' ) ).toHaveText( title );
	return { title, text: await page.locator( '.copy__source' ).inputValue() };
}

/** Asks whether the page exists, and opens the wiki's editor in its own tab. */
async function openEditor( page, said ) {
	await button( page, EDITOR ).click();
	await expect( page.getByText( said ) ).toBeVisible();
	const [ editor ] = await Promise.all( [ page.context().waitForEvent( 'page' ), button( page, OPEN ).click() ] );
	await expect( editor.locator( '#wpTextbox1' ) ).toBeVisible();
	return editor;
}

const save = ( editor ) => editor.locator( '#wpSave' ).click();

test( 'a new page goes through the wiki\'s editor, and is found there as written', async ( { page, asked } ) => {
	const { title, text } = await review( page );
	expect( asked ).toEqual( [] );
	const editor = await openEditor( page, 'There is no page of this title yet.' );
	expect( await editor.evaluate( () => window.opener ) ).toBe( null );
	expect( await editor.locator( '#wpTextbox1' ).inputValue() ).toBe( text );
	await expect( editor.locator( '#wpSummary' ) ).not.toHaveValue( '' );
	expect( await wiki.text( title ), 'nothing is saved by opening' ).toBe( undefined );
	await save( editor );
	await expect( editor.getByText( mission ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( text.trimEnd() );

	await button( page, 'Is it there?' ).click();
	await expect( page.getByText( /^Published as written on .+, revision \d+\.$/ ) ).toBeVisible();
	const found = page.getByRole( 'link', { name: /^Found as written in revision \d+\.$/ } );
	const revision = ( await found.getAttribute( 'href' ) ).match( /oldid=(\d+)$/ )[ 1 ];
	expect( asked.map( ( { method } ) => method ) ).toEqual( [ 'GET', 'GET' ] );
	// The three texts that are due then.
	const address = await page.getByRole( 'textbox', { name: 'Address of the page' } ).inputValue();
	expect( address ).toBe( `${ wiki.address }/index.php?title=${ title.replaceAll( ' ', '_' ) }` );
	for ( const label of [ 'The mail', 'The fields for the staff', 'The entry for the portal\'s table, in Lua' ] ) {
		const id = { 'The mail': 'announcement', 'The fields for the staff': 'staff-fields' }[ label ] ?? 'staff-entry';
		await expect( page.locator( `#${ id }` ), label ).toHaveValue( new RegExp( address.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' ) ) );
	}
	await expect( page.locator( '#staff-fields' ) ).toHaveValue( new RegExp( `oldid=${ revision }` ) );
	await expect( page.locator( '#staff-entry' ) ).toHaveValue( /\teditors = '18',\n/ );
	await page.reload();
	await expect( found ).toBeVisible();
	await go( page, '#/' );
	await expect( page.getByText( new RegExp( `^Published on .+, revision ${ revision }\\.$` ) ) ).toBeVisible();
} );

test( 'a page that somebody made meanwhile is not overwritten', async ( { page } ) => {
	const { title, text } = await review( page );
	const editor = await openEditor( page, 'There is no page of this title yet.' );
	await wiki.edit( title, 'Somebody else was here.' );
	await save( editor );
	await expect( editor.getByRole( 'heading', { name: /^Edit conflict/ } ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( 'Somebody else was here.' );
	expect( ( await editor.locator( '#wpTextbox1' ).inputValue() ).trim() ).toBe( 'Somebody else was here.' );
	expect( ( await editor.locator( '#wpTextbox2' ).inputValue() ).trim() ).toBe( text.trim() );
} );

test( 'a page that was made between asking and opening is not overwritten either', async ( { page } ) => {
	const { title } = await review( page );
	await button( page, EDITOR ).click();
	await expect( page.getByText( 'There is no page of this title yet.' ) ).toBeVisible();
	await wiki.edit( title, 'Somebody else was here.' );
	const [ editor ] = await Promise.all( [ page.context().waitForEvent( 'page' ), button( page, OPEN ).click() ] );
	await save( editor );
	await expect( editor.getByRole( 'heading', { name: /^Edit conflict/ } ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( 'Somebody else was here.' );
} );

const AROUND = [ '<!-- a draft {| -->\n{{Draft}}\n', '\n\n[[Category:Reports]]\n<translate>End</translate>' ];
const around = ( text ) => AROUND[ 0 ] + text.trimEnd() + AROUND[ 1 ];
const other = ( text ) => text.replace( 'to share what they know', 'to write' );

test( 'over an existing page: what differs is said, and another answer that changed meanwhile is merged in', async ( { page } ) => {
	const { title, text } = await review( page );
	await wiki.edit( title, around( other( text ) ) );
	const editor = await openEditor( page, /^The page exists \(revision \d+ of .+\), and one answer differs from yours/ );
	await expect( page.getByText( 'Everything else on the page stays where it is.' ) ).toBeVisible();
	const difference = page.getByRole( 'listitem' ).filter( { hasText: mission } ).locator( '.difference' );
	await expect( difference.locator( 'del' ).first() ).toHaveText( 'write' );
	expect( await editor.locator( '#wpTextbox1' ).inputValue() ).toBe( `${ around( text ) }\n` );
	await wiki.edit( title, around( other( text ) ).replace( 'Evaluation', 'Law' ) );
	await save( editor );
	await expect( editor.getByText( mission ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( around( text ).replace( 'Evaluation', 'Law' ) );

	await button( page, 'Is it there?' ).click();
	await expect( page.getByText( /^The page is there \(revision \d+ of .+\), but one answer differs from yours:$/ ) ).toBeVisible();
	await expect( page.getByText( /^Found as written/ ) ).toHaveCount( 0 );
} );

test( 'the same answer changed meanwhile: both texts are on the conflict page', async ( { page } ) => {
	const { title, text } = await review( page );
	await wiki.edit( title, around( other( text ) ) );
	const editor = await openEditor( page, /^The page exists/ );
	const theirs = around( text.replace( 'to share what they know', 'to sing' ) );
	await wiki.edit( title, theirs );
	await save( editor );
	await expect( editor.getByRole( 'heading', { name: /^Edit conflict/ } ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( theirs );
	expect( await editor.locator( '#wpTextbox1' ).inputValue() ).toContain( 'to sing' );
	expect( await editor.locator( '#wpTextbox2' ).inputValue() ).toContain( 'to share what they know' );
} );

test( 'a page without a report keeps what it has', async ( { page } ) => {
	const { title, text } = await review( page );
	await wiki.edit( title, 'Coming soon.' );
	const editor = await openEditor( page, /there is no report on it that can be read/ );
	await save( editor );
	await expect( editor.getByText( mission ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( `Coming soon.\n\n${ text.trimEnd() }` );
} );

test( 'a page as written need not be sent', async ( { page } ) => {
	const { title, text } = await review( page );
	await wiki.edit( title, around( text ) );
	await button( page, EDITOR ).click();
	await expect( page.getByText( /has the same answers as here\.$/ ) ).toBeVisible();
	await expect( button( page, OPEN ) ).toHaveCount( 0 );
} );

/** Asks the wiki's API as who is logged in in this browser. */
const apiOf = ( context ) => async ( parameters ) => {
	const sent = { format: 'json', formatversion: '2', ...parameters };
	return ( await context.request.post( `${ wiki.address }/api.php`, { form: sent } ) ).json();
};

/** Logs in to the wiki in this browser. */
async function logIn( context ) {
	const api = apiOf( context );
	const { query } = await api( { action: 'query', meta: 'tokens', type: 'login' } );
	const { login } = await api( { action: 'login', lgname: 'Admin', lgpassword: 'Report-wiki-1', lgtoken: query.tokens.logintoken } );
	expect( login.result ).toBe( 'Success' );
}

const author = async ( title ) => {
	const { query } = await wiki.api( { action: 'query', prop: 'revisions', rvprop: 'user', titles: title } );
	return query.pages[ 0 ].revisions[ 0 ].user;
};

test( 'who is logged in saves under their own name', async ( { page, context } ) => {
	const { title, text } = await review( page );
	await logIn( context );
	const editor = await openEditor( page, 'There is no page of this title yet.' );
	await save( editor );
	await expect( editor.getByText( mission ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( text.trimEnd() );
	expect( await author( title ) ).toBe( 'Admin' );
} );

test( 'one\'s own edit meanwhile is not overwritten either', async ( { page, context } ) => {
	const { title } = await review( page );
	await logIn( context );
	const editor = await openEditor( page, 'There is no page of this title yet.' );
	const api = apiOf( context );
	const { query } = await api( { action: 'query', meta: 'tokens' } );
	await api( { action: 'edit', title, text: 'From my other tab.', token: query.tokens.csrftoken } );
	expect( await author( title ) ).toBe( 'Admin' );
	await save( editor );
	await expect( editor.getByRole( 'heading', { name: /^Edit conflict/ } ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( 'From my other tab.' );
} );

test( 'where the login is withheld, the first press keeps the text and the second saves', async ( { page, context } ) => {
	const { title, text } = await review( page );
	await logIn( context );
	const cookies = await context.cookies( wiki.address );
	await context.clearCookies();
	const editor = await openEditor( page, 'There is no page of this title yet.' );
	await context.addCookies( cookies );
	await save( editor );
	await expect( editor.locator( '#wpTextbox1' ) ).toHaveValue( text );
	expect( await wiki.text( title ) ).toBe( undefined );
	await save( editor );
	await expect( editor.getByText( mission ) ).toBeVisible();
	expect( await wiki.text( title ) ).toBe( text.trimEnd() );
} );

test( 'the wiki\'s preview reads as the page here', async ( { page, asked } ) => {
	const { title, text } = await review( page, { mission: 'Hostile: <script>x</script> | {{PAGENAME}} ~~~~ [[Category:X]] \'\'all\'\' of it' } );
	await button( page, PREVIEW ).click();
	await expect( page.getByText( 'Meta-Wiki shows the same text as the page above, answer by answer.' ) ).toBeVisible();
	const shown = page.getByRole( 'region', { name: 'The page as Meta-Wiki shows it' } );
	await expect( shown.getByText( 'Hostile: <script>x</script> | {{PAGENAME}} ~~~~ [[Category:X]] \'\'all\'\' of it' ) ).toBeVisible();
	await expect( shown.locator( 'img, script, style, link, iframe, a, [style], [class^="mw"]' ) ).toHaveCount( 0 );
	expect( asked.length ).toBe( 1 );
	expect( new URLSearchParams( asked[ 0 ].body ).get( 'text' ) ).toBe( text );
	expect( await wiki.text( title ) ).toBe( undefined );
} );

test( 'a preview that reads otherwise is pointed out, and hostile HTML is text', async ( { page } ) => {
	await review( page );
	await page.route( `${ wiki.address }/api.php**`, async ( route ) => {
		const answer = await ( await route.fetch() ).json();
		answer.parse.text = answer.parse.text.replace( 'to share what they know', 'to sing' ) +
			'<img src="https://elsewhere.example/x.png" onerror="document.title=1"><a href="javascript:document.title=1">press</a><iframe src="https://elsewhere.example/"></iframe>';
		await route.fulfill( { json: answer, headers: { 'Access-Control-Allow-Origin': '*' } } );
	} );
	await button( page, PREVIEW ).click();
	await expect( page.getByText( 'One answer reads otherwise on Meta-Wiki than here:' ) ).toBeVisible();
	await expect( page.getByRole( 'listitem' ).filter( { hasText: mission } ).locator( '.difference del' ).first() ).toHaveText( 'sing' );
	const shown = page.getByRole( 'region', { name: 'The page as Meta-Wiki shows it' } );
	await expect( shown.getByText( 'press' ) ).toBeVisible();
	await expect( shown.locator( 'img, iframe, a' ) ).toHaveCount( 0 );
} );

test( 'a page that is not there is said', async ( { page } ) => {
	await review( page );
	await button( page, 'Is it there?' ).click();
	await expect( page.getByText( /Meta-Wiki has no page/ ) ).toBeVisible();
	await expect( page.getByText( /^Published as written/ ) ).toHaveCount( 0 );
} );

test( 'an answer of the wiki leaves the focus to who is typing', async ( { page } ) => {
	await review( page );
	let release;
	const held = new Promise( ( done ) => {
		release = done;
	} );
	await page.route( `${ wiki.address }/api.php**`, async ( route ) => {
		await held;
		await route.continue();
	} );
	await button( page, 'Ask Meta-Wiki' ).click();
	await button( page, 'Check users, links and pages' ).click();
	const summary = page.getByLabel( 'Edit summary' );
	await summary.fill( 'typed before' );
	release();
	await expect( page.getByText( /^Asked for \d+ users? and \d+ pages?/ ) ).toBeVisible();
	// The focus would move in the next frame.
	await page.evaluate( () => new Promise( ( done ) => requestAnimationFrame( () => requestAnimationFrame( done ) ) ) );
	await expect( summary ).toBeFocused();
	await page.keyboard.type( ' and after' );
	await expect( summary ).toHaveValue( 'typed before and after' );
} );
