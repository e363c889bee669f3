/*
 * Lets one write before the app is there: on a slow network its program takes seconds. *Start a report* works as soon as
 * the page shows it, and leads to the form's first questions as plain fields (`public/first-questions.mjs`).
 *
 * What is typed into them is a draft from the first key on: it is kept in localStorage in the file format of drafts, which the
 * app reads as any other (`docs/storage.md`). So nothing is lost where the app never comes. When it comes it opens that
 * draft, and what it cannot know is handed on: the focus, the selection, and a text that the storage has refused.
 */
( function () {
	'use strict';
	const APP = 'affiliate-report-builder';
	/** Where the tab keeps the id of a report that has nothing in it yet (`src/session/begun.rs`). */
	const BEGUN = `${ APP }/begun`;
	/** UTF-16 units of a text that is kept here; a longer one waits for the app, which knows what to say of it. */
	const MOST = 100_000;

	const place = document.getElementById( 'app' );
	const home = document.getElementById( 'home' );
	const begin = document.getElementById( 'begin' );
	const before = document.getElementById( 'before' );
	const questions = document.getElementById( 'first-questions' );
	const fields = Array.from( questions.querySelectorAll( 'textarea' ) );
	/** The draft that was begun here. */
	let draft = null;
	/** The button that could not do its work here, and has to be pressed again in the app. */
	let pressed = null;
	/** Whether all that was typed is in the record. */
	let isKept = true;
	let isComposing = false;
	/** Where the focus was when the app took the place. */
	let focused = null;

	const stored = ( name ) => localStorage.getItem( `${ APP }/${ name }` );
	const store = ( name, text ) => localStorage.setItem( `${ APP }/${ name }`, text );
	const address = () => `#/draft/${ draft.id }`;

	/** Begins a draft, as `Session::start_report` does: the tab keeps its id, and there is no record before something is typed. */
	function start( { currentTarget } ) {
		const id = Array.from( crypto.getRandomValues( new Uint8Array( 16 ) ), ( byte ) => byte.toString( 16 ).padStart( 2, '0' ) ).join( '' );
		try {
			// What can be written and not be read is lost to the app.
			stored( `draft/${ id }` );
			if ( !hasNothingYet() ) {
				sessionStorage.setItem( BEGUN, id );
				open( id );
			}
		} catch {
			// The app can keep a draft where there is no storage, and says what that means.
			draft = null;
			pressed = currentTarget.id;
			return;
		}
		location.hash = address();
		show();
		scrollTo( 0, 0 );
		questions.querySelector( 'h1' ).focus();
	}

	function open( id ) {
		draft = { id, form: questions.querySelector( '[data-form]' ).dataset.form, year: '', affiliate: '', summary: '', created: new Date().toISOString() };
		for ( const field of fields ) {
			field.value = '';
		}
		heard = said();
		isKept = true;
	}

	/** Whether nothing of the draft was kept yet: it is the one that is begun again. */
	const hasNothingYet = () => draft && sessionStorage.getItem( BEGUN ) === draft.id;

	/** Puts all that was typed into the draft's record. Throws where the storage refuses. */
	function keep() {
		isKept = false;
		const typed = fields.filter( ( { value } ) => value && value.length <= MOST );
		const answers = typed.map( ( { id, value } ) => [ id.replace( 'answer-', '' ), { text: value, origin: 'typed' } ] );
		const drafts = [ { ...draft, changed: new Date().toISOString(), answers: Object.fromEntries( answers ) } ];
		store( `draft/${ draft.id }`, JSON.stringify( { format: APP, version: 1, drafts } ) );
		if ( hasNothingYet() ) {
			sessionStorage.removeItem( BEGUN );
			note();
		}
		isKept = fields.every( ( { value } ) => value.length <= MOST );
	}

	/** Notes that it was only just begun, as `src/session/remembered.rs` does: nobody has to be reminded of a copy yet. */
	function note() {
		try {
			const others = JSON.parse( stored( 'setting/copies' ) );
			store( 'setting/copies', JSON.stringify( [ `${ draft.id } ${ Date.now() }`, others ].filter( Boolean ).join( '\n' ) ) );
		} catch {
			// The reminder comes too early.
		}
	}

	/** What belongs to the address: the back button works here, too. */
	function show() {
		questions.hidden = !isWriting();
		home.hidden = isWriting();
		begin.hidden = !/^(#\/?)?$/.test( location.hash );
	}

	function isWriting() {
		return Boolean( draft ) && location.hash === address();
	}

	/** Whoever has reports here has read what to know before (`src/views/home/before.rs`). */
	function foldWhatIsKnown() {
		try {
			const isKnown = Object.keys( localStorage ).some( ( key ) => key.startsWith( `${ APP }/draft/` ) || key.startsWith( `${ APP }/slot/` ) );
			before.open = !isKnown;
			before.classList.toggle( 'home__before--first', !isKnown );
		} catch {
			// Where nothing can be read, there is nothing.
		}
	}

	/** What the fields were last heard to say. Writing assistants and autofill set something else and do not tell. */
	let heard = '';
	const said = () => JSON.stringify( fields.map( ( { value } ) => value ) );

	function hear() {
		if ( draft && said() !== heard ) {
			type();
		}
	}

	function type() {
		heard = said();
		try {
			keep();
		} catch {
			// It is in the field, and the app takes it from there.
		}
	}

	/** Whoever leaves is asked where the storage has refused what is in the fields. */
	function ask( event ) {
		hear();
		if ( draft && !isKept ) {
			// There may be room by now.
			type();
		}
		if ( draft && !isKept && fields.some( ( { value } ) => value ) ) {
			event.preventDefault();
		}
	}

	/** The app asks for its place. An input method that is in the middle of a word would lose it. */
	function give( event ) {
		if ( isComposing ) {
			event.preventDefault();
			return;
		}
		removeEventListener( 'hashchange', show );
		removeEventListener( 'pagehide', hear );
		hear();
		const element = document.activeElement;
		if ( place.contains( element ) ) {
			const { id, selectionStart, selectionEnd, selectionDirection } = element;
			focused = { found: id ? `#${ id }` : 'main h1', top: top( element ), selection: [ selectionStart, selectionEnd, selectionDirection ] };
		}
	}

	/** The app has taken its place. What is in the record it has read, and it may know more by now: another tab may have gone on. */
	function handOn() {
		removeEventListener( 'beforeunload', ask );
		for ( const { id, value } of isWriting() && !isKept ? fields : [] ) {
			const field = document.getElementById( id );
			if ( field && field.value !== value ) {
				field.value = value;
				field.dispatchEvent( new Event( 'input', { bubbles: true } ) );
			}
		}
		const element = focused && document.querySelector( focused.found );
		if ( element ) {
			element.focus( { preventScroll: true } );
			if ( element.localName === 'textarea' ) {
				element.setSelectionRange( ...focused.selection );
				// The app has more above it.
				scrollBy( 0, top( element ) - focused.top );
			}
		}
		if ( pressed ) {
			document.getElementById( pressed ).click();
		}
	}

	const top = ( element ) => element.getBoundingClientRect().top;

	begin.querySelector( 'button' ).addEventListener( 'click', start );
	questions.addEventListener( 'input', type );
	for ( const kind of [ 'change', 'focusout', 'keydown' ] ) {
		questions.addEventListener( kind, hear );
	}
	addEventListener( 'pagehide', hear );
	addEventListener( 'beforeunload', ask );
	questions.addEventListener( 'keydown', ( event ) => {
		// One line each.
		// An input method's Enter has its own key code in Safari, which ends composing before it tells of the key.
		if ( event.key === 'Enter' && !event.isComposing && event.keyCode !== 229 ) {
			event.preventDefault();
		}
	} );
	for ( const [ kind, is ] of [ [ 'compositionstart', true ], [ 'compositionend', false ] ] ) {
		questions.addEventListener( kind, () => {
			isComposing = is;
		} );
	}
	addEventListener( 'hashchange', show );
	addEventListener( `${ APP }:mount`, give );
	addEventListener( `${ APP }:mounted`, handOn, { once: true } );
	foldWhatIsKnown();
	show();
}() );
