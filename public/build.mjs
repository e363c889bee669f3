// Makes what a release loads small: `trunk build --release` calls it once all files are there, before they are put in
// `dist`. wasm-bindgen writes its script for readers, and its comments and names are half of what would be loaded.
//
// Where the program was cut in two (`split/`), `LATE_WASM` says where the part is that comes late; Trunk knows only the first.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/** As `src/browser/late.rs` calls it. */
const LATE = 'late.wasm';

const folder = process.env.TRUNK_STAGING_DIR;
if ( process.env.TRUNK_PROFILE === 'release' ) {
	for ( const name of readdirSync( folder ).filter( ( file ) => file.endsWith( '.js' ) ) ) {
		const path = join( folder, name );
		writeFileSync( path, smaller( name, readFileSync( path, 'utf8' ) ) );
	}
	if ( process.env.LATE_WASM ) {
		const optimized = [ process.env.LATE_WASM, ...optimizations(), '-o', join( folder, LATE ) ];
		execFileSync( 'node_modules/.bin/wasm-opt', optimized );
		refuseLateWords( readdirSync( folder ).find( ( name ) => name.endsWith( '_bg.wasm' ) ) );
	}
}

/** Ends the build where the first part has words that come late (`i18n/parted.mjs`). */
function refuseLateWords( first ) {
	const program = readFileSync( join( folder, first ) );
	const words = JSON.parse( readFileSync( '.built/english/late.json', 'utf8' ) );
	// With or without a blank between them, as the files of words have it.
	const isThere = ( key ) => [ ':', ': ' ].some( ( between ) => program.includes( `"${ key }"${ between }"` ) );
	const early = Object.keys( words ).filter( isThere );
	if ( early.length ) {
		throw new Error( `${ first } has words that come late: ${ early.join( ', ' ) }` );
	}
}

function smaller( name, script ) {
	// A module keeps what it exports. The worker keeps its names: `publish` looks for two of them, to fill them in.
	const how = name === 'sw.js' ? { minifyWhitespace: true } : { minify: true };
	return transformSync( script, { ...how, charset: 'utf8' } ).code;
}

/** How the program is optimized, as Trunk is told in the page. */
function optimizations() {
	const page = readFileSync( 'index.html', 'utf8' );
	const [ , level ] = page.match( / data-wasm-opt="([^"]*)"/ );
	const [ , how ] = page.match( / data-wasm-opt-params="([^"]*)"/ );
	return [ `-O${ level }`, ...how.split( ' ' ) ];
}
