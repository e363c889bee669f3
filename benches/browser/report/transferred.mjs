// What the app transfers as a table of files, and what of it is more than it may be.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const weighed = ( [ bytes, limit, what ] ) => `${ String( bytes ).padStart( 7 ) }  ${ what }; ${ limit } are allowed`;

const sentences = ( sums ) => sums.filter( ( [ bytes, limit ] ) => bytes > limit )
	.map( ( [ bytes, limit, what ] ) => `${ bytes } bytes are transferred ${ what }; ${ limit } are allowed (benches/browser/limits.mjs)` );

/**
 * A first visit.
 *
 * @param {{ path: string, bytes: number, isFirst: boolean }[]} files
 * @param {{ first: number, whole: number, late: number }} limits Bytes until the app can be used, of the whole visit, and of the late part.
 * @return {{ lines: string[], exceeded: string[] }} The table, and a sentence for each limit that does not hold.
 */
export function visit( files, limits ) {
	const sum = ( isCounted ) => files.filter( isCounted ).reduce( ( bytes, file ) => bytes + file.bytes, 0 );
	const sums = [
		[ sum( ( { isFirst } ) => isFirst ), limits.first, 'until the app can be used' ],
		[ sum( ( { path } ) => path.startsWith( 'late-' ) ), limits.late, 'for the views beside writing' ],
		[ sum( () => true ), limits.whole, 'by a first visit' ]
	];
	return {
		lines: [
			'  bytes  of a first visit, brotli (*: nothing works before it is there)',
			...files.map( ( { path, bytes, isFirst } ) => `${ String( bytes ).padStart( 7 ) }${ isFirst ? '*' : ' ' } ${ path }` ),
			...sums.map( weighed )
		],
		exceeded: sentences( sums )
	};
}

/**
 * The words of the languages beside English, each in two files: `uk-….json` and `uk.late-….json` are Ukrainian's.
 *
 * @param {string} folder The app as it is published.
 * @param {number} limit Bytes of brotli that both files of a language may have together.
 * @return {{ lines: string[], exceeded: string[] }} The table, and a sentence for each language that is over the limit.
 */
export function languages( folder, limit ) {
	const bytes = {};
	for ( const name of readdirSync( join( folder, 'i18n' ) ) ) {
		const [ , code ] = name.match( /^(.+?)(?:\.late)?-[^-]+\.json\.br$/ ) || [];
		if ( code ) {
			bytes[ code ] = ( bytes[ code ] || 0 ) + statSync( join( folder, 'i18n', name ) ).size;
		}
	}
	const sums = Object.entries( bytes ).map( ( [ code, sum ] ) => [ sum, limit, `for the words of ${ code }` ] );
	return {
		lines: sums.map( weighed ),
		exceeded: sums.length ? sentences( sums ) : [ `no language is in ${ folder }` ]
	};
}
