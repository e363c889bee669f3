/*
 * Brings the service worker in, and looks for new versions of the app. The start script calls it once the app runs, and once
 * it is known not to: then a new version may be the cure.
 *
 * What it finds stands in `data-version` of the page's root, and an event tells of it; `src/browser/scripts.rs` reads that.
 * - `waiting`: a new version is here, whole, and waits to be wanted
 * - `replaced`: another tab has taken it; the files of this page's version are kept until no other page is open
 */

const HOUR = 60 * 60 * 1000;
/** How long a new version that is wanted may take to come, in milliseconds: usually a tenth of that. */
const PATIENCE = 3000;
/** Stands in the tab's storage where the page is loaded again because a wanted version did not come in time. */
const WANTED = 'affiliate-report-builder/new-version-wanted';

function tell( state ) {
	document.documentElement.dataset.version = state;
	dispatchEvent( new Event( 'affiliate-report-builder:version' ) );
}

/** Loads the page, which lets a version go that Chromium (156) keeps though it was told not to: it does so where it was at work just then. */
function loadForNext() {
	try {
		sessionStorage.setItem( WANTED, '' );
	} catch {
		// Without storage the new version is there the next time the page is opened.
	}
	location.reload();
}

/** Whether the page was loaded for a new version. That is said once. */
function isLoadedForNext() {
	try {
		const found = sessionStorage.getItem( WANTED ) !== null;
		sessionStorage.removeItem( WANTED );
		return found;
	} catch {
		return false;
	}
}

/** The addresses of the words that the page is in; none in English. */
function words() {
	const listed = document.querySelectorAll( `[data-file^="i18n/${ document.documentElement.dataset.language }."]` );
	return Array.from( listed, ( { dataset } ) => new URL( dataset.at, document.baseURI ).href );
}

/** Fails where a browser has or allows no worker; nothing depends on it. */
export default async function ( worker ) {
	const container = navigator.serviceWorker;
	// The first worker takes over the page that has brought it in: that is no news.
	let isKept = Boolean( container.controller );
	let isOld = false;
	const isAwaited = isLoadedForNext();
	container.addEventListener( 'controllerchange', () => {
		if ( isAwaited ) {
			location.reload();
		} else if ( isKept ) {
			isOld = true;
			tell( 'replaced' );
		} else if ( words().length ) {
			container.controller?.postMessage( { tend: words() } );
		}
		isKept = true;
	} );
	const registration = await container.register( worker, { updateViaCache: 'none' } );

	if ( isAwaited && !registration.waiting ) {
		// It came before this script did, or is just coming.
		if ( registration.active.state === 'activated' ) {
			location.reload();
		}
		registration.active.addEventListener( 'statechange', () => location.reload() );
	}

	const look = () => registration.active && registration.waiting && tell( 'waiting' );
	const follow = () => registration.installing?.addEventListener( 'statechange', look );
	registration.addEventListener( 'updatefound', follow );
	follow();
	look();

	const check = () => {
		if ( !isOld ) {
			container.controller?.postMessage( { tend: words() } );
		}
		// Without a network, or when what arrives is no worker, everything stays as it is.
		registration.update().catch( () => {} );
	};
	if ( registration.active ) {
		check();
	}
	setInterval( check, HOUR );
	document.addEventListener( 'visibilitychange', () => document.visibilityState === 'visible' && check() );

	// Whoever wants the page anew gets the newest version: first the worker, then the page.
	addEventListener( 'affiliate-report-builder:reload', ( event ) => {
		const next = registration.waiting;
		if ( !next ) {
			return;
		}
		event.preventDefault();
		isKept = false;
		next.addEventListener( 'statechange', () => {
			if ( next.state === 'activated' || next.state === 'redundant' ) {
				location.reload();
			}
		} );
		next.postMessage( 'use' );
		setTimeout( loadForNext, PATIENCE );
	} );
}
