// Other names for what a WebAssembly module imports (https://webassembly.github.io/spec/core/binary/modules.html#import-section).

const HEAD = 8;
const IMPORT = 2;
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

/** The module in these bytes, with what it imports called as `names`, a `Map`, says. All of its imports have to be in there. */
export function withImportsNamed( bytes, names ) {
	const reader = new Reader( bytes, HEAD );
	const parts = [ bytes.subarray( 0, HEAD ) ];
	while ( reader.at < bytes.length ) {
		const begin = reader.at;
		const id = reader.byte();
		const content = reader.vector();
		parts.push( ...( id === IMPORT ? section( id, renamed( content, names ) ) : [ bytes.subarray( begin, reader.at ) ] ) );
	}
	return Buffer.concat( parts );
}

function renamed( content, names ) {
	const reader = new Reader( content, 0 );
	const count = reader.number();
	const parts = [ number( count ) ];
	for ( let left = count; left; left-- ) {
		const module = reader.vector();
		const name = Buffer.from( reader.vector() ).toString();
		const begin = reader.at;
		const read = READ[ reader.byte() ];
		const other = names.get( name );
		if ( !read || !other ) {
			throw new Error( `What is imported as ${ name } is not known` );
		}
		read( reader );
		parts.push( ...vector( module ), ...vector( Buffer.from( other ) ), content.subarray( begin, reader.at ) );
	}
	return Buffer.concat( parts );
}

function section( id, content ) {
	return [ Buffer.of( id ), ...vector( content ) ];
}

function vector( content ) {
	return [ number( content.length ), content ];
}

/** An unsigned number in LEB128. */
function number( value ) {
	const bytes = [];
	do {
		bytes.push( value % 128 + ( value > 127 ? 128 : 0 ) );
		value = Math.floor( value / 128 );
	} while ( value );
	return Buffer.from( bytes );
}

class Reader {
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
