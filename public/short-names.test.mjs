// Short names: `node --test public/short-names.test.mjs`. `cargo xtask test xtask` calls it.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import binaryen from 'binaryen';
import { namesIn, shortenProgram, shortenScript } from './short-names.mjs';

/** A program that imports `one` and `two` and exports `sum`, which adds up what they return. */
const PROGRAM = `( module
	( import "./app_bg.js" "__wbg_one_0123456789abcdef" ( func $one ( result i32 ) ) )
	( import "./app_bg.js" "__wbg_two_0123456789abcdef" ( func $two ( result i32 ) ) )
	( func ( export "__wbindgen_sum" ) ( result i32 ) ( i32.add ( call $one ) ( call $two ) ) )
)`;

/** As wasm-bindgen writes it. A name that only looks like one of the program's stays. */
const SCRIPT = `
	const text = '__wbg_one_0123456789abcdef';
	export default ( module ) => {
		const imports = { __proto__: null, "./app_bg.js": {
			__proto__: null,
			__wbg_one_0123456789abcdef: function () { return 40; },
			__wbg_two_0123456789abcdef: function () { return 2; }
		} };
		return { sum: new WebAssembly.Instance( module, imports ).exports.__wbindgen_sum(), text };
	};`;

function inFolder( use ) {
	const folder = mkdtempSync( join( tmpdir(), 'short-names-' ) );
	try {
		return use( join( folder, 'app_bg.wasm' ) );
	} finally {
		rmSync( folder, { recursive: true } );
	}
}

function shortened() {
	return inFolder( ( file ) => {
		writeFileSync( file, binaryen.parseText( PROGRAM ).emitBinary() );
		const names = shortenProgram( file, [ '--enable-bulk-memory' ] );
		return { names, program: new WebAssembly.Module( readFileSync( file ) ) };
	} );
}

test( 'the program and its script find each other by short names', async () => {
	const { names, program } = shortened();
	const script = shortenScript( SCRIPT, names );
	const { default: run } = await import( `data:text/javascript,${ encodeURIComponent( script ) }` );
	assert.deepEqual( run( program ), { sum: 42, text: '__wbg_one_0123456789abcdef' } );
	const all = [ ...WebAssembly.Module.imports( program ), ...WebAssembly.Module.exports( program ) ];
	assert.equal( all.length, 3 );
	assert.ok( all.every( ( { module = '', name } ) => module.length < 2 && name.length < 3 ), JSON.stringify( all ) );
} );

test( 'a script without something that is imported is refused', () => {
	const { names } = shortened();
	const other = SCRIPT.replaceAll( '__wbg_two_', '__wbg_too_' );
	assert.throws( () => shortenScript( other, names ), /program imports: __wbg_two_0123456789abcdef$/ );
	assert.throws( () => shortenScript( SCRIPT.replace( './app_bg.js', './b.js' ), names ), /program imports: \.\/app_bg\.js$/ );
} );

test( 'modules beside the script, which would become one with it, are refused', () => {
	const imports = [ [ './app_bg.js', 'one', 'a' ], [ './snippets/more.js', 'one', 'b' ] ];
	assert.throws( () => namesIn( { imports, exports: [] } ), /more than its own script: .*more\.js/ );
} );

test( 'a name for two things is refused', () => {
	const names = { imported: [ [ 'same', 'a' ] ], exported: [ [ 'same', 'b' ] ] };
	assert.throws( () => shortenScript( SCRIPT, names ), /same name/ );
} );
