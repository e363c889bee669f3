// Numbers out of many.

const sorted = ( numbers ) => [ ...numbers ].sort( ( one, other ) => one - other );

/** The smallest number that so many per cent of them do not pass (nearest rank). */
export function percentile( numbers, percent ) {
	const inOrder = sorted( numbers );
	return inOrder[ Math.max( 0, Math.ceil( inOrder.length * percent / 100 ) - 1 ) ];
}

/** The one in the middle, or half way between the two that are. */
export function median( numbers ) {
	const inOrder = sorted( numbers );
	const half = inOrder.length / 2;
	return ( inOrder[ Math.ceil( half ) - 1 ] + inOrder[ Math.floor( half ) ] ) / 2;
}
