/*
 * Links that carry a draft (`#/link/…`): the draft is cut from the address at once, before anything else of the page, so that it does not
 * stay there, and held until the view is there in which a report comes in. It is plain JavaScript, because the program comes later,
 * and the view later still. Meanwhile the tab keeps it as text that came in there, in case the page is loaded anew (`src/views/import/kept.rs`).
 *
 * It is offered by an event, and whoever takes it cancels that; who comes later asks for it with another one (`src/browser/links.rs`).
 */
( function () {
	'use strict';
	const APP = 'affiliate-report-builder';
	/** Where a report comes in. */
	const PLACE = '#/open';
	/** UTF-16 units that are held: a little more than a link may have, so that a longer one is still told from it. */
	const MOST = 66_000;
	/** What nobody has taken yet. */
	let held = null;

	function offer() {
		if ( held !== null && !dispatchEvent( new CustomEvent( `${ APP }:link`, { cancelable: true, detail: held } ) ) ) {
			held = null;
		}
	}

	function cut() {
		const { hash } = location;
		if ( !/^#\/link(\/|$)/.test( hash ) ) {
			return;
		}
		held = hash === '#/link' ? '#/link/' : hash.slice( 0, MOST );
		history.replaceState( null, '', PLACE );
		try {
			sessionStorage.removeItem( `${ APP }/open-markup` );
			sessionStorage.setItem( `${ APP }/open-where`, PLACE );
			sessionStorage.setItem( `${ APP }/open-plain`, held );
		} catch {
			// It is held for as long as the page lives.
		}
		// The view that is there may not be the one at that place.
		setTimeout( offer );
	}

	// Before the program hears of it.
	addEventListener( 'hashchange', cut );
	addEventListener( `${ APP }:take-link`, offer );
	cut();
}() );
