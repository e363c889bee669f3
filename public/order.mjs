// Puts a program's functions in an order in which those that are alike stand side by side: what is compressed then refers to
// what is near, and that is shorter. The compiler has made many functions from one, for other types.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { CODE, CUSTOM, FUNCTION, IMPORT, Reader, imports, number, section, sections, vector } from './wasm.mjs';

/** The kind of an import that is a function. */
const FUNCTIONS = 0;
/** Which part of the section `name` names functions. */
const FUNCTION_NAMES = 1;

/** Orders the functions of the program in this file. `features` are wasm-opt's arguments for what of WebAssembly it may use. */
export function orderFunctions( file, features ) {
	const bytes = readFileSync( file );
	writeFileSync( file, Buffer.concat( [ bytes, names( sections( bytes ) ) ] ) );
	// Without the levels what is written is larger than what was read.
	const how = [ ...features, '--optimize-level=2', '--shrink-level=2', '--reorder-functions-by-name', '--strip-debug' ];
	execFileSync( 'node_modules/.bin/wasm-opt', [ file, ...how, '-o', file ] );
}

/** A section that names each function by its place in the new order: by its type, then by its code. */
function names( all ) {
	const content = ( id ) => all.find( ( each ) => each.id === id )?.content ?? number( 0 );
	const imported = imports( content( IMPORT ) ).filter( ( { kind } ) => kind === FUNCTIONS ).length;
	const types = listed( content( FUNCTION ), ( reader ) => reader.number() );
	const functions = listed( content( CODE ), ( reader ) => reader.vector() ).map( ( code, at ) => ( { at, type: types[ at ], code } ) );
	functions.sort( ( one, other ) => one.type - other.type || Buffer.compare( one.code, other.code ) );
	const width = String( functions.length ).length;
	const named = functions.map( ( { at }, place ) => ( { at, name: Buffer.from( String( place ).padStart( width, '0' ) ) } ) );
	named.sort( ( one, other ) => one.at - other.at );
	const list = named.flatMap( ( { at, name } ) => [ number( imported + at ), ...vector( name ) ] );
	const part = section( FUNCTION_NAMES, Buffer.concat( [ number( named.length ), ...list ] ) );
	return Buffer.concat( section( CUSTOM, Buffer.concat( [ ...vector( Buffer.from( 'name' ) ), ...part ] ) ) );
}

function listed( content, read ) {
	const reader = new Reader( content, 0 );
	return Array.from( { length: reader.number() }, () => read( reader ) );
}
