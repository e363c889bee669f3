// Makes what a release loads small: `trunk build --release` calls it once all files are there, before they are put in
// `dist`. wasm-bindgen writes its script for readers, and its comments and names are half of what would be loaded.
//
// Where the program was cut in two (`split/`), `LATE_WASM` says where the part is that comes late; Trunk knows only the first.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { withImportsNamed } from './imports.mjs';
import { orderFunctions } from './order.mjs';
import { shortenProgram, shortenScript } from './short-names.mjs';

/** As `src/browser/late.rs` calls it. */
const LATE = 'late.wasm';

const folder = process.env.TRUNK_STAGING_DIR;
if ( process.env.TRUNK_PROFILE === 'release' ) {
	const files = readdirSync( folder );
	for ( const name of files.filter( ( file ) => file.endsWith( '.js' ) ) ) {
		const path = join( folder, name );
		const script = readFileSync( path, 'utf8' );
		const program = name.replace( /\.js$/, '_bg.wasm' );
		writeFileSync( path, files.includes( program ) ? around( join( folder, program ), script ) : smaller( name, script ) );
	}
}

function around( program, script ) {
	const names = shortenProgram( program, features() );
	orderFunctions( program, features() );
	if ( process.env.LATE_WASM ) {
		late( process.env.LATE_WASM, new Map( names.exported ) );
	}
	return shortenScript( script, names );
}

/** Puts what comes late beside the program, as Trunk has that optimized, with the names that the program exports by now. */
function late( from, exported ) {
	const to = join( folder, LATE );
	execFileSync( 'node_modules/.bin/wasm-opt', [ from, ...optimizations(), '-o', to ] );
	writeFileSync( to, withImportsNamed( readFileSync( to ), exported ) );
	orderFunctions( to, features() );
}

function smaller( name, script ) {
	// A module keeps what it exports. The worker keeps its names: `publish` looks for two of them, to fill them in.
	const how = name === 'sw.js' ? { minifyWhitespace: true } : { minify: true };
	return transformSync( script, { ...how, charset: 'utf8' } ).code;
}

/** What of WebAssembly the program may use, as Trunk is told in the page. */
function features() {
	return optimizations().filter( ( argument ) => argument.startsWith( '--enable-' ) );
}

/** How the program is optimized, as Trunk is told in the page. */
function optimizations() {
	const page = readFileSync( 'index.html', 'utf8' );
	const [ , level ] = page.match( / data-wasm-opt="([^"]*)"/ );
	const [ , how ] = page.match( / data-wasm-opt-params="([^"]*)"/ );
	return [ `-O${ level }`, ...how.split( ' ' ) ];
}
