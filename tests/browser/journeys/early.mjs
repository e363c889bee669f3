// Writing begins before the app is there: the first questions stand in the page, and what is typed there is kept.

import { expect, test } from '../support/published.mjs';
import { choices } from '../support/test.mjs';
import { addLanguage, bareWords, filesOf } from '../support/language.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling } from '../support/look.mjs';
import { dropFiles } from '../support/drop.mjs';
import { field, questions, seed } from '../support/questions.mjs';

const start = ( page ) => page.getByRole( 'button', { name: 'Start a report' } );
const heading = ( page ) => page.getByRole( 'heading', { level: 1, name: 'Write the report' } );
const saved = ( page ) => page.getByText( 'Saved in this browser', { exact: true } );
const reports = ( page ) => page.getByRole( 'heading', { level: 3 } );
const first = questions.slice( 0, 3 );

/** Lets the program come only when the function that this gives is called. */
function hold( host ) {
	let release;
	const released = new Promise( ( resolve ) => {
		release = resolve;
	} );
	host.holding = ( path ) => /_bg-.*\.wasm$/.test( path ) ? released : undefined;
	return release;
}

/** The start page, without the app. */
async function early( page, host ) {
	const release = hold( host );
	await page.goto( './' );
	await expect( start( page ) ).toBeVisible();
	await expect( choices( page ) ).toHaveCount( 0 );
	return release;
}

/** A report that was begun without the app. */
async function begun( page, host ) {
	const release = await early( page, host );
	await start( page ).click();
	await expect( heading( page ) ).toBeFocused();
	return release;
}

/** Lets the storage refuse whatever is longer than so many characters. */
const refuse = ( page, most ) => page.addInitScript( ( length ) => {
	const put = Storage.prototype.setItem;
	Storage.prototype.setItem = function ( key, value ) {
		if ( value.length > length ) {
			throw new DOMException( 'full', 'QuotaExceededError' );
		}
		put.call( this, key, value );
	};
}, most );

