// A folder that several sync: handles of the origin's private file system stand in for the one that somebody would choose, and the
// journey for the program that keeps the folders of several computers in step.

import { expect } from './test.mjs';

const NAME = 'Team';

/** Has the browser's dialog for choosing a folder answer with one of its own. */
export async function withFolder( context ) {
	await context.addInitScript( standIn, NAME );
}

/** The same on a page that is there already. */
export const giveFolder = ( page ) => page.evaluate( standIn, NAME );

function standIn( name ) {
	window.showDirectoryPicker = async () => ( await navigator.storage.getDirectory() ).getDirectoryHandle( name, { create: true } );
}

export const folderButton = ( page, name ) => page.getByRole( 'dialog', { name: 'Share' } ).getByRole( 'button', { name, exact: true } );
export const inStep = ( page ) => page.getByText( 'All that is in the folder is in this report, and all of this report is in your file.' );

/** Comes back to the page, as from another window. */
export const look = ( page ) => page.evaluate( () => dispatchEvent( new Event( 'focus' ) ) );

/** The files in the folder, by name; `null` where there is no folder. What is being written beside a file is none yet. */
export function files( page ) {
	return page.evaluate( async ( name ) => {
		const none = ( error ) => {
			if ( error.name === 'NotFoundError' ) {
				return null;
			}
			throw error;
		};
		// A file that is replaced meanwhile is another one.
		const read = async ( handle ) => {
			const file = await handle.getFile().catch( none );
			return file && file.text().catch( ( error ) => error.name === 'NotReadableError' ? read( handle ) : none( error ) );
		};
		const folder = await ( await navigator.storage.getDirectory() ).getDirectoryHandle( name ).catch( none );
		const texts = {};
		for await ( const handle of folder?.values() || [] ) {
			const text = handle.name.endsWith( '.crswap' ) ? null : await read( handle );
			if ( text !== null ) {
				texts[ handle.name ] = text;
			}
		}
		return folder && texts;
	}, NAME );
}

/** Puts a file into the folder. */
export function put( page, file, text ) {
	return page.evaluate( async ( [ name, ofFile, content ] ) => {
		const folder = await ( await navigator.storage.getDirectory() ).getDirectoryHandle( name, { create: true } );
		const stream = await ( await folder.getFileHandle( ofFile, { create: true } ) ).createWritable();
		await stream.write( content );
		await stream.close();
	}, [ NAME, file, text ] );
}

/** Removes the folder with all that is in it. */
export function removeFolder( page ) {
	return page.evaluate( async ( name ) => ( await navigator.storage.getDirectory() ).removeEntry( name, { recursive: true } ), NAME );
}

/** The one file in the folder, by name and text. */
export async function onlyFile( page ) {
	const all = Object.entries( await files( page ) );
	expect( all ).toHaveLength( 1 );
	return all[ 0 ];
}

/** Waits until what was typed is in a file of the folder. */
export const written = ( page, text ) => expect.poll( async () => Object.values( await files( page ) ).join( '\n' ) ).toContain( text );

/** Brings each person's own file into the folder of the other. `own` has the names. */
export async function sync( people, own ) {
	for ( const [ at, page ] of people.entries() ) {
		const text = ( await files( page ) )[ own[ at ] ];
		for ( const other of people.filter( ( person ) => person !== page ) ) {
			await put( other, own[ at ], text );
		}
	}
}
