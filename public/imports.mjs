// Other names for what a WebAssembly module imports (https://webassembly.github.io/spec/core/binary/modules.html#import-section).

import { HEAD, IMPORT, imports, number, section, sections, vector } from './wasm.mjs';

/** The module in these bytes, with what it imports called as `names`, a `Map`, says. All of its imports have to be in there. */
export function withImportsNamed( bytes, names ) {
	const parts = [ bytes.subarray( 0, HEAD ) ];
	for ( const { id, content } of sections( bytes ) ) {
		parts.push( ...section( id, id === IMPORT ? renamed( content, names ) : content ) );
	}
	return Buffer.concat( parts );
}

function renamed( content, names ) {
	const imported = imports( content );
	const parts = imported.flatMap( ( { module, name, rest } ) => {
		const other = names.get( name );
		if ( !other ) {
			throw new Error( `What is imported as ${ name } is not known` );
		}
		return [ ...vector( module ), ...vector( Buffer.from( other ) ), rest ];
	} );
	return Buffer.concat( [ number( imported.length ), ...parts ] );
}
