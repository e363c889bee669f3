// What a first visit to the app transfers: `node bytes.mjs <folder of the app> <bytes until it can be used> <bytes in all>` prints a
// table of the files, and fails if more was transferred than these limits allow. `cargo xtask bytes` calls it.

import { launch } from './chromium.mjs';
import { contestants } from './contestants.mjs';
import { firstVisit } from './measure/first-visit.mjs';
import { visit } from './report/visit.mjs';
import { serve } from './server.mjs';

const [ folder, first, whole ] = process.argv.slice( 2 );
const server = await serve( folder );
const browser = await launch();
try {
	const files = await firstVisit( browser, { ...contestants[ 0 ], server } );
	const { lines, exceeded } = visit( files, { first: Number( first ), whole: Number( whole ) } );
	lines.forEach( ( line ) => console.log( line ) );
	exceeded.forEach( ( sentence ) => console.error( sentence ) );
	process.exitCode = exceeded.length ? 1 : 0;
} finally {
	await browser.close();
	await server.stop();
}
