/*
 * Starts the app, and speaks up where that fails. It is plain JavaScript, because it has to work where the app does not:
 * without WebAssembly, when a file did not arrive, and after the app has broken down. Its words are templates in index.html.
 */
( function () {
	'use strict';
	const PREFIX = 'affiliate-report-builder/';
	const script = document.currentScript;

	/** Shows a template's message above the page, and the focus in it. */
	function show( id, details ) {
		const template = document.getElementById( id );
		if ( !template || document.querySelector( '.start-message' ) ) {
			return;
		}
		const message = template.content.firstElementChild.cloneNode( true );
		wait( false );
		const pre = message.querySelector( 'pre' );
		if ( pre ) {
			pre.textContent = details || '';
		}
		for ( const button of message.querySelectorAll( '[data-do]' ) ) {
			button.addEventListener( 'click', button.dataset.do === 'reload' ? reload : saveDrafts );
		}
		offerBegun( message );
		for ( const kind of [ 'input', 'hashchange' ] ) {
			addEventListener( kind, () => offerBegun( message ) );
		}
		// In the page's language, once its words have come.
		dispatchEvent( new CustomEvent( 'affiliate-report-builder:words', { detail: message } ) );
		document.body.prepend( message );
		message.tabIndex = -1;
		message.focus();
		window.scrollTo( 0, 0 );
	}

	/** Shows the way to the file of what was typed before the app came, once something is there. */
	function offerBegun( message ) {
		let isThere = false;
		try {
			isThere = inLocalStorage().some( ( [ key ] ) => /^(draft|slot)\//.test( key.slice( PREFIX.length ) ) );
		} catch {
			// Where nothing can be read, nothing could be kept.
		}
		for ( const part of message.querySelectorAll( '.start-message__begun' ) ) {
			part.hidden = !isThere;
		}
	}

	/** Shows that something is still to come, or no more. */
	function wait( isWaiting ) {
		for ( const words of document.querySelectorAll( '.waiting' ) ) {
			words.hidden = !isWaiting;
		}
	}

	/** Loads the page anew, in a new version if there is one: the script behind `data-offline` does that then. */
	function reload() {
		if ( dispatchEvent( new Event( 'affiliate-report-builder:reload', { cancelable: true } ) ) ) {
			location.reload();
		}
	}

	/** A setting as the app keeps it; none where storage is blocked or holds something else. */
	function setting( name ) {
		try {
			return JSON.parse( localStorage.getItem( PREFIX + 'setting/' + name ) );
		} catch {
			return null;
		}
	}

	/** What the app keeps in localStorage, as pairs of key and record. */
	function inLocalStorage() {
		const keys = Array.from( { length: localStorage.length }, ( _, index ) => localStorage.key( index ) );
		return keys.filter( ( key ) => key.startsWith( PREFIX ) ).map( ( key ) => [ key, localStorage.getItem( key ) ] );
	}

	/** What it keeps in IndexedDB. An answer that does not come is not waited for. */
	function inDatabase() {
		return new Promise( ( done, failed ) => {
			setTimeout( failed, 3000 );
			const opening = indexedDB.open( PREFIX.slice( 0, -1 ) );
			opening.onerror = failed;
			// There was none, and none shall be made.
			opening.onupgradeneeded = () => opening.transaction.abort();
			opening.onsuccess = () => {
				const store = opening.result.transaction( 'texts' ).objectStore( 'texts' );
				const keys = store.getAllKeys();
				const records = store.getAll();
				records.onerror = failed;
				records.onsuccess = () => done( keys.result.map( ( key, index ) => [ key, records.result[ index ] ] ) );
			};
		} );
	}

	/** The drafts that a slot's record holds: one, or more where a field has several texts to choose from. */
	function draftsOf( { head, fields } ) {
		const { answers = {}, form, created, page, summary, rest } = fields;
		const most = Math.max( 1, ...[ page, summary, ...Object.values( answers ) ].map( ( texts ) => texts ? texts.length : 1 ) );
		return Array.from( { length: most }, ( _, number ) => {
			// A field that was cleared has an empty list.
			const of = ( texts, otherwise ) => texts && texts.length ? texts[ Math.min( number, texts.length - 1 ) ][ 3 ] : otherwise;
			// Spread, unlike `Object.assign`, keeps a field of the name `__proto__`.
			return {
				...of( rest ),
				id: number ? head.draft + '-' + number : head.draft,
				form: of( form ),
				year: of( page, {} ).year || '',
				affiliate: of( page, {} ).affiliate || '',
				summary: of( summary, '' ),
				created: of( created ),
				changed: new Date( head.changed ).toISOString(),
				answers: Object.fromEntries( Object.entries( answers ).filter( ( [ , texts ] ) => texts.length ).map( ( [ id, texts ] ) => [ id, of( texts ) ] ) )
			};
		} );
	}

	/** Whether one slot knows all edits that another one knows. Of single fields it may know more than of the others. */
	function covers( one, other ) {
		const known = new Map( one.head.vector );
		for ( const [ field, edits ] of one.head.apart || [] ) {
			edits.forEach( ( [ place, counter ] ) => known.set( `${ field } ${ one.head.vector[ place ][ 0 ] }`, counter ) );
		}
		const knows = ( writer, counter, field ) =>
			Math.max( known.get( writer ) || 0, known.get( `${ field } ${ writer }` ) || 0 ) >= counter;
		return other.head.vector.every( ( [ writer, counter ] ) => knows( writer, counter ) ) &&
			( other.head.apart || [] ).every( ( [ field, edits ] ) =>
				edits.every( ( [ place, counter ] ) => knows( other.head.vector[ place ][ 0 ], counter, field ) ) );
	}

	/** How many edits of its own writer a slot, or the edits beside it, have. */
	const ownEdits = ( { head } ) => new Map( head.vector ).get( head.writer ) || 0;

	/** Brings edits into the slot beside which they stand. Returns whether the slot has them then. */
	function join( slot, { head, fields }, count ) {
		if ( slot.head.draft !== head.draft || slot.head.writer !== head.writer || ownEdits( slot ) < head.since ) {
			return false;
		}
		if ( ownEdits( slot ) < count ) {
			slot.fields = { ...slot.fields, ...fields, answers: { ...slot.fields.answers, ...fields.answers } };
			slot.head = { ...slot.head, vector: head.vector, apart: head.apart, changed: head.changed };
		}
		return true;
	}

	/** The formats of slots, and of edits beside them, whose fields this reads. */
	const SLOT_VERSIONS = [ 1, 3, 4 ];
	const EDIT_VERSIONS = [ 2, 5 ];

	/** All stored drafts as one file of the app's own format; records that this cannot read as they are, beside it. */
	async function saveDrafts() {
		const records = new Map();
		for ( const from of [ inDatabase, inLocalStorage ] ) {
			try {
				( await from() ).forEach( ( [ key, record ] ) => records.set( record, key ) );
			} catch {
				// One of the two is enough.
			}
		}
		const whole = { format: 'affiliate-report-builder', version: 1, drafts: [] };
		const rest = {};
		const slots = [];
		const edits = [];
		records.forEach( ( key, record ) => {
			const kind = key.slice( PREFIX.length ).split( '/' )[ 0 ];
			try {
				const value = kind === 'draft' || kind === 'slot' ? JSON.parse( record ) : null;
				if ( kind === 'draft' ) {
					whole.drafts.push( ...value.drafts );
				} else if ( kind === 'slot' && SLOT_VERSIONS.includes( value.slot ) ) {
					slots.push( value );
				} else if ( kind === 'slot' && EDIT_VERSIONS.includes( value.slot ) ) {
					edits.push( { key, record, value, count: ownEdits( value ) } );
				} else if ( kind === 'slot' ) {
					rest[ key ] = record;
				}
			} catch {
				rest[ key ] = record;
			}
		} );
		// Of two records of edits beside one slot, as the two storages may have them, the later has all of the earlier.
		for ( const { key, record, value, count } of edits.sort( ( one, other ) => one.count - other.count ) ) {
			if ( !slots.filter( ( slot ) => join( slot, value, count ) ).length ) {
				rest[ key ] = record;
			}
		}
		const shown = slots.filter( ( { fields: { form, trash = [] } } ) => form && !trash.length );
		const last = shown.filter( ( slot, index ) => !shown.some( ( other, place ) => place !== index &&
			other.head.draft === slot.head.draft && covers( other, slot ) && ( place < index || !covers( slot, other ) ) ) );
		const named = new Set( last.map( ( slot ) => slot.head.draft ) );
		whole.drafts = whole.drafts.filter( ( draft ) => !named.has( draft.id ) );
		whole.drafts.push( ...last.flatMap( draftsOf ) );
		whole.drafts.forEach( ( draft, index ) => {
			// Two tabs may each have written what the other did not know: both are in the file.
			if ( whole.drafts.findIndex( ( { id } ) => id === draft.id ) < index ) {
				draft.id += '-' + index;
			}
		} );
		const files = [ file( 'affiliate-reports.json', whole ) ];
		if ( Object.keys( rest ).length ) {
			files.push( file( 'affiliate-reports-unreadable.json', rest ) );
		}
		save( files );
	}

	const file = ( name, value ) => new File( [ JSON.stringify( value, null, 2 ) ], name, { type: 'application/json' } );

	/** Hands over files; in an iPhone's home-screen app, where links to files do nothing, by the share sheet. */
	function save( files ) {
		if ( navigator.standalone && navigator.canShare && navigator.canShare( { files } ) ) {
			navigator.share( { files } ).catch( () => {} );
			return;
		}
		for ( const each of files ) {
			const link = document.createElement( 'a' );
			link.href = URL.createObjectURL( each );
			link.download = each.name;
			link.click();
		}
	}

	// The chosen theme, before anything is painted.
	const theme = setting( 'theme' );
	if ( theme === 'light' || theme === 'dark' ) {
		document.documentElement.dataset.theme = theme;
	}

	// A panic tells of itself. A program that ran out of memory or of stack cannot: it only stops.
	addEventListener( 'affiliate-report-builder:crash', ( event ) => show( 'message-crash', event.detail ) );
	addEventListener( 'error', ( { error } ) => stopped( error ) );
	addEventListener( 'unhandledrejection', ( { reason } ) => stopped( reason ) );

	function stopped( error ) {
		if ( typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError ) {
			show( 'message-crash', String( error ) );
		}
	}

	/** Runs the program: out of files of its own or, in the one-file edition, out of the page. */
	async function program() {
		const { module, wasm } = script.dataset;
		if ( !module ) {
			return window.affiliateReportBuilder();
		}
		// Both are on their way at once.
		const bytes = fetch( address( wasm ) );
		bytes.catch( () => {} );
		const app = await import( address( module ) );
		return app.default( { module_or_path: bytes } );
	}

	const address = ( file ) => new URL( file, document.baseURI ).href;

	/** Whether the page is kept, and has come from what is kept. In a sandboxed frame, asking throws. */
	function hasWorker() {
		try {
			return Boolean( navigator.serviceWorker.controller );
		} catch {
			return false;
		}
	}

	/** What a policy has refused that the program needs, in the browser's words. */
	let refused = '';
	document.addEventListener( 'securitypolicyviolation', ( { effectiveDirective, blockedURI } ) => {
		if ( /^(default|script|connect|worker)-src/.test( effectiveDirective ) ) {
			refused = `Content-Security-Policy: ${ effectiveDirective } (${ blockedURI })`;
		}
	} );

	/** Says why the program has not started. */
	async function notStarted( error ) {
		// Browsers tell a moment later that a policy was the reason.
		await new Promise( ( done ) => {
			setTimeout( done, 100 );
		} );
		const why = refused || ( /content.security.policy/i.test( error ) ? String( error ) : '' );
		show( why ? 'message-blocked' : 'message-not-loaded', why || String( error ) );
	}

	/**
	 * Over once the page has been painted: on a first visit its own words and fields come first, and the program does not
	 * share the network and the processor with them. Where a worker has it, it comes at once, and so it does where nothing is painted.
	 */
	function painted() {
		if ( hasWorker() || document.visibilityState === 'hidden' ) {
			return Promise.resolve();
		}
		return new Promise( ( done ) => {
			requestAnimationFrame( () => setTimeout( done ) );
		} );
	}

	function start() {
		if ( typeof WebAssembly !== 'object' ) {
			show( 'message-no-webassembly' );
			return;
		}
		wait( true );
		painted().then( program )
			.catch( ( error ) => isWorthAnother() ? location.reload() : notStarted( error ) )
			.finally( keepOffline );
	}

	/**
	 * Whether the page may well come whole if it is loaded once more. Where a new version waits and the last page of the old one has
	 * just been closed, Chromium now and then (156: 1 in 100 on a busy machine) takes the page from the worker and asks the network
	 * for all else, and the network may have only the new version's files. It is done once, and not to somebody who has begun to write.
	 */
	function isWorthAnother() {
		const [ visit ] = performance.getEntriesByType( 'navigation' );
		const isFirstTry = Boolean( visit && visit.type !== 'reload' );
		return isFirstTry && hasWorker() && document.getElementById( 'first-questions' ).hidden;
	}

	/** Only a published app has a worker. Without one it works as well, as long as there is a network. */
	function keepOffline() {
		const { offline, worker } = script.dataset;
		if ( worker ) {
			import( address( offline ) )
				.then( ( module ) => module.default( address( worker ) ) )
				.catch( () => {} );
		}
	}
	if ( document.readyState === 'loading' ) {
		addEventListener( 'DOMContentLoaded', start );
	} else {
		start();
	}
}() );
