// What the bench tells of its samples: `node --test benches/browser/report.test.mjs`. `cargo xtask test xtask` calls it.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { contestants } from './contestants.mjs';
import { answersOf, questions } from './form.mjs';
import { goals } from './goals.mjs';
import { plot } from './report/plot.mjs';
import { goalLines, table } from './report/table.mjs';
import { languages, visit } from './report/transferred.mjs';
import { ROWS, values } from './rows.mjs';
import { Samples } from './samples.mjs';
import { median, percentile } from './statistics.mjs';

const percentileId = /^(keys-.*)-p\d+$/;

/** Samples in which each contestant has the number `of` gives for a row. */
function samples( of ) {
	const made = new Samples();
	const ids = new Set( ROWS.map( ( { id } ) => ( id.match( percentileId ) || [ id, id ] )[ 1 ] ) );
	ids.forEach( ( id ) => contestants.forEach( ( { name } ) => made.add( id, name, of( name, id ) ) ) );
	return made;
}

const isReached = ( of ) => goals( values( samples( of ), contestants ) ).map( ( goal ) => goal.isReached );

test( 'medians and percentiles', () => {
	assert.equal( median( [ 9, 1, 5 ] ), 5 );
	assert.equal( median( [ 10, 1, 2, 4 ] ), 3 );
	const hundred = Array.from( { length: 100 }, ( _, index ) => 100 - index );
	assert.equal( percentile( hundred, 50 ), 50 );
	assert.equal( percentile( hundred, 98 ), 98 );
	assert.equal( percentile( [ 7 ], 98 ), 7 );
	assert.equal( percentile( [], 98 ), undefined );
} );

test( 'the table has a ratio behind every number of a peer, and nothing for what was not measured', () => {
	const rows = values( samples( ( name, id ) => id === 'home' && name !== 'app' ? null : name === 'app' ? 100 : 250 ), contestants );
	const lines = table( rows, contestants ).split( '\n' );
	assert.equal( lines.length, ROWS.length + 1 );
	assert.match( lines.find( ( line ) => line.startsWith( 'blocking' ) ), /100 ms +250 ms \(×2\.50\)/ );
	assert.match( lines.find( ( line ) => line.startsWith( 'home with 20 reports, CPU' ) ), /100 ms( +–){4}$/ );
} );

test( 'goals are reached by what is small enough, and only by that', () => {
	const small = ( name, id ) => id === 'lighthouse' ? 100 : name === 'app' ? 10 : 11;
	assert.ok( isReached( small ).every( ( reached ) => reached === true ) );
	const large = ( name, id ) => id === 'lighthouse' ? 99 : name !== 'app' ? 11 : id.endsWith( 'full' ) ? 2e7 : 2e6;
	assert.ok( isReached( large ).every( ( reached ) => reached === false ) );
	const one = goals( values( samples( ( name, id ) => id === 'bytes' && name === 'app' ? 12 : small( name, id ) ), contestants ) );
	assert.match( goalLines( one ), /NOT REACHED {3}ahead of .*\n {14}not: first visit, brotli$/ );
} );

test( 'the plot draws a bar for each contestant and says the same in words', () => {
	const svg = plot( values( samples( ( name ) => name === 'app' ? 1000 : 2000 ), contestants ), contestants );
	assert.equal( svg.match( /class="bar bar--own"/g ).length, 5 );
	assert.equal( svg.match( /class="bar"/g ).length, 5 * ( contestants.length - 1 ) );
	assert.match( svg, /<title id="title">First visit, brotli: this app 1\.0 KB, no framework 2\.0 KB/ );
} );

test( 'every peer gets all thirty questions, and answers of the length that is told', () => {
	assert.equal( questions.length, 30 );
	assert.ok( Object.values( answersOf( 3000 ) ).every( ( text ) => text.length === 3000 ) );
	assert.ok( Object.values( answersOf( 0 ) ).every( ( text ) => text === '' ) );
} );

test( 'a visit is held against its limits', () => {
	const files = [
		{ path: 'a.wasm', bytes: 400, isFirst: true },
		{ path: 'late-b.wasm', bytes: 70, isFirst: false },
		{ path: 'index.html', bytes: 20, isFirst: true }
	];
	const exact = visit( files, { first: 420, whole: 490, late: 70 } );
	assert.deepEqual( exact.lines.slice( 1 ), [
		'    400* a.wasm',
		'     70  late-b.wasm',
		'     20* index.html',
		'    420  until the app can be used; 420 are allowed',
		'     70  for the views beside writing; 70 are allowed',
		'    490  by a first visit; 490 are allowed'
	] );
	assert.deepEqual( exact.exceeded, [] );
	assert.match( visit( files, { first: 419, whole: 490, late: 70 } ).exceeded.join(), /^420 bytes/ );
	assert.match( visit( files, { first: 420, whole: 490, late: 69 } ).exceeded.join(), /^70 bytes/ );
	assert.match( visit( files, { first: 420, whole: 489, late: 70 } ).exceeded.join(), /^490 bytes/ );
} );

test( 'a language\'s two files are held against one limit', () => {
	const folder = mkdtempSync( join( tmpdir(), 'languages-' ) );
	try {
		mkdirSync( join( folder, 'i18n' ) );
		assert.equal( languages( folder, 10 ).exceeded.length, 1 );
		for ( const [ name, bytes ] of [ [ 'zh-hans-0f.json.br', 4 ], [ 'zh-hans.late-1e.json.br', 6 ], [ 'zh-hans-0f.json', 99 ] ] ) {
			writeFileSync( join( folder, 'i18n', name ), 'x'.repeat( bytes ) );
		}
		assert.deepEqual( languages( folder, 10 ), { lines: [ '     10  for the words of zh-hans; 10 are allowed' ], exceeded: [] } );
		assert.match( languages( folder, 9 ).exceeded.join(), /^10 bytes .* zh-hans/ );
	} finally {
		rmSync( folder, { recursive: true } );
	}
} );
