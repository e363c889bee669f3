// A report's page as a table, in the app's preview or as a wiki shows it.

/** The text of every cell, row by row, with one space for whatever separates words. Links to change an answer are the app's. */
export function cells( table ) {
	return table.evaluate( ( element ) => {
		const separate = new Set( [ 'BR', 'DD', 'DIV', 'DL', 'DT', 'LI', 'OL', 'P', 'UL' ] );
		const text = ( node ) => {
			if ( node.nodeType === Node.TEXT_NODE ) {
				return node.data;
			}
			if ( node.nodeType !== Node.ELEMENT_NODE || ( node.getAttribute( 'aria-label' ) || '' ).startsWith( 'Change: ' ) ) {
				return '';
			}
			const inside = [ ...node.childNodes ].map( text ).join( '' );
			return separate.has( node.tagName ) ? ` ${ inside } ` : inside;
		};
		return [ ...element.rows ].map( ( row ) =>
			[ ...row.cells ].map( ( cell ) => text( cell ).replace( /\s+/g, ' ' ).trim() ) );
	} );
}
