// Makes the scripts of a release small: `trunk build --release` calls it once all files are there, before they are put in
// `dist`. wasm-bindgen writes its script for readers, and its comments and names are half of what would be loaded.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const folder = process.env.TRUNK_STAGING_DIR;
if ( process.env.TRUNK_PROFILE === 'release' ) {
	for ( const name of readdirSync( folder ).filter( ( file ) => file.endsWith( '.js' ) ) ) {
		const path = join( folder, name );
		// A module keeps what it exports. The worker keeps its names: `publish` looks for two of them, to fill them in.
		const how = name === 'sw.js' ? { minifyWhitespace: true } : { minify: true };
		writeFileSync( path, transformSync( readFileSync( path, 'utf8' ), { ...how, charset: 'utf8' } ).code );
	}
}
