/*
 * The service worker: keeps one whole version of the app, so that it works without a network, and never mixes two.
 *
 * Publishing fills in the two lines below. A file is taken only if its bytes are those that were published, so that
 * a host that answers with something else breaks nothing: installing fails, and the version that is there stays.
 * A new version waits until the writer wants it (`offline.js` asks), or until no page of this one is open.
 *
 * Everything stands in one function: a script that did not arrive whole is no script, and not a worker in part.
 */
( function () {
	'use strict';
	/** Every file the app may ask for, relative to the scope, and its digest. `./` is the page. */
	const FILES = [];
	/** Changes with any of them, and with this script. */
	const VERSION = '';

	const { scope } = registration;
	// Other projects share the origin, and may well be other copies of this one: a blank ends the scope.
	const OURS = `affiliate-report-builder ${ scope } `;
	const OWN = OURS + VERSION;
	const digests = new Map( FILES.map( ( [ address, digest ] ) => [ new URL( address, scope ).href, digest ] ) );

	/**
	 * The words of a language, which are kept once they were asked for: those of all are 0.65 MB. The list has none of them; the
	 * page has their addresses, and an address the beginning of the digest.
	 */
	const LANGUAGE = /^(.*\/i18n\/[^/]+)-([0-9a-f]{16})\.json$/;

	/** A file of this version from outside of our cache; fails for anything that differs in a byte. */
	async function get( address, cache ) {
		const response = await fetch( address, { cache, integrity: digests.get( address ), redirect: 'error' } );
		if ( !response.ok || !await isItself( address, response.clone() ) ) {
			throw new Error( `${ response.status } ${ address }` );
		}
		return response;
	}

	/** Whether a language's words are those of its address. */
	async function isItself( address, response ) {
		const [ , , digest ] = LANGUAGE.exec( address ) || [];
		if ( !digest ) {
			return true;
		}
		const bytes = new Uint8Array( await crypto.subtle.digest( 'SHA-256', await response.arrayBuffer() ) );
		return Array.from( bytes, ( byte ) => byte.toString( 16 ).padStart( 2, '0' ) ).join( '' ).startsWith( digest );
	}

	/** The words of this version of each language that any version keeps. */
	async function languages() {
		const page = await kept( scope, OWN );
		const listed = Array.from( ( await page.text() ).matchAll( / data-at="([^"]*)"/g ), ( [ , at ] ) => new URL( at, scope ).href );
		const known = new Set();
		for ( const name of await caches.keys() ) {
			if ( name.startsWith( OURS ) ) {
				const requests = await ( await caches.open( name ) ).keys();
				requests.forEach( ( { url } ) => known.add( ( LANGUAGE.exec( url ) || [] )[ 1 ] ) );
			}
		}
		return listed.filter( ( address ) => LANGUAGE.test( address ) && known.has( LANGUAGE.exec( address )[ 1 ] ) );
	}

	/** Puts into our cache what is missing there: on a first visit, what the page has just loaded, without loading it again. */
	async function fill( more = [] ) {
		const cache = await caches.open( OWN );
		const there = new Set( ( await cache.keys() ).map( ( request ) => request.url ) );
		const keep = async ( address ) => {
			if ( !there.has( address ) ) {
				// However old: the digest decides. The browser may keep a broken answer for as long as the host said.
				const file = get( address, 'force-cache' ).catch( () => get( address, 'reload' ) );
				await cache.put( address, await file );
			}
		};
		await Promise.all( Array.from( digests.keys(), keep ) );
		await Promise.all( ( await languages() ).concat( more ).map( keep ) );
	}

	async function install() {
		try {
			await fill();
		} catch ( error ) {
			await caches.delete( OWN );
			throw error;
		}
	}

	/** Deletes other versions, unless a page may still need files of one, or one is about to be used. */
	async function tidy() {
		const names = await caches.keys();
		const pages = await clients.matchAll();
		if ( pages.length === 1 && !registration.installing && !registration.waiting ) {
			const old = names.filter( ( name ) => name.startsWith( OURS ) && name !== OWN );
			await Promise.all( old.map( ( name ) => caches.delete( name ) ) );
		}
	}

	/** A file that a version of ours keeps. What the host said of `Vary` is no matter: there is one of each. */
	const kept = ( address, cacheName ) => caches.match( address, { cacheName, ignoreVary: true } );

	/** A file that is not of this version, for a page of another one. */
	async function keptByOthers( address ) {
		for ( const name of await caches.keys() ) {
			const found = name.startsWith( OURS ) && await kept( address, name );
			if ( found ) {
				return found;
			}
		}
	}

	async function file( request, address ) {
		// A cache that cannot be read is one that is not there.
		const found = digests.has( address ) ? kept( address, OWN ) : keptByOthers( address );
		return await found.catch( () => {} ) || ( LANGUAGE.test( address ) ? newLanguage( address ) : fetch( request ) );
	}

	/** A language that was not asked for before. */
	async function newLanguage( address ) {
		const response = await fetch( address );
		if ( response.ok && await isItself( address, response.clone() ) ) {
			const cache = await caches.open( OWN );
			// Where there is no room it is asked for again.
			await cache.put( address, response.clone() ).catch( () => {} );
		}
		return response;
	}

	/** Whether nothing is missing: browsers delete what they keep, and people do. */
	async function isWhole() {
		const cache = await caches.open( OWN );
		return ( await cache.keys() ).filter( ( { url } ) => digests.has( url ) ).length >= digests.size;
	}

	/** The page, from the cache. Where files are missing the network's comes first: the host may have another version by now. */
	async function page( request ) {
		const [ found, whole ] = await Promise.all( [ kept( scope, OWN ), isWhole() ] ).catch( () => [] );
		if ( found && whole ) {
			return found;
		}
		try {
			const response = await fetch( request );
			return response.status < 400 ? response : found || response;
		} catch ( error ) {
			if ( found ) {
				return found;
			}
			throw error;
		}
	}

	addEventListener( 'install', ( event ) => event.waitUntil( install() ) );

	// The page that has brought the worker in has not come from it; from now on it has its files from here, too.
	addEventListener( 'activate', ( event ) => event.waitUntil( clients.claim() ) );

	addEventListener( 'fetch', ( event ) => {
		const { request } = event;
		const address = request.url.replace( /[?#].*$/, '' );
		if ( request.mode === 'navigate' ) {
			if ( address === scope || address === `${ scope }index.html` ) {
				event.respondWith( page( request ) );
			}
		} else if ( request.method === 'GET' && address.startsWith( scope ) ) {
			event.respondWith( file( request, address ) );
		}
	} );

	addEventListener( 'message', ( event ) => {
		if ( event.data === 'use' ) {
			skipWaiting();
		} else if ( event.data.tend ) {
			// A page of this version says so, now and then, and of the language it is in. Without a network what is missing stays so.
			event.waitUntil( fill( event.data.tend ).catch( () => {} ).then( tidy ) );
		}
	} );
}() );
