// After the first visit the app works without a network, and without its host.

import { deployNext, expect, kept, keptVersions, lookAgain, started, test, version } from '../support/published.mjs';
import { browse, deleteProfile, newProfile } from '../support/profile.mjs';
import { wordsOf } from '../support/language.mjs';
import { openMenu, startReport } from '../support/test.mjs';
import { field } from '../support/questions.mjs';
import { expectSuggested } from '../support/suggested.mjs';
import { reportInPart, views } from '../support/views.mjs';

for ( const [ name, open ] of views ) {
	test( `without a network, from the start: ${ name }`, async ( { home: page, host, context } ) => {
		const report = await reportInPart( page );
		await host.stop();
		await context.setOffline( true );
		await open( page, report );
		const heading = await page.getByRole( 'heading', { level: 1 } ).innerText();
		await page.reload();
		await expect( page.getByRole( 'heading', { level: 1 } ) ).toHaveText( heading );
	} );
}

test( 'what is loaded late is there without a network', async ( { home: page, host } ) => {
	await startReport( page );
	await host.stop();
	await page.reload();
	await expectSuggested( page );
} );

test.describe( 'in a language', () => {
	const words = wordsOf( 'ar' );
	const started = ( page ) => expect( page.getByRole( 'button', { name: words[ 'ui-start-report' ] } ) ).toBeVisible();
	/** Which languages are kept, of which version whatever. */
	const languages = async ( page ) => [ ...new Set( ( await keptVersions( page ) ).flatMap( ( [ , addresses ] ) => addresses )
		.flatMap( ( address ) => /\/i18n\/([a-z-]+)(?:\.late)?-/.exec( address )?.[ 1 ] || [] ) ) ];

	async function isWhole( page ) {
		await started( page );
		// What comes late as well.
		await page.evaluate( () => {
			location.hash = '#/open';
		} );
		await expect( page.getByRole( 'textbox', { name: words[ 'ui-import-paste' ] } ) ).toBeVisible();
	}

	test( 'the one that is chosen is there without a network, and no other', async ( { home: page, host } ) => {
		await openMenu( page );
		await page.locator( '.header__language' ).selectOption( 'ar' );
		await started( page );
		await expect.poll( () => languages( page ) ).toEqual( [ 'ar' ] );
		await host.stop();
		await page.reload();
		await isWhole( page );
	} );

	test.describe( 'that the browser prefers', () => {
		test.use( { locale: 'ar' } );

		test( 'it is kept on the first visit, and by the next version', async ( { page, host } ) => {
			await page.goto( './' );
			await started( page );
			await kept( page );
			await expect.poll( async () => ( await keptVersions( page ) ).flatMap( ( [ , addresses ] ) => addresses )
				.filter( ( address ) => address.includes( '/i18n/' ) ).length ).toBe( 2 );
			deployNext( host );
			await lookAgain( page );
			await page.getByRole( 'button', { name: words[ 'ui-new-version-use' ] } ).click();
			await expect.poll( () => version( page ).catch( () => {} ) ).toBe( 'next' );
			await started( page );
			await host.stop();
			await page.reload();
			await isWhole( page );
		} );
	} );
} );

test( 'the header says that the network is gone, and that it is back', async ( { home: page, context } ) => {
	await startReport( page );
	const header = page.getByRole( 'banner' );
	const said = header.getByRole( 'status' ).filter( { hasText: /network/i } );
	await expect( said ).toHaveCount( 0 );
	await context.setOffline( true );
	await expect( said ).toHaveText( 'No network. You can go on writing; only opening Meta-Wiki has to wait.' );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
	// Also for whoever comes while it is gone.
	await page.reload();
	await expect( said ).toContainText( 'No network.' );
	await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
	await context.setOffline( false );
	await expect( said ).toHaveText( 'The network is back.' );
	await expect( said ).toHaveCount( 0 );
} );

test( 'the host is gone and the browser is started again', async ( { host }, info ) => {
	const profile = newProfile();
	try {
		const address = await browse( info, host, async ( context ) => {
			const page = await context.newPage();
			await page.goto( './' );
			await started( page );
			await kept( page );
			await startReport( page );
			await field( page, 'mission' ).fill( 'Free knowledge' );
			await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
			return page.url();
		}, profile );
		await host.stop();
		const boots = await browse( info, host, async ( context ) => {
			await context.addInitScript( noteReady );
			const times = [];
			for ( let boot = 0; boot < 5; boot++ ) {
				const page = await context.newPage();
				await page.goto( address );
				await expect( field( page, 'mission' ) ).toHaveValue( 'Free knowledge' );
				times.push( await page.evaluate( () => Math.round( window.ready ) ) );
				await page.close();
			}
			return times;
		}, profile );
		// Measured properly by `cargo xtask bench`; on a busy machine this is only a word.
		console.log( `ready without the host after ${ boots.join( ', ' ) } ms, median ${ boots.toSorted( ( a, b ) => a - b )[ 2 ] } ms` );
		expect( boots.every( ( time ) => time > 0 ) ).toBe( true );
	} finally {
		deleteProfile( profile );
	}
} );

/** Runs in the page: notes when the first field that takes answers is on the screen, in milliseconds since the start. */
function noteReady() {
	const look = () => {
		if ( document.querySelector( '#app textarea' ) ) {
			requestAnimationFrame( () => {
				window.ready = performance.now();
			} );
		} else {
			requestAnimationFrame( look );
		}
	};
	look();
}
