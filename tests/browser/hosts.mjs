// The published folder on hosts as docs/hosting.md has them set up; `cargo xtask test hosts` calls it. HOSTS in the
// environment has their addresses by name.

import { expect, startReport, test } from './support/test.mjs';
import { field } from './support/questions.mjs';

/** Those that are configured: they compress, say how long files may be kept, and send the policy as a header. */
const CONFIGURED = [ 'nginx', 'lighttpd' ];

for ( const [ name, address ] of Object.entries( JSON.parse( process.env.HOSTS ) ) ) {
	test.describe( name, () => {
		test.use( { baseURL: address } );

		test( 'the app works, and keeps what is typed', async ( { write: page } ) => {
			await field( page, 'name' ).fill( 'Lake Orin' );
			await field( page, 'languages' ).pressSequentially( 'Estoni' );
			await expect( page.getByRole( 'option', { name: /^Estonian/ } ) ).toBeVisible();
			await expect( page.getByText( 'Saved in this browser' ) ).toBeVisible();
			await page.reload();
			await expect( field( page, 'name' ) ).toHaveValue( 'Lake Orin' );
		} );

		test( 'files come as what they are, and what is missing is missing', async ( { home: page, request } ) => {
			const wasm = await page.locator( 'script[data-wasm]' ).getAttribute( 'data-wasm' );
			const program = await request.get( wasm, { headers: { 'Accept-Encoding': 'gzip, br' } } );
			expect( program.headers()[ 'content-type' ] ).toBe( 'application/wasm' );
			expect( ( await request.get( 'nothing.js' ) ).status() ).toBe( 404 );
			if ( CONFIGURED.includes( name ) ) {
				const headers = ( await request.get( './' ) ).headers();
				expect( program.headers()[ 'content-encoding' ] ).toBe( 'br' );
				expect( program.headers()[ 'cache-control' ] ).toBe( 'public, max-age=31536000, immutable' );
				expect( headers[ 'cache-control' ] ).toBe( 'no-cache' );
				expect( headers[ 'content-security-policy' ] ).toMatch( /^connect-src 'self' https:\/\/meta\.wikimedia\.org; .*; frame-ancestors 'none'$/ );
				expect( headers[ 'x-content-type-options' ] ).toBe( 'nosniff' );
			}
		} );
	} );
}
