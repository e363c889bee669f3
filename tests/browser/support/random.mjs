// Random numbers that come again with the same seed (mulberry32, public domain), which SEED may give.

export const seed = Number( process.env.SEED ) || Date.now() % 2 ** 31;

let state = seed;

/** Begins anew from another seed. */
export function reseed( from ) {
	state = from;
}

/** A number from 0 to 1, without 1. */
export function random() {
	state = ( state + 0x6D2B79F5 ) | 0;
	let mixed = Math.imul( state ^ ( state >>> 15 ), 1 | state );
	mixed = ( mixed + Math.imul( mixed ^ ( mixed >>> 7 ), 61 | mixed ) ) ^ mixed;
	return ( ( mixed ^ ( mixed >>> 14 ) ) >>> 0 ) / 4294967296;
}

/** A whole number from `from` to `to`, both included. */
export const between = ( from, to ) => from + Math.floor( random() * ( to - from + 1 ) );

/** One of a list. */
export const one = ( list ) => list[ between( 0, list.length - 1 ) ];
