// What is asked of a view's look: no barrier that axe finds, nothing beside the screen.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from './test.mjs';

const axeSource = readFileSync( createRequire( import.meta.url ).resolve( 'axe-core' ), 'utf8' );
const RULES = [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ];

/** Asks axe about the page as it is. */
export async function expectNoBarrier( page, where ) {
	if ( !( await page.evaluate( () => Boolean( window.axe ) ) ) ) {
		// Not as an element: the page's policy lets in no script but the app's own.
		await page.evaluate( axeSource );
	}
	const found = await page.evaluate( async ( values ) => {
		const { violations } = await window.axe.run( document, {
			runOnly: { type: 'tag', values },
			resultTypes: [ 'violations' ]
		} );
		return violations.flatMap( ( { id, nodes } ) =>
			nodes.map( ( { target, failureSummary } ) => `${ id } at ${ target.join( ' ' ) }: ${ failureSummary }` ) );
	}, RULES );
	expect( found, `barriers in ${ where }` ).toEqual( [] );
}

/** Nothing has to be scrolled to sideways. What scrolls within itself, on purpose, is fine. */
export async function expectNoSidewaysScrolling( page, where ) {
	const beyond = await page.evaluate( () => {
		const { clientWidth, scrollWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	} );
	expect( beyond, `pixels beside the screen in ${ where }` ).toBeLessThanOrEqual( 0 );
}

/** Icons, ours and Codex's, that have the colour of the paper. They are masks over a background. */
export function unseenIcons( page ) {
	return page.evaluate( () => {
		const paper = getComputedStyle( document.documentElement ).backgroundColor;
		const shown = [ ...document.body.querySelectorAll( '*' ) ].filter( ( element ) => element.checkVisibility() );
		return shown.flatMap( ( element ) => [ null, '::before', '::after' ].flatMap( ( part ) => {
			const { maskImage, backgroundColor, content } = getComputedStyle( element, part );
			const isIcon = maskImage !== 'none' && ( !part || content !== 'none' );
			const isUnseen = backgroundColor === paper || backgroundColor === 'rgba(0, 0, 0, 0)';
			return isIcon && isUnseen ? [ `${ element.tagName } ${ element.className } ${ part || '' }` ] : [];
		} ) );
	} );
}

/** Nothing moves by itself, nor slides when it is pressed: no animation, no transition that one could see, no smooth scrolling. */
export async function expectNoMotion( page, where ) {
	const moving = await page.evaluate( () => {
		const seconds = ( times ) => Math.max( ...times.split( ',' ).map( ( time ) => parseFloat( time ) / ( time.trim().endsWith( 'ms' ) ? 1000 : 1 ) ) );
		const moves = ( style ) => seconds( style.transitionDuration ) > 0.01 || style.scrollBehavior === 'smooth' ||
			( style.animationName !== 'none' && seconds( style.animationDuration ) > 0.01 );
		return [ ...document.querySelectorAll( '*' ) ].filter( ( element ) => moves( getComputedStyle( element ) ) )
			.map( ( element ) => `${ element.tagName } ${ element.className }` );
	} );
	expect( moving, `what moves in ${ where }` ).toEqual( [] );
}

/** Words that are cut off: they are wider or higher than the element that hides what is beyond it. A table's cells have one height. */
export function clipped( page ) {
	return page.evaluate( () => [ ...document.body.querySelectorAll( '*' ) ].flatMap( ( element ) => {
		const { overflowX, overflowY, clipPath, textOverflow, webkitLineClamp } = getComputedStyle( element );
		const hidesX = overflowX === 'hidden' || overflowX === 'clip';
		const hidesY = overflowY === 'hidden' || overflowY === 'clip';
		// Dots say that there is more.
		const isCutOnPurpose = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
		const isForEyes = element.checkVisibility() && clipPath === 'none' && element.textContent.trim() && !isCutOnPurpose && !element.matches( 'textarea, .off-screen, .progress, [role="gridcell"]' );
		const isBeyond = ( hidesX && element.scrollWidth > element.clientWidth + 1 ) || ( hidesY && element.scrollHeight > element.clientHeight + 1 );
		return isForEyes && isBeyond ? [ `${ element.tagName } ${ element.className }: ${ element.textContent.trim().slice( 0, 60 ) }` ] : [];
	} ) );
}

/** Words of English, by which its sentences are known, and those of them that another language has, too. */
const ENGLISH = [ 'the', 'is', 'are', 'this', 'your', 'you', 'of', 'with', 'and' ];
const ELSEWHERE = { hu: [ 'is' ], ro: [ 'are' ] };

/**
 * Sentences on the screen that are English though the page is in another language: none of the report's own, such as this name, nor what is
 * English on purpose.
 */
export function leftInEnglish( page, name ) {
	return page.evaluate( ( { own, words, elsewhere } ) => {
		const telling = words.filter( ( word ) => !elsewhere[ document.documentElement.lang ]?.includes( word ) );
		const english = new RegExp( `\\b(${ telling.join( '|' ) })\\b` );
		const walker = document.createTreeWalker( document.body, NodeFilter.SHOW_TEXT );
		const found = [];
		while ( walker.nextNode() ) {
			const { data, parentElement } = walker.currentNode;
			const isOwn = parentElement.closest( '[translate="no"], [lang="en"], [dir="auto"], time, script, style, template, noscript' );
			if ( !isOwn && parentElement.checkVisibility() && english.test( data.replaceAll( own, '' ).replace( /\S+\.(?:json|txt)/g, '' ) ) ) {
				found.push( data.trim() );
			}
		}
		return found;
	}, { own: name, words: ENGLISH, elsewhere: ELSEWHERE } );
}
