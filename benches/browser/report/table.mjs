// The table: a row for each measure, a column for each contestant, and behind each peer's number how it compares.

import { UNITS } from '../rows.mjs';

const MISSING = '–';

/** The table as text, in columns. */
export function table( rows, contestants ) {
	const [ first, ...others ] = contestants;
	const head = [ '', ...contestants.map( ( { title } ) => title ) ];
	const lines = rows.map( ( { title, unit, values } ) => {
		const own = values[ first.name ];
		const cell = ( { name } ) => shown( unit, values[ name ] ) + ratio( values[ name ], own );
		return [ title, shown( unit, own ), ...others.map( cell ) ];
	} );
	const widths = head.map( ( _, column ) => Math.max( ...[ head, ...lines ].map( ( line ) => line[ column ].length ) ) );
	return [ head, ...lines ].map( ( line ) => line.map( ( cell, column ) =>
		column ? cell.padStart( widths[ column ] ) : cell.padEnd( widths[ column ] ) ).join( '  ' ).trimEnd() ).join( '\n' );
}

const shown = ( unit, value ) => value === null ? MISSING : UNITS[ unit ]( value );

/** How many times the app's number a peer's is. */
const ratio = ( value, own ) => value === null || !own ? '' : ` (×${ ( value / own ).toFixed( 2 ) })`;

const word = ( isReached ) => isReached === null ? 'not measured' : isReached ? 'reached' : 'NOT REACHED';

/** The goals, one a line, and where one is reached only in part, what is missing. */
export const goalLines = ( goals ) => goals.flatMap( ( { goal, isReached, exceptions = [] } ) =>
	[ `${ word( isReached ).padEnd( 12 ) }  ${ goal }`, ...exceptions.map( ( title ) => `${ ' '.repeat( 14 ) }not: ${ title }` ) ] ).join( '\n' );
