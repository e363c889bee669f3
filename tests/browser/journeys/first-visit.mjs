// What a first visit asks of the host: everything once, the worker's own requests included.

import { expect, kept, keptVersions, started, test } from '../support/published.mjs';
import { browse } from '../support/profile.mjs';
import { KEEPING } from '../support/host.mjs';

/** What the worker keeps, by its own words. */
function listed( host ) {
	const [ , list ] = String( host.file( 'sw.js' ) ).match( /const FILES=(\[\[.*?\]\]);/ );
	return JSON.parse( list ).map( ( [ address ] ) => address );
}

for ( const [ name, keeping ] of Object.entries( KEEPING ) ) {
	test( `nothing is fetched twice from a host that keeps files: ${ name }`, async ( { page, host } ) => {
		host.keeping = keeping;
		await page.goto( './' );
		await started( page );
		await kept( page );
		// The worker has said that it is done; whatever it would still ask for comes now.
		await page.waitForLoadState( 'networkidle' );
		const files = listed( host );
		// What the browser asks again without getting it again is its own matter, and so is how it would install the app.
		const paths = host.requests.filter( ( request ) => request.bytes ).map( ( request ) => request.path )
			.filter( ( path ) => !/^(app-.*\.webmanifest|icon-.*\.png)$/.test( path ) );
		expect( paths.toSorted() ).toEqual( [ ...files.map( ( file ) => file.replace( './', '' ) ), 'sw.js' ].toSorted() );
		expect( files.length ).toBeGreaterThan( 5 );
		const [ [ , addresses ] ] = await keptVersions( page );
		expect( addresses.toSorted() ).toEqual( files.map( ( file ) => new URL( file, host.address ).href ).toSorted() );
	} );
}

test( 'the second visit asks for the worker alone', async ( { home: page, host } ) => {
	host.requests = [];
	await page.reload();
	await started( page );
	await expect.poll( () => host.requests.length ).toBeGreaterThan( 0 );
	await page.waitForLoadState( 'networkidle' );
	expect( new Set( host.requests.map( ( request ) => request.path ) ) ).toEqual( new Set( [ 'sw.js' ] ) );
} );

test( 'it can be installed', async ( { host }, info ) => {
	await browse( info, host, async ( context ) => {
		const page = await context.newPage();
		await page.goto( './' );
		await started( page );
		await kept( page );
		const browser = await context.newCDPSession( page );
		const { errors, url } = await browser.send( 'Page.getAppManifest' );
		expect( errors ).toEqual( [] );
		expect( url ).toMatch( /\.webmanifest$/ );
		const { installabilityErrors } = await browser.send( 'Page.getInstallabilityErrors' );
		expect( installabilityErrors ).toEqual( [] );
	} );
} );
