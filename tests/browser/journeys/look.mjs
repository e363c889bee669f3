// Every view, on every screen and in every mode, without a barrier.

import { expect, openMenu, test } from '../support/test.mjs';
import { expectNoBarrier, expectNoMotion, expectNoSidewaysScrolling, unseenIcons } from '../support/look.mjs';
import { inEveryView } from '../support/views.mjs';

const MODES = [
	[ 'light', { width: 1280 }, { colorScheme: 'light' } ],
	[ 'dark', { width: 1280 }, { colorScheme: 'dark' } ],
	[ 'light on a phone', { width: 360 }, { colorScheme: 'light' } ],
	[ 'dark on a phone', { width: 360 }, { colorScheme: 'dark' } ],
	[ 'forced colours', { width: 1280 }, { forcedColors: 'active' } ],
	[ 'forced colours on a phone', { width: 360 }, { forcedColors: 'active', colorScheme: 'dark' } ]
];

for ( const [ mode, { width }, media ] of MODES ) {
	test( `axe finds no barrier, ${ mode }`, async ( { page } ) => {
		test.slow();
		await page.setViewportSize( { width, height: 800 } );
		await page.emulateMedia( { ...media, reducedMotion: 'reduce' } );
		await inEveryView( page, ( name ) => expectNoBarrier( page, name ) );
	} );
}

const SCREENS = [
	[ '320 pixels', { width: 320, height: 640 } ],
	[ '4K', { width: 3840, height: 2160 } ]
];

for ( const [ screen, size ] of SCREENS ) {
	test( `every view fits ${ screen } without scrolling sideways`, async ( { page } ) => {
		await page.setViewportSize( size );
		await inEveryView( page, ( name ) => expectNoSidewaysScrolling( page, name ) );
	} );
}

test( 'on the widest screen a line is still as long as one can read', async ( { page } ) => {
	await page.setViewportSize( { width: 3840, height: 2160 } );
	await inEveryView( page, async ( name ) => {
		const widest = await page.evaluate( () => Math.max( 0, ...[ ...document.querySelectorAll( '.question textarea, .question input' ) ]
			.map( ( element ) => element.offsetWidth / parseFloat( getComputedStyle( element ).fontSize ) ) ) );
		expect( widest, `times its letters' size that a field is wide in ${ name }` ).toBeLessThanOrEqual( 40 );
	} );
} );

test( 'forced colours leave every icon to be seen', async ( { page } ) => {
	await page.emulateMedia( { forcedColors: 'active' } );
	await inEveryView( page, async ( name ) => {
		expect( await unseenIcons( page ), `icons in ${ name }` ).toEqual( [] );
	} );
} );

test( 'nothing moves for those who do not want it', async ( { page } ) => {
	test.slow();
	await page.emulateMedia( { reducedMotion: 'reduce' } );
	await inEveryView( page, ( name ) => expectNoMotion( page, name ) );
} );

test( 'the chosen colours are shown, and kept', async ( { home: page } ) => {
	const paper = () => page.evaluate( () => getComputedStyle( document.documentElement ).backgroundColor );
	const light = await paper();
	await openMenu( page );
	await page.getByLabel( 'Theme' ).selectOption( 'Dark' );
	await expect.poll( paper ).not.toBe( light );
	const dark = await paper();
	await page.reload();
	await openMenu( page );
	await expect( page.getByLabel( 'Theme' ) ).toHaveValue( 'dark' );
	expect( await paper() ).toBe( dark );
	await page.getByLabel( 'Theme' ).selectOption( 'Theme: auto' );
	await expect.poll( paper ).toBe( light );
} );

for ( const width of [ 360, 1280, 1920 ] ) {
	test( `everything begins at one edge, ${ width } pixels wide`, async ( { page } ) => {
		await page.setViewportSize( { width, height: 800 } );
		await inEveryView( page, async ( name ) => {
			await expect( page.locator( '.footer' ) ).toBeVisible();
			const edges = await page.evaluate( () => Object.fromEntries( [ '.header__app', '.main h1', '.footer > *' ].map( ( selector ) =>
				[ selector, Math.round( document.querySelector( selector ).getBoundingClientRect().left ) ] ) ) );
			expect( new Set( Object.values( edges ) ).size, `edges in ${ name }: ${ JSON.stringify( edges ) }` ).toBe( 1 );
		} );
	} );
}
