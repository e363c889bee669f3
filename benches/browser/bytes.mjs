// What the app transfers: `node bytes.mjs <folder of the app>` prints the files of a first visit and the words of other languages, and
// fails if more was transferred than `limits.mjs` allows. `cargo xtask bytes` calls it.

import { launch } from './chromium.mjs';
import { contestants } from './contestants.mjs';
import { LIMITS } from './limits.mjs';
import { firstVisit } from './measure/first-visit.mjs';
import { languages, visit } from './report/transferred.mjs';
import { serve } from './server.mjs';

const [ folder ] = process.argv.slice( 2 );
const server = await serve( folder );
const browser = await launch();
try {
	const files = await firstVisit( browser, { ...contestants[ 0 ], server } );
	const reports = [ visit( files, LIMITS ), languages( folder, LIMITS.language ) ];
	reports.flatMap( ( { lines } ) => lines ).forEach( ( line ) => console.log( line ) );
	const exceeded = reports.flatMap( ( report ) => report.exceeded );
	exceeded.forEach( ( sentence ) => console.error( sentence ) );
	process.exitCode = exceeded.length ? 1 : 0;
} finally {
	await browser.close();
	await server.stop();
}
