// Files that are dropped on the page.

/**
 * Drops files with the same text on the first element that the selector finds. Returns whether the page has taken them: else
 * the browser would open them in its place.
 */
export const dropFiles = ( page, selector, names, text ) => page.evaluate( ( [ where, files, content ] ) => {
	const dataTransfer = new DataTransfer();
	for ( const name of files ) {
		dataTransfer.items.add( new File( [ content ], name, { type: 'text/plain' } ) );
	}
	const element = document.querySelector( where );
	const refused = [ 'dragenter', 'dragover', 'drop' ].map( ( type ) =>
		element.dispatchEvent( new DragEvent( type, { dataTransfer, bubbles: true, cancelable: true } ) ) );
	// Who takes them says so of the last two.
	return !refused[ 1 ] && !refused[ 2 ];
}, [ selector, names, text ] );
