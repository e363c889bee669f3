// Pictures of a screen made small: a palette instead of full colours. Screens have few colours, and the shades at the
// edges of letters may differ by a little.

import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from( '89504e470d0a1a0a', 'hex' );
const COLOURS = 256;

/** The same picture, as a PNG with a palette. What comes in has to be as Chromium makes it: eight bits, not interlaced. */
export function withPalette( png ) {
	const { width, height, pixels } = read( png );
	for ( const step of [ 1, 4, 8, 16, 32, 64 ] ) {
		const palette = new Map();
		const indexes = Buffer.alloc( width * height );
		for ( let at = 0; at < indexes.length && palette.size <= COLOURS; at++ ) {
			const round = ( channel ) => Math.min( 255, Math.round( pixels[ 3 * at + channel ] / step ) * step );
			const colour = ( round( 0 ) * 256 + round( 1 ) ) * 256 + round( 2 );
			if ( !palette.has( colour ) ) {
				palette.set( colour, palette.size );
			}
			indexes[ at ] = palette.get( colour );
		}
		if ( palette.size <= COLOURS ) {
			return write( width, height, [ ...palette.keys() ], indexes );
		}
	}
	throw new Error( 'too many colours' );
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
