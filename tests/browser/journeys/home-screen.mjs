// In an iPhone's home-screen app a link to a file does nothing: files go by the share sheet, and count once they are handed over.

import { expect, startReport, test } from '../support/test.mjs';
import { field } from '../support/questions.mjs';

/** Such an app, in which the share sheet does what `window.sheet` says. */
const homeScreen = ( page ) => page.addInitScript( () => {
	Object.defineProperty( navigator, 'standalone', { value: true } );
	HTMLAnchorElement.prototype.click = function () {
		window.links = ( window.links || 0 ) + 1;
	};
	window.shared = [];
	navigator.canShare = ( { files } ) => Boolean( files );
	navigator.share = async ( { files } ) => {
		if ( window.sheet === 'closed' ) {
			throw new DOMException( 'closed', 'AbortError' );
		}
		window.shared.push( [ files[ 0 ].name, await files[ 0 ].text() ] );
	};
} );

test( 'the reminder goes once the copy was handed over, and not before', async ( { page } ) => {
	await homeScreen( page );
	const reminder = page.getByText( 'This report is in this browser only.' );
	await page.clock.install( { time: '2026-11-02T09:00:00Z' } );
	await page.goto( './' );
	await startReport( page );
	await field( page, 'name' ).fill( 'Lake' );
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	await page.clock.setSystemTime( '2026-11-09T09:00:00Z' );
	await field( page, 'name' ).fill( 'Lake Orin' );
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible();
	await page.getByRole( 'link', { name: 'Affiliate Report Builder' } ).click();
	await expect( reminder ).toBeVisible();
	const download = page.getByRole( 'button', { name: 'Download Lake Orin' } );
	await page.evaluate( () => {
		window.sheet = 'closed';
	} );
	await download.click();
	await expect( reminder ).toBeVisible();
	await page.evaluate( () => {
		window.sheet = 'open';
	} );
	await download.click();
	await expect( reminder ).toHaveCount( 0 );
	const [ [ name, text ] ] = await page.evaluate( () => window.shared );
	expect( name ).toMatch( /^affiliate-report-Lake-Orin.*\.json$/ );
	expect( JSON.parse( text ).drafts[ 0 ].answers.name.text ).toBe( 'Lake Orin' );
	expect( await page.evaluate( () => window.links ) ).toBe( undefined );
} );
