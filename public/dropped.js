/*
 * Files that are dropped on the page, wherever one is in it: they lead to where a report is opened, and are held until its view
 * is there. It is plain JavaScript, because the browser opens a dropped file in place of the app from the first moment on.
 *
 * They are offered by an event, and whoever takes them cancels it; who comes later asks for them with another one
 * (`src/browser/files.rs`).
 */
( function () {
	'use strict';
	const APP = 'affiliate-report-builder';
	/** What nobody has taken yet. */
	let held = null;

	function offer() {
		if ( held && !dispatchEvent( new CustomEvent( `${ APP }:dropped`, { cancelable: true, detail: held } ) ) ) {
			held = null;
		}
	}

	/** Leads to where a report is opened: into the one that is open, if there is one. Where many are compared, they come in there. */
	function lead() {
		if ( /^#\/reports\/?$/.test( location.hash ) ) {
			return;
		}
		const place = `${ /^#\/draft\/[^/]+/.exec( location.hash ) || '#' }/open`;
		if ( !location.hash.startsWith( place ) ) {
			location.hash = place;
		}
	}

	addEventListener( 'dragover', ( event ) => {
		// What is carried is not told before it is dropped, only of which kinds it is.
		if ( event.dataTransfer.types.includes( 'Files' ) ) {
			event.preventDefault();
		}
	} );
	addEventListener( 'drop', ( event ) => {
		const { files } = event.dataTransfer;
		// Office programs add a picture of a text: the text is meant.
		if ( files.length && !event.dataTransfer.getData( 'text/plain' ).trim() ) {
			event.preventDefault();
			held = Array.from( files );
			lead();
			offer();
		}
	} );
	addEventListener( `${ APP }:take`, offer );
}() );
