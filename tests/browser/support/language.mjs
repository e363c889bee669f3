// A language beside English, in the very app that is published. Its words are the English ones in brackets, so that a word that is no
// message is seen.

import { projectFile } from './questions.mjs';

const { '@metadata': forTranslators, ...english } = JSON.parse( projectFile( 'i18n/en.json' ) );

/** Puts the English words in brackets into the place of those of a language that there is. */
export async function addLanguage( page, code ) {
	const words = Object.fromEntries( Object.entries( english ).map( ( [ key, text ] ) => [ key, `⟦${ text }⟧` ] ) );
	await page.route( filesOf( code ), ( route ) => route.fulfill( { json: words } ) );
}

/** The files of a language's words, as they are published. */
export const filesOf = ( code ) => ( { pathname } ) => new RegExp( `/i18n/${ code }(\\.late)?(-[0-9a-f]+)?\\.json$` ).test( pathname );

/** The words of a language that there is, and the English ones. */
export function wordsOf( code ) {
	const { '@metadata': other, ...words } = JSON.parse( projectFile( `i18n/${ code }.json` ) );
	return { ...english, ...words };
}

/** Texts on the screen that are no messages: in no brackets, though made of letters, and neither the report's own, nor a time, nor English on purpose. */
export function bareWords( page ) {
	return page.evaluate( () => {
		const walker = document.createTreeWalker( document.body, NodeFilter.SHOW_TEXT );
		const bare = [];
		while ( walker.nextNode() ) {
			const { data, parentElement } = walker.currentNode;
			const isOwn = parentElement.closest( '[translate="no"], [lang="en"], time, script, style, template, noscript' );
			if ( !isOwn && parentElement.checkVisibility() && /\p{L}/u.test( data.replace( /⟦[^]*⟧/gu, '' ) ) ) {
				bare.push( `${ parentElement.tagName }: ${ data.trim() }` );
			}
		}
		for ( const element of document.querySelectorAll( '[aria-label], [title], [placeholder]' ) ) {
			for ( const name of [ 'aria-label', 'title', 'placeholder' ] ) {
				const text = element.getAttribute( name );
				if ( text && !text.includes( '⟦' ) && !element.closest( '[translate="no"]:not([aria-label]), [lang="en"]' ) ) {
					bare.push( `${ name }: ${ text }` );
				}
			}
		}
		return bare;
	} );
}
