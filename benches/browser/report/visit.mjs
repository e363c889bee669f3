// A first visit as a table of files, and what it transferred more than it may.

/**
 * @param {{ path: string, bytes: number, isFirst: boolean }[]} files
 * @param {{ first: number, whole: number }} limits Bytes until the app can be used, and of the whole visit.
 * @return {{ lines: string[], exceeded: string[] }} The table, and a sentence for each limit that does not hold.
 */
export function visit( files, limits ) {
	const sum = ( some ) => some.reduce( ( bytes, file ) => bytes + file.bytes, 0 );
	const sums = [
		[ sum( files.filter( ( { isFirst } ) => isFirst ) ), limits.first, 'until the app can be used' ],
		[ sum( files ), limits.whole, 'by a first visit' ]
	];
	return {
		lines: [
			'  bytes  of a first visit, brotli (*: nothing works before it is there)',
			...files.map( ( { path, bytes, isFirst } ) => `${ String( bytes ).padStart( 7 ) }${ isFirst ? '*' : ' ' } ${ path }` ),
			...sums.map( ( [ bytes, limit, what ] ) => `${ String( bytes ).padStart( 7 ) }  ${ what }; ${ limit } are allowed` )
		],
		exceeded: sums.filter( ( [ bytes, limit ] ) => bytes > limit )
			.map( ( [ bytes, limit, what ] ) => `${ bytes } bytes are transferred ${ what }; ${ limit } are allowed (xtask/src/bytes.rs)` )
	};
}
