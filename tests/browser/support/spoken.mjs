// What the app's words are on a page that may be in another language: journeys name buttons and fields by their English words.

import { readFileSync } from 'node:fs';

const read = ( code ) => {
	const { '@metadata': forTranslators, ...words } = JSON.parse( readFileSync( new URL( `../../../i18n/${ code }.json`, import.meta.url ), 'utf8' ) );
	return words;
};
const english = read( 'en' );
const spoken = new WeakMap();

/** From now on the page is in the language of this code. */
export function speak( page, code ) {
	spoken.set( page, code === 'en' ? undefined : { ...english, ...read( code ) } );
}

/** The words of the page's language by their keys; none in English. */
export const wordsOn = ( page ) => spoken.get( page );

/** A text as a pattern: blanks of every kind are one, as in accessible names. */
export const escaped = ( text ) => text.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' ).replace( /\s+/g, '\\s+' );

/**
 * What begins with these English words, or is just these if `isWhole`, as the page says it. In English it may stand in brackets, see
 * `language.mjs`.
 */
export function said( page, text, isWhole = false ) {
	const words = spoken.get( page );
	if ( !words ) {
		return new RegExp( `^⟦?${ escaped( text ) }${ isWhole ? '⟧?$' : '' }` );
	}
	const keys = Object.keys( english ).filter( ( key ) => !key.startsWith( 'form-' ) );
	const key = keys.find( ( one ) => english[ one ] === text ) || keys.find( ( one ) => english[ one ].startsWith( `${ text }$` ) ) ||
		keys.find( ( one ) => english[ one ].startsWith( `${ text } $` ) ) || keys.find( ( one ) => english[ one ].startsWith( text ) );
	if ( !key ) {
		throw new Error( `no message begins with "${ text }"` );
	}
	// What stands in for something else may be anything.
	const shape = words[ key ].split( /\{\{[^{}]*\}\}|\$\d/ ).map( escaped ).join( '[^]*' );
	return new RegExp( `^${ shape }$` );
}
