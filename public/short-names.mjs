// Short names for what the program and the script around it have of each other. wasm-bindgen names each function by what it
// does and by a digest: hundreds of names in either file, long, unlike each other, and known to nobody else.

import { execFileSync } from 'node:child_process';
import { transformSync } from 'esbuild';

/**
 * Gives the program in this file short names for what it imports and exports. `features` are wasm-opt's arguments for what
 * of WebAssembly it may use. Returns what was imported and exported under which name, and the short name of each.
 */
export function shortenProgram( file, features ) {
	// The levels optimize nothing here; without them what is written is larger than what was read.
	const how = [ ...features, '--optimize-level=2', '--shrink-level=2', '--minify-imports-and-exports-and-modules' ];
	const told = execFileSync( 'node_modules/.bin/wasm-opt', [ file, ...how, '-o', file ], { encoding: 'utf8' } );
	return namesIn( JSON.parse( told ) );
}

/** What wasm-opt tells: `[ module, name, short ]` of imports, `[ name, short ]` of exports. Of all modules it makes one, `a`. */
export function namesIn( { imports, exports } ) {
	const modules = new Set( imports.map( ( [ module ] ) => module ) );
	if ( modules.size > 1 ) {
		throw new Error( `The program imports from more than its own script: ${ [ ...modules ].join( ', ' ) }` );
	}
	const imported = imports.map( ( [ , name, short ] ) => [ name, short ] );
	return { imported: [ ...modules ].map( ( module ) => [ module, 'a' ] ).concat( imported ), exported: exports };
}

/** The script around that program with the same names, as small as can be. */
export function shortenScript( script, { imported, exported } ) {
	const names = new Map( [ ...exported, ...imported ] );
	if ( names.size !== exported.length + imported.length ) {
		throw new Error( 'The program imports and exports something under the same name' );
	}
	const mangleProps = new RegExp( `^(?:${ [ ...names.keys() ].map( escaped ).join( '|' ) })$` );
	const how = { mangleProps, mangleQuoted: true };
	const found = transformSync( script, { ...how, mangleCache: {} } ).mangleCache;
	const missing = imported.filter( ( [ name ] ) => !( name in found ) ).map( ( [ name ] ) => name );
	if ( missing.length ) {
		throw new Error( `The script does not have what the program imports: ${ missing.join( ', ' ) }` );
	}
	return transformSync( script, { ...how, mangleCache: Object.fromEntries( names ), minify: true, charset: 'utf8' } ).code;
}

function escaped( name ) {
	return name.replace( /[.*+?^${}()|[\]\\/]/g, '\\$&' );
}
