// The rows of the table: what is told of the samples, and how it is shown. Smaller is better, but for a score.

import { MACHINES, NETWORKS, REPORTS } from './conditions.mjs';
import { median, percentile } from './statistics.mjs';

/** How a number of this unit is shown. */
export const UNITS = {
	bytes: ( number ) => `${ ( number / 1000 ).toFixed( number < 10_000 ? 1 : 0 ) } KB`,
	memory: ( number ) => `${ ( number / 1e6 ).toFixed( 1 ) } MB`,
	ms: ( number ) => number < 1000 ? `${ number.toFixed( number < 100 ? 1 : 0 ) } ms` : `${ ( number / 1000 ).toFixed( 2 ) } s`,
	msPerSecond: ( number ) => `${ number.toFixed( 1 ) } ms/s`,
	factor: ( number ) => `${ number.toFixed( 2 ) } times`,
	score: ( number ) => number.toFixed( 0 )
};

const middle = ( id ) => ( samples, name ) => {
	const numbers = samples.of( id, name );
	return numbers.length ? median( numbers ) : null;
};

const keys = ( id, percent ) => ( samples, name ) => percentile( samples.of( id, name ), percent ) ?? null;

const row = ( id, title, unit, value = middle( id ) ) => ( { id, title, unit, value } );

/** The samples' name of the keys typed on this machine into this report. */
export const keysId = ( machine, report ) => `keys-${ machine }-${ report }`;

const each = ( conditions, make ) => Object.entries( conditions ).flatMap( ( [ name, condition ] ) => make( name, condition ) );

const keyRows = each( MACHINES, ( machine, { title } ) => [
	...each( REPORTS, ( report, { title: what } ) => [ 50, 98 ].map( ( percent ) => {
		const id = keysId( machine, report );
		return row( `${ id }-p${ percent }`, `key to paint p${ percent }, ${ title }, ${ what }`, 'ms', keys( id, percent ) );
	} ) ),
	row( `growth-${ machine }`, `full against empty, p98, ${ title }`, 'factor', ( samples, name ) => {
		const [ full, empty ] = [ 'full', 'empty' ].map( ( report ) => keys( keysId( machine, report ), 98 )( samples, name ) );
		return full && empty ? full / empty : null;
	} )
] );

/** All rows, in the order they are shown. */
export const ROWS = [
	row( 'bytes', 'first visit, brotli', 'bytes' ),
	...each( NETWORKS, ( network, { title } ) => [
		row( `ready-${ network }`, `ready, ${ title }, CPU ×4`, 'ms' ),
		row( `first-paint-${ network }`, `first content, ${ title }, CPU ×4`, 'ms' )
	] ),
	row( 'taken-over', 'the app has taken over from the page, 1.6 Mbps, CPU ×4', 'ms' ),
	row( 'largest-paint', 'largest paint, 1.6 Mbps, CPU ×4', 'ms' ),
	row( 'blocking', 'blocking time, 1.6 Mbps, CPU ×4', 'ms' ),
	...keyRows,
	...each( REPORTS, ( report, { title } ) => [ row( `saving-${ report }`, `saving, per second of typing, CPU ×4, ${ title }`, 'msPerSecond' ) ] ),
	row( 'growth-saving', 'saving, full against empty, CPU ×4', 'factor', ( samples, name ) => {
		const [ full, empty ] = [ 'full', 'empty' ].map( ( report ) => middle( `saving-${ report }` )( samples, name ) );
		return full && empty ? full / empty : null;
	} ),
	row( 'memory-empty', 'memory, empty report', 'memory' ),
	row( 'memory-full', 'memory, 30 answers of 3 KB', 'memory' ),
	row( 'home', 'home with 20 reports, CPU ×4', 'ms' ),
	row( 'home-full-storage', 'home with 20 reports, storage full, CPU ×4', 'ms' ),
	row( 'offline-laptop', 'ready without network, CPU ×1', 'ms' ),
	row( 'offline-phone', 'ready without network, CPU ×4', 'ms' ),
	row( 'lighthouse', 'Lighthouse performance, mobile', 'score' )
];

/** The rows with each contestant's number, `null` where there is none. */
export const values = ( samples, contestants ) => ROWS.map( ( { id, title, unit, value } ) => ( {
	id, title, unit, values: Object.fromEntries( contestants.map( ( { name } ) => [ name, value( samples, name ) ] ) )
} ) );
