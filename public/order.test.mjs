// The order of functions: `node --test public/order.test.mjs`. `cargo xtask test xtask` calls it.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import binaryen from 'binaryen';
import { orderFunctions } from './order.mjs';
import { CODE, Reader, sections } from './wasm.mjs';

/** A program with functions of two types, each type's in the wrong order. They call each other directly and by the table. */
const PROGRAM = `( module
	( type $give ( func ( result i32 ) ) )
	( import "running" "given" ( func $given ( type $give ) ) )
	( table 2 funcref )
	( elem ( i32.const 0 ) $nine $three )
	( func $nine ( result i32 ) ( i32.const 9 ) )
	( func $sum ( export "sum" ) ( param i32 ) ( result i32 )
		( i32.add ( call $given ) ( i32.add ( call $three ) ( call_indirect ( type $give ) ( local.get 0 ) ) ) ) )
	( func $three ( result i32 ) ( i32.const 3 ) ) )`;

function bodies( program ) {
	const reader = new Reader( sections( program ).find( ( { id } ) => id === CODE ).content, 0 );
	return Array.from( { length: reader.number() }, () => reader.vector() );
}

test( 'functions of one type stand side by side, sorted, and find each other', () => {
	const folder = mkdtempSync( join( tmpdir(), 'order-' ) );
	try {
		const file = join( folder, 'program.wasm' );
		writeFileSync( file, binaryen.parseText( PROGRAM ).emitBinary() );
		orderFunctions( file, [] );
		const ordered = readFileSync( file );
		const short = bodies( ordered ).filter( ( body ) => body.length < 6 );
		assert.deepEqual( short, short.toSorted( Buffer.compare ) );
		assert.notEqual( bodies( ordered ).findIndex( ( body ) => body.length > 6 ), 1 );
		const { sum } = new WebAssembly.Instance( new WebAssembly.Module( ordered ), { running: { given: () => 100 } } ).exports;
		assert.deepEqual( [ sum( 0 ), sum( 1 ) ], [ 112, 106 ] );
		assert.deepEqual( WebAssembly.Module.customSections( new WebAssembly.Module( ordered ), 'name' ), [] );
	} finally {
		rmSync( folder, { recursive: true } );
	}
} );
