// What every journey stands on: a page of its own with empty storage, which it may not leave, and in which nothing may
// go wrong unnoticed.

import { test as base, expect } from '@playwright/test';
import { said } from './spoken.mjs';

export { expect };

export const test = base.extend( {
	/** The other origins that a journey may lead to. */
	mayAsk: [ [], { option: true } ],

	/**
	 * Requests that have left the app's own address, errors of the page, and what its policy has refused: none of these may
	 * come up.
	 */
	watch: [ async ( { context, baseURL, mayAsk }, use ) => {
		const requests = [];
		const errors = [];
		await context.addInitScript( () => addEventListener( 'securitypolicyviolation', ( { effectiveDirective, blockedURI } ) => {
			console.error( `${ effectiveDirective } refuses ${ blockedURI }` );
		} ) );
		context.on( 'request', ( request ) => requests.push( request.url() ) );
		context.on( 'weberror', ( error ) => errors.push( String( error.error() ) ) );
		context.on( 'console', ( message ) => {
			if ( message.type() === 'error' ) {
				errors.push( message.text() );
			}
		} );
		await use( { requests, errors } );
		const own = ( url ) => url.startsWith( baseURL ) || mayAsk.some( ( origin ) => url.startsWith( `${ origin }/` ) ) || /^(data:|blob:http:\/\/127\.0\.0\.1:)/.test( url );
		expect( requests.filter( ( url ) => !own( url ) ), 'requests that left the app' ).toEqual( [] );
		expect( requests.length, 'requests seen' ).toBeGreaterThan( 0 );
		expect( errors, 'errors on the page' ).toEqual( [] );
	}, { auto: true } ],

	/** The app's start page. */
	home: async ( { page }, use ) => {
		await page.goto( './' );
		await expect( choices( page ) ).toBeVisible();
		await use( page );
	},

	/** An empty report, to be written. */
	write: async ( { home }, use ) => {
		await startReport( home );
		await use( home );
	}
} );

/** What is on the page as soon as the app is, and not before. */
export const choices = ( page ) => page.getByRole( 'button', { name: said( page, 'Menu', true ) } );

/** Opens the menu in the header. */
export async function openMenu( page ) {
	await choices( page ).click();
	await expect( page.getByRole( 'combobox', { name: said( page, 'Theme', true ) } ) ).toBeVisible();
}

export async function startReport( page ) {
	await page.getByRole( 'button', { name: 'Start a report' } ).click();
	await expect( page ).toHaveURL( /#\/draft\/[^/]+$/ );
}
