// What a first visit to the app transfers: `node bytes.mjs <folder of the app>` prints a line for each file: its bytes,
// whether the app has to have it first or later, and its path. `cargo xtask bytes` calls it.

import { launch } from './chromium.mjs';
import { contestants } from './contestants.mjs';
import { firstVisit } from './measure/first-visit.mjs';
import { serve } from './server.mjs';

const [ folder ] = process.argv.slice( 2 );
const server = await serve( folder );
const browser = await launch();
try {
	for ( const { path, bytes, isFirst } of await firstVisit( browser, { ...contestants[ 0 ], server } ) ) {
		console.log( `${ bytes }\t${ isFirst ? 'first' : 'later' }\t${ path }` );
	}
} finally {
	await browser.close();
	await server.stop();
}
