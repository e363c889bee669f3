// Pictures of a screen made small: a palette instead of full colours. Screens have few colours, and the shades at the
// edges of letters may differ by a little.

import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from( '89504e470d0a1a0a', 'hex' );
// A byte could name more; fewer are packed better, and the eye does not miss the rest.
const COLOURS = 64;

/** The same picture, as a PNG with a palette. What comes in has to be as Chromium makes it: eight bits, not interlaced. */
export function withPalette( png ) {
	const { width, height, pixels } = read( png );
	const colours = new Uint32Array( width * height ).map( ( _, at ) => pixels.readUIntBE( 3 * at, 3 ) );
	const counts = new Map();
	for ( const colour of colours ) {
		counts.set( colour, ( counts.get( colour ) || 0 ) + 1 );
	}
	// Areas and letters keep their very colours; what is left are shades at the edges of letters.
	const palette = [ ...counts.keys() ].sort( ( one, other ) => counts.get( other ) - counts.get( one ) || one - other ).slice( 0, COLOURS );
	const places = new Map( [ ...counts.keys() ].map( ( colour ) => [ colour, nearest( palette, colour ) ] ) );
	return write( width, height, palette, Buffer.from( colours.map( ( colour ) => places.get( colour ) ) ) );
}

/** Where the colour that is most like this one stands. */
function nearest( palette, colour ) {
	const channels = ( one ) => [ one >> 16, one >> 8 & 255, one & 255 ];
	const [ red, green, blue ] = channels( colour );
	let best = 0;
	let least = Infinity;
	palette.forEach( ( other, at ) => {
		const [ r, g, b ] = channels( other );
		const distance = ( r - red ) ** 2 + ( g - green ) ** 2 + ( b - blue ) ** 2;
		if ( distance < least ) {
			[ best, least ] = [ at, distance ];
		}
	} );
	return best;
}

/** The picture's size, and its pixels as red, green and blue. */
function read( png ) {
	const parts = [];
	let head;
	for ( let at = SIGNATURE.length; at < png.length; ) {
		const length = png.readUInt32BE( at );
		const kind = png.toString( 'latin1', at + 4, at + 8 );
		const data = png.subarray( at + 8, at + 8 + length );
		if ( kind === 'IHDR' ) {
			head = data;
		} else if ( kind === 'IDAT' ) {
			parts.push( data );
		}
		at += length + 12;
	}
	const [ width, height ] = [ head.readUInt32BE( 0 ), head.readUInt32BE( 4 ) ];
	const channels = { 2: 3, 6: 4 }[ head[ 9 ] ];
	if ( head[ 8 ] !== 8 || !channels || head[ 12 ] !== 0 ) {
		throw new Error( 'not a picture as Chromium makes it' );
	}
	const bytes = unfilter( inflateSync( Buffer.concat( parts ) ), width * channels, height, channels );
	const pixels = Buffer.alloc( width * height * 3 );
	for ( let at = 0; at < width * height; at++ ) {
		bytes.copy( pixels, at * 3, at * channels, at * channels + 3 );
	}
	return { width, height, pixels };
}

/** Undoes the filters of each row (PNG specification, 9: Filtering). */
function unfilter( data, rowLength, height, pixelLength ) {
	const bytes = Buffer.alloc( rowLength * height );
	for ( let row = 0; row < height; row++ ) {
		const filter = data[ row * ( rowLength + 1 ) ];
		for ( let column = 0; column < rowLength; column++ ) {
			const at = row * rowLength + column;
			const left = column >= pixelLength ? bytes[ at - pixelLength ] : 0;
			const up = row ? bytes[ at - rowLength ] : 0;
			const corner = row && column >= pixelLength ? bytes[ at - rowLength - pixelLength ] : 0;
			const predicted = [ 0, left, up, ( left + up ) >> 1, paeth( left, up, corner ) ][ filter ];
			bytes[ at ] = data[ row * ( rowLength + 1 ) + 1 + column ] + predicted;
		}
	}
	return bytes;
}

function paeth( left, up, corner ) {
	const [ toLeft, toUp, toCorner ] = [ up - corner, left - corner, left + up - 2 * corner ].map( Math.abs );
	if ( toLeft <= toUp && toLeft <= toCorner ) {
		return left;
	}
	return toUp <= toCorner ? up : corner;
}

function write( width, height, palette, indexes ) {
	const head = Buffer.alloc( 13 );
	head.writeUInt32BE( width, 0 );
	head.writeUInt32BE( height, 4 );
	// Eight bits for each pixel, and they are places in a palette.
	head.set( [ 8, 3 ], 8 );
	const colours = Buffer.from( palette.flatMap( ( colour ) => [ colour >> 16, ( colour >> 8 ) & 255, colour & 255 ] ) );
	const rows = Buffer.alloc( ( width + 1 ) * height );
	for ( let row = 0; row < height; row++ ) {
		indexes.copy( rows, row * ( width + 1 ) + 1, row * width, ( row + 1 ) * width );
	}
	return Buffer.concat( [
		SIGNATURE, part( 'IHDR', head ), part( 'PLTE', colours ), part( 'IDAT', deflateSync( rows, { level: 9 } ) ), part( 'IEND', Buffer.alloc( 0 ) )
	] );
}

function part( kind, data ) {
	const named = Buffer.concat( [ Buffer.from( kind, 'latin1' ), data ] );
	const [ length, sum ] = [ Buffer.alloc( 4 ), Buffer.alloc( 4 ) ];
	length.writeUInt32BE( data.length );
	sum.writeUInt32BE( crc32( named ) );
	return Buffer.concat( [ length, named, sum ] );
}
