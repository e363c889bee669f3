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
		const waiting = document.getElementById( 'waiting' );
		if ( waiting ) {
			waiting.hidden = true;
		}
		const pre = message.querySelector( 'pre' );
		if ( pre ) {
			pre.textContent = details || '';
		}
		for ( const button of message.querySelectorAll( '[data-do]' ) ) {
			button.addEventListener( 'click', button.dataset.do === 'reload' ? reload : saveDrafts );
		}
		translate( message );
		document.body.prepend( message );
		message.tabIndex = -1;
		message.focus();
		window.scrollTo( 0, 0 );
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

	/** The message in the language that was chosen, once its words have come; in English until then, and without them. */
	function translate( message ) {
		const code = setting( 'language' );
		const { content } = document.querySelector( 'meta[name=languages]' ) || {};
		if ( !code || code === 'en' || !content || !content.split( ' ' ).includes( code ) ) {
			return;
		}
		// Published files have names by their content, which the page lists.
		const file = 'i18n/' + code + '.json';
		const listed = document.querySelector( 'script[data-file="' + file + '"]' );
		fetch( listed ? listed.dataset.at : file ).then( ( answer ) => answer.json() ).then( ( words ) => {
			for ( const element of message.querySelectorAll( '[data-message]' ) ) {
				element.textContent = words[ element.dataset.message ] || element.textContent;
			}
			message.lang = code;
			message.dir = 'auto';
		} ).catch( () => {} );
	}

	/** All stored drafts as one file of the app's own format; records that are no such files as they are, beside it. */
	function saveDrafts() {
		const whole = { format: 'affiliate-report-builder', version: 1, drafts: [] };
		const rest = {};
		for ( let index = 0; index < localStorage.length; index++ ) {
			const key = localStorage.key( index );
			if ( !key.startsWith( PREFIX + 'draft/' ) ) {
				continue;
			}
			const record = localStorage.getItem( key );
			try {
				const file = JSON.parse( record );
				if ( file.version !== whole.version || !Array.isArray( file.drafts ) ) {
					throw new Error( 'not a file of this version' );
				}
				whole.drafts.push( ...file.drafts );
			} catch {
				rest[ key ] = record;
			}
		}
		save( 'affiliate-reports.json', whole );
		if ( Object.keys( rest ).length ) {
			save( 'affiliate-reports-unreadable.json', rest );
		}
	}

	function save( name, value ) {
		const link = document.createElement( 'a' );
		link.href = URL.createObjectURL( new Blob( [ JSON.stringify( value, null, 2 ) ], { type: 'application/json' } ) );
		link.download = name;
		link.click();
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
		const app = await import( new URL( module, document.baseURI ).href );
		return app.default( { module_or_path: new URL( wasm, document.baseURI ).href } );
	}

	function start() {
		const waiting = document.getElementById( 'waiting' );
		if ( typeof WebAssembly !== 'object' ) {
			show( 'message-no-webassembly' );
			return;
		}
		waiting.hidden = false;
		program()
			.catch( ( error ) => show( 'message-not-loaded', String( error ) ) )
			.finally( keepOffline );
	}

	/** Only a published app has a worker. Without one it works as well, as long as there is a network. */
	function keepOffline() {
		const { offline, worker } = script.dataset;
		if ( worker ) {
			import( new URL( offline, document.baseURI ).href )
				.then( ( module ) => module.default( new URL( worker, document.baseURI ).href ) )
				.catch( () => {} );
		}
	}
	if ( document.readyState === 'loading' ) {
		addEventListener( 'DOMContentLoaded', start );
	} else {
		start();
	}
}() );
