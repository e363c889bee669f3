// Makes the peers' pages as they would be published: bundled, minified, for production.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { form } from './form.mjs';

const sources = fileURLToPath( new URL( '../peers/', import.meta.url ) );

/**
 * Builds these peers into folders of their names; gives the folders.
 *
 * @param {string[]} names Folders of `benches/peers/`.
 * @param {string} packages The folder in which `benches/peers/package.json` is installed.
 * @param {string} target The folder to build in. What is in it is lost.
 * @return {Promise<string[]>} In the order of the names.
 */
export async function buildPeers( names, packages, target ) {
	const esbuild = createRequire( join( packages, 'package.json' ) )( 'esbuild' );
	rmSync( target, { recursive: true, force: true } );
	mkdirSync( target, { recursive: true } );
	const formFile = join( target, 'form.json' );
	writeFileSync( formFile, JSON.stringify( form ) );
	return Promise.all( names.map( async ( name ) => {
		const folder = join( target, name );
		await esbuild.build( {
			entryPoints: { main: join( sources, name, name === 'react' || name === 'rjsf' ? 'main.jsx' : 'main.js' ) },
			outdir: folder,
			bundle: true,
			minify: true,
			format: 'esm',
			target: 'es2022',
			jsx: 'automatic',
			legalComments: 'none',
			logLevel: 'warning',
			define: { 'process.env.NODE_ENV': '"production"' },
			alias: { form: formFile },
			nodePaths: [ join( packages, 'node_modules' ) ]
		} );
		cpSync( join( sources, 'common/page.html' ), join( folder, 'index.html' ) );
		return folder;
	} ) );
}
