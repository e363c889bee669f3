// The system's share sheet, as phones have it: the draft goes to it as a file, and messages as texts.

import { expect, test } from '../support/test.mjs';
import { storeReport } from '../support/drafts.mjs';
import { downloaded } from '../support/download.mjs';
import { seed } from '../support/questions.mjs';
import { close, dialog, share } from '../support/round.mjs';

/** Gives the browser a share sheet that takes files of these types, and what it was given back. `ends` is how somebody closes it. */
function sheet( page, types, ends = 'done' ) {
	return page.addInitScript( ( [ taken, end ] ) => {
		window.handedOver = [];
		Navigator.prototype.canShare = ( { files } ) => !files || files.every( ( { type } ) => taken.includes( type ) );
		Navigator.prototype.share = async ( { files, text } ) => {
			if ( !navigator.userActivation.isActive ) {
				throw new DOMException( 'nobody has pressed anything', 'NotAllowedError' );
			}
			if ( end !== 'done' ) {
				throw new DOMException( 'on purpose', end );
			}
			const given = ( files || [] ).map( async ( file ) => ( { name: file.name, type: file.type, text: await file.text() } ) );
			window.handedOver.push( ...await Promise.all( given ), ...text ? [ { text } ] : [] );
		};
	}, [ types, ends ] );
}

const handedOver = ( page ) => page.evaluate( () => window.handedOver );
const press = ( page, name ) => dialog( page ).getByRole( 'button', { name } ).click();

for ( const [ browser, types, extension ] of [
	[ 'takes JSON', [ 'application/json', 'text/plain' ], 'json' ],
	[ 'takes texts alone, as Chromium\'s', [ 'text/plain' ], 'txt' ]
] ) {
	test( `a share sheet that ${ browser } gets the draft as a file, which is opened again`, async ( { page } ) => {
		await sheet( page, types );
		const report = await storeReport( page, seed.page );
		await share( page, report );
		await press( page, 'The draft as a file' );
		await expect( dialog( page ).getByText( 'Handed over.' ) ).toBeVisible();
		const [ { name, type, text } ] = await handedOver( page );
		expect( name ).toMatch( new RegExp( `^affiliate-report-.+\\.${ extension }$` ) );
		expect( type ).toBe( extension === 'json' ? 'application/json' : 'text/plain' );
		await close( page );
		await page.goto( '#/open' );
		await page.getByLabel( 'Or choose a file' ).setInputFiles( { name, mimeType: type, buffer: Buffer.from( text ) } );
		await expect( page.getByText( 'There is nothing new in this copy: your report has all of it.' ) ).toBeVisible();
	} );
}

test( 'a share sheet gets the questions as a text', async ( { page } ) => {
	await sheet( page, [] );
	await share( page, await storeReport( page, seed.page ) );
	await press( page, 'The questions with the answers so far' );
	await expect( dialog( page ).getByText( 'Handed over.' ) ).toBeVisible();
	expect( ( await handedOver( page ) )[ 0 ].text ).toContain( seed.answers.mission );
} );

test( 'a share sheet that was closed has had nothing, and nothing is downloaded', async ( { page } ) => {
	await sheet( page, [ 'application/json' ], 'AbortError' );
	await share( page, await storeReport( page, seed.page ) );
	const downloads = [];
	page.on( 'download', ( download ) => downloads.push( download ) );
	await press( page, 'The draft as a file' );
	await press( page, 'The questions, without answers' );
	await expect( dialog( page ).getByText( /Handed over|downloads|clipboard/ ) ).toHaveCount( 0 );
	expect( downloads ).toEqual( [] );
} );

test( 'where the share sheet takes no file, the file is downloaded', async ( { page } ) => {
	await sheet( page, [] );
	await share( page, await storeReport( page, seed.page ) );
	await downloaded( page, () => press( page, 'The draft as a file' ) );
	await expect( dialog( page ).getByText( 'The file is in your downloads. Attach it to a message.' ) ).toBeVisible();
} );
