// The core's command line, which knows nothing of the app: what both say has to be the same.

import { execFileSync } from 'node:child_process';

/** What `convert --to output` prints for this input. */
export function convert( output, input ) {
	return execFileSync( process.env.CONVERT, [ '--to', output, '-' ], { input, encoding: 'utf8', stdio: [ 'pipe', 'pipe', 'ignore' ] } );
}
