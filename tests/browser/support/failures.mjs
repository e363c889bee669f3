// Tells at the end, in a few lines each, which journeys failed, where and why, also where they passed when they were gone through once
// more: on standard error, which `cargo xtask test` repeats before its table where the step failed. What they saw stands in
// `test-results/`.

import { relative } from 'node:path';

/** The most lines of one failure. */
const LINES = 14;

const plain = ( text ) => text.replace( /\u001b\[[\d;]*m/g, '' );

export default class Failures {
	#failed = [];

	onTestEnd( test, { status, errors, retry } ) {
		if ( ![ test.expectedStatus, 'skipped' ].includes( status ) ) {
			this.#failed.push( { test, errors, retry } );
		}
	}

	onEnd() {
		for ( const { test, errors, retry } of this.#failed ) {
			const { file, line } = errors.find( ( { location } ) => location )?.location ?? test.location;
			const again = test.ok() ? ' (passed once more)' : retry ? ' (once more)' : '';
			console.error( `${ relative( '', file ) }:${ line } › ${ test.title }${ again }` );
			for ( const { message = '' } of errors ) {
				const lines = plain( message ).split( '\n' ).filter( ( line ) => line.trim() );
				console.error( lines.slice( 0, LINES ).map( ( line ) => `    ${ line }` ).join( '\n' ) );
			}
		}
	}

	printsToStdio() {
		return false;
	}
}
