// As much of a WebAssembly module's form as is needed to change it (https://webassembly.github.io/spec/core/binary/modules.html).

/** How long the mark and the version before the first section are. */
export const HEAD = 8;
/** The ids of sections. */
export const CUSTOM = 0;
export const IMPORT = 2;
export const FUNCTION = 3;
export const CODE = 10;

/** How many bytes, or numbers, describe an import of each kind: functions, tables, memories, globals. */
const READ = [
	( reader ) => reader.number(),
	( reader ) => {
		reader.byte();
		reader.limits();
	},
	( reader ) => reader.limits(),
	( reader ) => {
		reader.byte();
		reader.byte();
	}
];

/** The sections of the module in these bytes, in order. */
export function sections( bytes ) {
	const reader = new Reader( bytes, HEAD );
	const all = [];
	while ( reader.at < bytes.length ) {
		all.push( { id: reader.byte(), content: reader.vector() } );
	}
	return all;
}

/** What a section of imports holds: from which module, under which name, of which kind, and the bytes that say all but the names. */
export function imports( content ) {
	const reader = new Reader( content, 0 );
	return Array.from( { length: reader.number() }, () => {
		const module = reader.vector();
		const name = Buffer.from( reader.vector() ).toString();
		const begin = reader.at;
		const kind = reader.byte();
		if ( !READ[ kind ] ) {
			throw new Error( `What is imported as ${ name } is not known` );
		}
		READ[ kind ]( reader );
		return { module, name, kind, rest: content.subarray( begin, reader.at ) };
	} );
}

/** A section of this id, in parts. */
export function section( id, content ) {
	return [ Buffer.of( id ), ...vector( content ) ];
}

/** Bytes behind their count, in parts. */
export function vector( content ) {
	return [ number( content.length ), content ];
}

/** An unsigned number in LEB128. */
export function number( value ) {
	const bytes = [];
	do {
		bytes.push( value % 128 + ( value > 127 ? 128 : 0 ) );
		value = Math.floor( value / 128 );
	} while ( value );
	return Buffer.from( bytes );
}

export class Reader {
	constructor( bytes, at ) {
		this.bytes = bytes;
		this.at = at;
	}

	byte() {
		if ( this.at >= this.bytes.length ) {
			throw new Error( 'The module is cut' );
		}
		return this.bytes[ this.at++ ];
	}

	number() {
		let value = 0;
		let place = 1;
		for ( ;; place *= 128 ) {
			const byte = this.byte();
			value += ( byte % 128 ) * place;
			if ( byte < 128 ) {
				return value;
			}
		}
	}

	vector() {
		const length = this.number();
		const begin = this.at;
		this.at += length;
		if ( this.at > this.bytes.length ) {
			throw new Error( 'The module is cut' );
		}
		return this.bytes.subarray( begin, this.at );
	}

	limits() {
		const hasMaximum = this.byte() % 2;
		this.number();
		if ( hasMaximum ) {
			this.number();
		}
	}
}
