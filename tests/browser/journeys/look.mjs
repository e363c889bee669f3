// Every view, on every screen and in every mode, without a barrier.

import { expect, test } from '../support/test.mjs';
import { expectNoBarrier, expectNoSidewaysScrolling, unseenIcons } from '../support/look.mjs';
import { reportInPart, views } from '../support/views.mjs';

for ( const width of [ 1280, 360 ] ) {
	for ( const colorScheme of [ 'light', 'dark' ] ) {
		test( `axe finds no barrier at ${ width } pixels, ${ colorScheme }`, async ( { page } ) => {
			test.slow();
			await page.setViewportSize( { width, height: 800 } );
			await page.emulateMedia( { colorScheme, reducedMotion: 'reduce' } );
			const report = await reportInPart( page );
			for ( const [ name, open ] of views ) {
				await open( page, report );
				await expectNoBarrier( page, name );
				await page.keyboard.press( 'Escape' );
			}
		} );
	}
}

test( 'every view fits 320 pixels without scrolling sideways', async ( { page } ) => {
	await page.setViewportSize( { width: 320, height: 640 } );
	const report = await reportInPart( page );
	for ( const [ name, open ] of views ) {
		await open( page, report );
		await expectNoSidewaysScrolling( page, name );
		await page.keyboard.press( 'Escape' );
	}
} );

test( 'text of twice the size fits, too', async ( { page } ) => {
	await page.setViewportSize( { width: 640, height: 800 } );
	const report = await reportInPart( page );
	await page.evaluate( () => {
		document.documentElement.style.fontSize = '200%';
	} );
	for ( const [ name, open ] of views ) {
		await open( page, report );
		await expectNoSidewaysScrolling( page, name );
		await page.keyboard.press( 'Escape' );
	}
} );

test( 'forced colours leave every icon to be seen', async ( { page } ) => {
	await page.emulateMedia( { forcedColors: 'active' } );
	const report = await reportInPart( page );
	for ( const [ name, open ] of views ) {
		await open( page, report );
		const unseen = await unseenIcons( page );
		expect( unseen, `icons in ${ name }` ).toEqual( [] );
		await page.keyboard.press( 'Escape' );
	}
} );

test( 'the chosen colours are shown, and kept', async ( { home: page } ) => {
	const paper = () => page.evaluate( () => getComputedStyle( document.documentElement ).backgroundColor );
	const light = await paper();
	await page.getByLabel( 'Colours' ).selectOption( 'Dark' );
	await expect.poll( paper ).not.toBe( light );
	const dark = await paper();
	await page.reload();
	await expect( page.getByLabel( 'Colours' ) ).toHaveValue( 'dark' );
	expect( await paper() ).toBe( dark );
	await page.getByLabel( 'Colours' ).selectOption( 'Device colours' );
	await expect.poll( paper ).toBe( light );
} );
