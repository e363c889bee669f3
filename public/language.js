/*
 * The page's language until the app is there, and which one the app begins with: the one that was chosen, or else the first of the
 * browser's that there is, as MediaWiki lets one language stand in for another (`i18n/offered.mjs` writes both into the page).
 *
 * It runs before anything is shown. In another language than English nothing is shown until its words have come, which are those of the
 * app, for as long as that takes no longer than somebody would wait; then the page is English until they are there. The app finds them
 * in the page. Whoever else shows words from `index.html` asks for them by an event (`public/start.js`).
 */
( function () {
	'use strict';
	const APP = 'affiliate-report-builder';
	/** The time without any words that is better than English ones, in milliseconds. */
	const PATIENCE = 3000;
	const root = document.documentElement;
	const rows = JSON.parse( document.querySelector( 'meta[name=languages]' ).content );
	const [ code, tag, isRightToLeft ] = rows.find( ( [ one ] ) => one === chosen() ) || preferred() || rows[ 0 ];

	function chosen() {
		try {
			return JSON.parse( localStorage.getItem( `${ APP }/setting/language` ) );
		} catch {
			return null;
		}
	}

	function preferred() {
		for ( const language of navigator.languages ) {
			// From the whole tag to the language alone: `zh-tw`, then `zh`.
			for ( let part = language.toLowerCase(); part; part = part.replace( /(^|-)[^-]*$/, '' ) ) {
				const found = rows.find( ( [ one, , , , others ] ) => one === part || others.split( ' ' ).includes( part ) );
				if ( found ) {
					return found;
				}
			}
		}
	}

	/** Puts the words into what is in this element. */
	function translate( element, words ) {
		for ( const place of element.querySelectorAll( '[data-message]' ) ) {
			const english = place.textContent;
			const own = words[ place.dataset.message ];
			if ( own && own !== english ) {
				place.textContent = own;
				// A text of the form: the English one is what the report has.
				if ( place.lang ) {
					place.removeAttribute( 'lang' );
					place.removeAttribute( 'dir' );
					keep( english, place.closest( 'label' ) );
				}
			}
		}
	}

	/** Keeps a question's English wording below its label, as `src/views/write/question.rs` does. */
	function keep( english, label ) {
		if ( label ) {
			const field = document.getElementById( label.htmlFor );
			const line = document.createElement( 'span' );
			Object.assign( line, { className: 'question__english', id: field.id.replace( 'answer', 'english' ), lang: 'en', dir: 'ltr', translate: false, textContent: english } );
			label.after( line );
			field.setAttribute( 'aria-describedby', `${ line.id } ${ field.getAttribute( 'aria-describedby' ) }` );
		}
	}

	/** The file of the words: where the page says that it is, or in the page itself, which then has no other. */
	async function load( file, isLoaded ) {
		const inside = () => document.querySelector( `[data-file="${ file }"]` );
		const found = document.querySelector( 'meta[name=one-file][content=""]' ) ? await isLoaded.then( inside ) : inside();
		if ( found && found.textContent ) {
			return found.textContent;
		}
		const answer = await fetch( found ? found.dataset.at : file );
		const text = await answer.text();
		if ( !answer.ok ) {
			throw new Error( answer.status );
		}
		if ( found ) {
			// The app looks there.
			found.textContent = text;
		}
		return text;
	}

	function speak( lang, dir ) {
		Object.assign( root, { lang, dir } );
	}

	const [ lang, dir ] = [ tag || code, isRightToLeft ? 'rtl' : 'ltr' ];
	Object.assign( root.dataset, { language: code, languageTag: lang, languageDir: dir } );
	if ( code === 'en' ) {
		return;
	}
	speak( lang, dir );
	const show = () => root.classList.remove( 'wordless' );
	root.classList.add( 'wordless' );
	setTimeout( show, PATIENCE );
	const isLoaded = new Promise( ( done ) => {
		addEventListener( 'DOMContentLoaded', done );
	} );
	const words = load( `i18n/${ code }.json`, isLoaded ).then( JSON.parse );
	Promise.all( [ words, isLoaded ] ).then( ( [ own ] ) => {
		document.title = own[ 'ui-app-name' ] || document.title;
		translate( document.body, own );
	} ).catch( () => speak( 'en', 'ltr' ) ).finally( show );
	addEventListener( `${ APP }:words`, ( { detail } ) => words.then( ( own ) => {
		translate( detail, own );
		Object.assign( detail, { lang, dir } );
	} ).catch( () => {} ) );
}() );