test( 'one writes before the app is there, and goes on in it', async ( { page, host } ) => {
	const release = await begun( page, host );
	await expect( page ).toHaveURL( /#\/draft\/[0-9a-f]{32}$/ );
	const name = field( page, 'name' );
	await name.click();
	await page.keyboard.type( 'Lake Orin' );
	const address = page.url();
	await field( page, 'languages' ).fill( 'Kazakh' );
	await name.press( 'Home' );
	await name.press( 'Shift+ArrowRight' );
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( name ).toBeFocused();
	await expect( name ).toHaveValue( 'Lake Orin' );
	await expect( field( page, 'languages' ) ).toHaveValue( 'Kazakh' );
	await page.keyboard.type( 'Tall L' );
	await expect( name ).toHaveValue( 'Tall Lake Orin' );
	await expect( saved( page ) ).toBeVisible();
	expect( page.url().startsWith( address ) ).toBe( true );
	await page.reload();
	await expect( field( page, 'name' ) ).toHaveValue( 'Tall Lake Orin' );
	await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
	await expect( reports( page ) ).toHaveText( [ 'Tall Lake Orin' ] );
	// Nobody has to be reminded of a copy of what was only just begun.
	await expect( page.getByText( 'only in this browser' ) ).toHaveCount( 0 );
} );

test( 'no key is lost while the app takes its place', async ( { page, host } ) => {
	const release = await begun( page, host );
	const text = 'Wikimedians of the whole of the Lake Orin district and its neighbours';
	await field( page, 'name' ).focus();
	const typing = page.keyboard.type( text, { delay: 15 } );
	setTimeout( release, 200 );
	await typing;
	await expect( choices( page ) ).toBeVisible();
	await page.keyboard.type( '!' );
	await expect( field( page, 'name' ) ).toHaveValue( `${ text }!` );
} );

test( 'what is rehearsed before the app takes its place is nobody\'s report', async ( { page, host } ) => {
	const release = await begun( page, host );
	await field( page, 'name' ).fill( 'Lake Orin' );
	release();
	await expect( choices( page ) ).toBeVisible();
	await page.keyboard.type( '!' );
	await expect( saved( page ) ).toBeVisible();
	const [ , id ] = page.url().match( /#\/draft\/([0-9a-f]{32})/ );
	const drafts = await page.evaluate( async () => {
		const inDatabase = await new Promise( ( done ) => {
			const opening = indexedDB.open( 'affiliate-report-builder' );
			opening.onsuccess = () => {
				const keys = opening.result.transaction( 'texts' ).objectStore( 'texts' ).getAllKeys();
				keys.onsuccess = () => done( keys.result );
			};
		} );
		return [ ...Object.keys( localStorage ), ...inDatabase ].flatMap( ( key ) => key.match( /[0-9a-f]{32}/ ) || [] );
	} );
	expect( [ ...new Set( drafts ) ] ).toEqual( [ id ] );
	await expect( page.locator( '[id*=rehearsed]' ) ).toHaveCount( 0 );
} );

test( 'the questions are named and described as in the app, and nothing is in the way of anybody', async ( { page, host } ) => {
	await page.setViewportSize( { width: 360, height: 740 } );
	const release = await early( page, host );
	await expectNoBarrier( page, 'the start page' );
	await expectNoSidewaysScrolling( page, 'the start page' );
	await start( page ).click();
	await expectNoBarrier( page, 'the first questions' );
	await expectNoSidewaysScrolling( page, 'the first questions' );
	await expect( page.getByRole( 'textbox' ) ).toHaveCount( first.length );
	for ( const { id, help } of first ) {
		await expect( field( page, id ) ).toHaveAccessibleDescription( help );
	}
	await expect( page.getByRole( 'status' ) ).toHaveText( 'The other questions are being loaded. You can write already.' );
	await field( page, 'countries' ).focus();
	const at = () => field( page, 'countries' ).evaluate( ( element ) => Math.round( element.getBoundingClientRect().top ) );
	const before = await at();
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( field( page, 'countries' ) ).toBeFocused();
	// What one is at stays where it is on the screen.
	expect( Math.abs( await at() - before ) ).toBeLessThanOrEqual( 1 );
	await expect( page.getByRole( 'textbox' ).first() ).toHaveAccessibleName( first[ 0 ].text );
} );

test( 'what is typed outlives a page whose app has never come', async ( { page, host } ) => {
	await begun( page, host );
	await field( page, 'name' ).fill( 'Lake Orin' );
	host.holding = () => undefined;
	await page.goto( './' );
	await expect( choices( page ) ).toBeVisible();
	await reports( page ).getByRole( 'link', { name: 'Lake Orin' } ).click();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'the program does not come: that is said, and the fields go on keeping', async ( { page, host } ) => {
	host.fault = ( path ) => /_bg-.*\.wasm$/.test( path ) && { status: 503, type: 'text/html', body: Buffer.from( 'none' ) };
	await page.goto( './' );
	await expect( page.getByRole( 'alert' ) ).toContainText( 'The app did not load completely.' );
	await start( page ).click();
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'The other questions are being loaded.' ) ).toBeHidden();
	host.fault = () => undefined;
	await page.getByRole( 'button', { name: 'Load the page again' } ).click();
	await expect( choices( page ) ).toBeVisible();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'the back button leads back, and a second report begins empty', async ( { page, host } ) => {
	const release = await begun( page, host );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await page.goBack();
	await expect( field( page, 'name' ) ).toBeHidden();
	await start( page ).click();
	await expect( field( page, 'name' ) ).toHaveValue( '' );
	await field( page, 'name' ).fill( 'Lake Maren' );
	await page.goBack();
	await expect( start( page ) ).toBeVisible();
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( reports( page ) ).toHaveText( [ 'Lake Maren', 'Lake Orin' ] );
	await page.goForward();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Maren' );
} );

test( 'who types nothing leaves nothing, and finds the empty form in the app', async ( { page, host } ) => {
	const release = await begun( page, host );
	const address = page.url();
	await page.goBack();
	await start( page ).click();
	await expect( heading( page ) ).toBeFocused();
	// The same one is begun again.
	expect( page.url() ).toBe( address );
	expect( await page.evaluate( () => Object.keys( localStorage ).filter( ( key ) => /\/(draft|slot)\//.test( key ) ) ) ).toEqual( [] );
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( field( page, questions.at( -1 ).id ) ).toBeVisible();
	await page.goBack();
	await expect( page.getByText( 'There is no report in this browser yet.' ) ).toBeVisible();
	await page.goForward();
	await field( page, 'name' ).fill( 'Lake Orin' );
	await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
	await expect( reports( page ) ).toHaveText( [ 'Lake Orin' ] );
} );

test( 'with a report here the text before the buttons is folded from the start, and nothing moves when the app comes', async ( { page, host } ) => {
	const release = await begun( page, host );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await page.goto( 'about:blank' );
	await page.goto( './' );
	const hand = page.getByRole( 'heading', { name: 'What to have at hand' } );
	await expect( start( page ) ).toBeVisible();
	await expect( hand ).toBeHidden();
	const before = await start( page ).boundingBox();
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( reports( page ) ).toHaveText( [ 'Lake Orin' ] );
	await expect( hand ).toBeHidden();
	expect( await start( page ).boundingBox() ).toEqual( before );
} );

test( 'what somebody sets in the fields without telling is kept, and handed on', async ( { page, host } ) => {
	const release = await begun( page, host );
	const set = ( control, text ) => control.evaluate( ( element, value ) => {
		element.value = value;
	}, text );
	await field( page, 'name' ).focus();
	await set( field( page, 'name' ), 'Lake Orin' );
	await page.keyboard.press( 'Tab' );
	await expect.poll( () => page.evaluate( () => JSON.stringify( { ...localStorage } ) ) ).toContain( 'Lake Orin' );
	await set( field( page, 'languages' ), 'English' );
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
	await expect( field( page, 'languages' ) ).toHaveValue( 'English' );
} );

test( 'an input method\'s Enter in Safari is left to it', async ( { page, host } ) => {
	const release = await begun( page, host );
	const enter = ( keyCode ) => field( page, 'name' ).evaluate( ( element, code ) =>
		element.dispatchEvent( new KeyboardEvent( 'keydown', { key: 'Enter', keyCode: code, bubbles: true, cancelable: true } ) ), keyCode );
	expect( await enter( 229 ) ).toBe( true );
	expect( await enter( 13 ) ).toBe( false );
	release();
	await expect( choices( page ) ).toBeVisible();
} );

test( 'an input method that is in the middle of a word is let finish', async ( { page, host } ) => {
	const release = await begun( page, host );
	await field( page, 'name' ).focus();
	const client = await page.context().newCDPSession( page );
	const compose = ( text ) => client.send( 'Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length } );
	await compose( 'n' );
	const asked = page.evaluate( () => new Promise( ( resolve ) => {
		addEventListener( 'affiliate-report-builder:mount', ( event ) => queueMicrotask( () => resolve( event.defaultPrevented ) ) );
	} ) );
	release();
	expect( await asked ).toBe( true );
	await compose( 'にほ' );
	await expect( choices( page ) ).toHaveCount( 0 );
	await client.send( 'Input.insertText', { text: '日本' } );
	await expect( choices( page ) ).toBeVisible();
	await page.keyboard.type( '語' );
	await expect( field( page, 'name' ) ).toHaveValue( '日本語' );
} );

const UNUSABLE = {
	'nothing can be stored': ( page ) => refuse( page, 0 ),
	'nothing that is stored can be read': ( page ) => page.addInitScript( () => {
		Storage.prototype.getItem = () => {
			throw new DOMException( 'broken', 'InvalidStateError' );
		};
	} )
};

for ( const [ name, breaks ] of Object.entries( UNUSABLE ) ) {
	test( `${ name }: the report begins in the app`, async ( { page, host } ) => {
		await breaks( page );
		const release = await early( page, host );
		await start( page ).click();
		await expect( heading( page ) ).toHaveCount( 0 );
		release();
		await expect( heading( page ) ).toBeVisible();
		await field( page, 'name' ).fill( 'Lake Orin' );
		await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
		await expect( reports( page ) ).toHaveText( [ 'Lake Orin' ] );
	} );
}

test( 'what the storage had no room for is handed to the app', async ( { page, host } ) => {
	await refuse( page, 1000 );
	const release = await begun( page, host );
	const long = 'Lake '.repeat( 300 ).trim();
	await field( page, 'name' ).fill( 'Lake Orin' );
	await field( page, 'languages' ).fill( long );
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( field( page, 'languages' ) ).toHaveValue( long );
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'whoever leaves before the app is there is asked where the storage has no room', async ( { page, host } ) => {
	const asked = [];
	page.on( 'dialog', ( dialog ) => {
		asked.push( dialog.type() );
		return dialog.dismiss();
	} );
	await refuse( page, 1000 );
	const release = await begun( page, host );
	const languages = field( page, 'languages' );
	const long = 'Kazakh '.repeat( 200 );
	const leave = () => page.evaluate( () => {
		window.isBefore = true;
		location.reload();
	} );
	await field( page, 'name' ).pressSequentially( 'Lake' );
	await languages.fill( long );
	await leave();
	await expect.poll( () => asked ).toEqual( [ 'beforeunload' ] );
	await expect( languages ).toHaveValue( long );
	await languages.fill( 'Kazakh' );
	await leave();
	await expect.poll( () => page.evaluate( () => window.isBefore ).catch( () => true ) ).toBe( undefined );
	expect( asked.length ).toBe( 1 );
	release();
	await expect( languages ).toHaveValue( 'Kazakh' );
} );

test( 'another tab has gone on with it: what was typed there stays', async ( { page, host, context } ) => {
	const release = await begun( page, host );
	await field( page, 'name' ).fill( 'Lake' );
	const other = await context.newPage();
	// The browser would let it wait for what the first one waits for.
	await other.route( /_bg-.*\.wasm$/, ( route ) => {
		const body = host.file( new URL( route.request().url() ).pathname.split( '/' ).at( -1 ) );
		return route.fulfill( { body, contentType: 'application/wasm' } );
	} );
	await other.goto( page.url() );
	await expect( field( other, 'name' ) ).toHaveValue( 'Lake' );
	await field( other, 'name' ).fill( 'Lake Orin' );
	await expect( saved( other ) ).toBeVisible();
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
	await expect( field( other, 'name' ) ).toHaveValue( 'Lake Orin' );
} );

test( 'the keyboard stays on the button, which goes on working', async ( { page, host } ) => {
	const release = await early( page, host );
	await page.keyboard.press( 'Tab' );
	await page.keyboard.press( 'Tab' );
	await expect( start( page ) ).toBeFocused();
	release();
	await expect( choices( page ) ).toBeVisible();
	await expect( start( page ) ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await expect( heading( page ) ).toBeFocused();
} );

for ( const width of [ 360, 412, 1280 ] ) {
	test( `nothing moves under a finger when the app comes, ${ width } pixels wide`, async ( { page, host } ) => {
		await page.setViewportSize( { width, height: 740 } );
		const release = await early( page, host );
		const before = await start( page ).boundingBox();
		release();
		await expect( choices( page ) ).toBeVisible();
		expect( await start( page ).boundingBox() ).toEqual( before );
	} );
}

test( 'a link that was followed leads there', async ( { page, host } ) => {
	const release = await early( page, host );
	await page.getByRole( 'link', { name: 'Use last year\'s report' } ).click();
	await expect( start( page ) ).toBeHidden();
	release();
	await expect( page.getByRole( 'heading', { level: 1, name: 'Use last year\'s report' } ) ).toBeVisible();
} );

test.describe( 'in another language', () => {
	// A page that the browser has kept would not know of the language.
	test.use( { serviceWorkers: 'block' } );

	test( 'one writes in it before the app is there, with the English wording at hand', async ( { page, host } ) => {
		await addLanguage( page, 'ar' );
		await page.addInitScript( () => localStorage.setItem( 'affiliate-report-builder/setting/language', '"ar"' ) );
		const release = hold( host );
		await page.goto( './' );
		await page.getByRole( 'button', { name: '⟦Start a report⟧' } ).click();
		await expect( page.locator( 'html' ) ).toHaveAttribute( 'dir', 'rtl' );
		await expect( page.getByRole( 'heading', { level: 2, name: '⟦Affiliate basic information⟧' } ) ).toBeVisible();
		const described = [ first[ 0 ].text, `⟦${ first[ 0 ].help }⟧` ].join( ' ' );
		await expect( field( page, 'name' ) ).toHaveAccessibleDescription( described );
		await field( page, 'name' ).fill( 'Lake Orin' );
		await expectNoBarrier( page, 'the first questions' );
		expect( await bareWords( page ) ).toEqual( [] );
		release();
		await expect( choices( page ) ).toBeVisible();
		await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
		await expect( field( page, 'name' ) ).toHaveAccessibleDescription( new RegExp( `^${ described.replace( /[?.]/g, '\\$&' ) }` ) );
	} );

	test( 'words that do not come leave English ones', async ( { page, host } ) => {
		await page.addInitScript( () => localStorage.setItem( 'affiliate-report-builder/setting/language', '"ar"' ) );
		const release = hold( host );
		await page.route( filesOf( 'ar' ), ( route ) => route.abort() );
		await page.goto( './' );
		await start( page ).click();
		await field( page, 'name' ).fill( 'Lake Orin' );
		await expect( page.locator( 'html' ) ).toHaveAttribute( 'dir', 'ltr' );
		release();
		await expect( choices( page ) ).toBeVisible();
		await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
	} );
} );

test( 'a file that is dropped before the app is there is read once it is', async ( { page, host } ) => {
	const release = await early( page, host );
	expect( await dropFiles( page, 'body', [ 'report.txt' ], seed.page ) ).toBe( true );
	await expect( page ).toHaveURL( /#\/open$/ );
	release();
	await expect( page.getByText( '30 of 30 questions found, 30 with an answer.' ) ).toBeVisible();
} );
