// Files that the app hands over.

import { readFileSync } from 'node:fs';

/** What comes down when this is done: the file's name, and its content as text. */
export async function downloaded( page, action ) {
	const [ download ] = await Promise.all( [ page.waitForEvent( 'download' ), action() ] );
	return { name: download.suggestedFilename(), text: readFileSync( await download.path(), 'utf8' ) };
}
