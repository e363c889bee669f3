// Makes what a release loads small: `trunk build --release` calls it once all files are there, before they are put in
// `dist`. wasm-bindgen writes its script for readers, and its comments and names are half of what would be loaded.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { shortenProgram, shortenScript } from './short-names.mjs';

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
	return shortenScript( script, shortenProgram( program, features() ) );
}

function smaller( name, script ) {
	// A module keeps what it exports. The worker keeps its names: `publish` looks for two of them, to fill them in.
	const how = name === 'sw.js' ? { minifyWhitespace: true } : { minify: true };
	return transformSync( script, { ...how, charset: 'utf8' } ).code;
}

/** What of WebAssembly the program may use, as Trunk is told in the page. */
function features() {
	const [ , how ] = readFileSync( 'index.html', 'utf8' ).match( / data-wasm-opt-params="([^"]*)"/ );
	return how.split( ' ' ).filter( ( argument ) => argument.startsWith( '--enable-' ) );
}
