// A language beside English, in the very app that is published: the page says that it is there, and its words come
// when they are asked for. They are the English ones in brackets, so that a word that is no message is seen.

import { projectFile } from './questions.mjs';

const { '@metadata': forTranslators, ...english } = JSON.parse( projectFile( 'i18n/en.json' ) );

/** Adds the language of this code. */
export async function addLanguage( page, code ) {
	const words = Object.fromEntries( Object.entries( english ).map( ( [ key, text ] ) => [ key, `⟦${ text }⟧` ] ) );
	await page.route( `**/i18n/${ code }.json`, ( route ) => route.fulfill( { json: words } ) );
	await page.route( ( url ) => url.pathname.endsWith( '/' ), async ( route ) => {
		const response = await route.fetch();
		const body = ( await response.text() ).replace( 'name="languages" content="en"', `name="languages" content="en ${ code }"` );
		await route.fulfill( { response, body } );
	} );
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
