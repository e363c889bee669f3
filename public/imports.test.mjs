// Other names for imports: `node --test public/imports.test.mjs`. `cargo xtask test xtask` calls it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import binaryen from 'binaryen';
import { withImportsNamed } from './imports.mjs';

/** A module that imports one of each kind, and adds 2 to what is at the beginning of the memory. */
const MODULE = `( module
	( import "running" "count" ( func $count ( param i32 ) ( result i32 ) ) )
	( import "running" "table" ( table 1 20 funcref ) )
	( import "running" "memory" ( memory 1 300 ) )
	( import "running" "stack" ( global $stack ( mut i32 ) ) )
	( func ( export "run" ) ( result i32 )
		( global.set $stack ( i32.const 7 ) )
		( i32.add ( call $count ( i32.load ( i32.const 0 ) ) ) ( global.get $stack ) ) ) )`;

function module() {
	const parsed = binaryen.parseText( MODULE );
	parsed.setFeatures( binaryen.Features.MutableGlobals );
	return parsed.emitBinary();
}

const NAMES = new Map( [ [ 'count', 'a' ], [ 'table', 'b' ], [ 'memory', 'c' ], [ 'stack', `a name of ${ 'm'.repeat( 200 ) }any letters` ] ] );

test( 'a module finds what it imports under other names, and runs', () => {
	const renamed = new WebAssembly.Module( withImportsNamed( module(), NAMES ) );
	const names = WebAssembly.Module.imports( renamed );
	assert.deepEqual( names.map( ( { module: from, name } ) => [ from, name ] ).sort(), [ ...NAMES.values() ].map( ( name ) => [ 'running', name ] ).sort() );
	const memory = new WebAssembly.Memory( { initial: 1, maximum: 300 } );
	new Int32Array( memory.buffer )[ 0 ] = 30;
	const running = {
		a: ( value ) => value + 5,
		b: new WebAssembly.Table( { element: 'anyfunc', initial: 1, maximum: 20 } ),
		c: memory,
		[ NAMES.get( 'stack' ) ]: new WebAssembly.Global( { value: 'i32', mutable: true }, 0 )
	};
	assert.equal( new WebAssembly.Instance( renamed, { running } ).exports.run(), 42 );
} );

test( 'what nobody exports, and half a module, is refused', () => {
	const fewer = new Map( [ ...NAMES ].filter( ( [ name ] ) => name !== 'memory' ) );
	assert.throws( () => withImportsNamed( module(), fewer ), /imported as memory is not known$/ );
	assert.throws( () => withImportsNamed( module().subarray( 0, 40 ), NAMES ), /cut$/ );
} );
