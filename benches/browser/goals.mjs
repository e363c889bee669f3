// What is to be reached, and whether it is.

import { LIMITS } from './limits.mjs';

const FRAME = 1000 / 60;
const SCHEMA_FORMS = [ 'surveyjs', 'rjsf' ];

/** Rows that others have, too. How far a row grows is no race. */
const isCompared = ( { unit, values } ) => unit !== 'factor' && SCHEMA_FORMS.every( ( name ) => values[ name ] !== null );

/**
 * The goals with whether they are reached; `null` where nothing was measured.
 *
 * @param {{ id: string, title: string, unit: string, values: Object }[]} rows
 * @return {{ goal: string, isReached: boolean|null, exceptions?: string[] }[]}
 */
export function goals( rows ) {
	const of = ( id, name = 'app' ) => rows.find( ( row ) => row.id === id ).values[ name ];
	const atMost = ( goal, value, limit ) => ( { goal, isReached: value === null ? null : value <= limit } );
	const behind = rows.filter( isCompared ).filter( ( { values } ) => SCHEMA_FORMS.some( ( name ) => values.app > values[ name ] ) );
	return [
		atMost( `a first visit transfers at most ${ LIMITS.whole / 1000 } KB`, of( 'bytes' ), LIMITS.whole ),
		atMost( 'ready at 1.6 Mbps within 1.2 times no framework', of( 'ready-fast' ), 1.2 * of( 'ready-fast', 'plain' ) ),
		atMost( 'ready within 1.0 s at 400 kbps', of( 'ready-slow' ), 1000 ),
		// As soon as the form by a common library can be written in (SurveyJS, 3.4 s). What is typed before is kept.
		atMost( 'the app has taken over within 3.2 s at 1.6 Mbps', of( 'taken-over' ), 3200 ),
		atMost( 'first content within 1.2 s at 400 kbps', of( 'first-paint-slow' ), 1200 ),
		atMost( 'blocking time at most 100 ms', of( 'blocking' ), 100 ),
		...[ 'laptop', 'phone' ].flatMap( ( machine ) => [ 'empty', 'full' ].map( ( report ) => {
			const id = `keys-${ machine }-${ report }-p98`;
			return atMost( `key to paint p98 within a frame of no framework: ${ machine }, ${ report }`, of( id ), of( id, 'plain' ) + FRAME );
		} ) ),
		atMost( 'key to paint p50 within 1.2 times React: laptop, full', of( 'keys-laptop-full-p50' ), 1.2 * of( 'keys-laptop-full-p50', 'react' ) ),
		...[ 'laptop', 'phone' ].map( ( machine ) => atMost( `full against empty at most 1.2 times: ${ machine }`, of( `growth-${ machine }` ), 1.2 ) ),
		atMost( 'saving at most 10 ms per second of typing', of( 'saving-full' ), 10 ),
		atMost( 'saving a full report at most 1.25 times as long as an empty one', of( 'growth-saving' ), 1.25 ),
		atMost( 'ready without network within 300 ms', of( 'offline-laptop' ), 300 ),
		{ goal: 'Lighthouse performance 100', isReached: of( 'lighthouse' ) === null ? null : of( 'lighthouse' ) >= 100 },
		{
			goal: 'ahead of SurveyJS and react-jsonschema-form in every row',
			isReached: behind.length === 0,
			exceptions: behind.map( ( { title } ) => title )
		}
	];
}
