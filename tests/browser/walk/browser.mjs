// The tabs that the walk is in, and what can go wrong around them: storage, network, clock.

import { expect } from '../support/test.mjs';
import { questions } from '../support/questions.mjs';

const { APP_URL } = process.env;

/** What each page of the walk has before the app: a clock that can be set, and storage that can be full. */
function prepare() {
	const real = Date;
	const offset = () => Number( sessionStorage.getItem( 'clock' ) ) || 0;
	window.Date = class extends real {
		constructor( ...given ) {
			super( ...( given.length ? given : [ real.now() + offset() ] ) );
		}

		static now() {
			return real.now() + offset();
		}
	};
	window.full = { local: false, database: false };
	const refuse = () => {
		throw new DOMException( 'on purpose', 'QuotaExceededError' );
	};
	const { setItem } = Storage.prototype;
	Storage.prototype.setItem = function ( ...given ) {
		return window.full.local && this === localStorage ? refuse() : setItem.apply( this, given );
	};
	const { put } = IDBObjectStore.prototype;
	IDBObjectStore.prototype.put = function ( ...given ) {
		return window.full.database ? refuse() : put.apply( this, given );
	};
	addEventListener( 'securitypolicyviolation', ( { effectiveDirective, blockedURI } ) =>
		console.error( `${ effectiveDirective } refuses ${ blockedURI }` ) );
}

/** A browser's context in which errors are noted, and what is done to it. */
export class Surroundings {
	/** What the console and the pages have complained of. */
	errors = [];
	isOffline = false;

	constructor( context, fault ) {
		this.context = context;
		context.on( 'weberror', ( error ) => this.errors.push( String( error.error() ) ) );
		context.on( 'console', ( message ) => {
			// The browser itself says of each request that no network answers it.
			const isNetwork = message.text().includes( 'net::ERR_INTERNET_DISCONNECTED' );
			if ( message.type() === 'error' && !isNetwork ) {
				this.errors.push( message.text() );
			}
		} );
		this.ready = ( async () => {
			await context.addInitScript( prepare );
			if ( fault ) {
				await context.addInitScript( fault );
			}
		} )();
	}

	async tab( hash = '' ) {
		await this.ready;
		const page = await this.context.newPage();
		// Leaving is asked about where nothing could be stored; the walk leaves all the same, but not then.
		page.on( 'dialog', ( dialog ) => dialog.accept() );
		// In the place of the empty page, to which nobody can go back then.
		await page.evaluate( ( url ) => location.replace( url ), APP_URL + hash );
		await expect( menu( page ) ).toBeVisible( { timeout: 30_000 } );
		return page;
	}

	async setOffline( isOffline ) {
		this.isOffline = isOffline;
		await this.context.setOffline( isOffline );
	}
}

/** What is on the page as soon as the app is. */
const menu = ( page ) => page.getByRole( 'button', { name: 'Menu' } );

/** Loads the app anew, at this address. */
export async function load( page, hash ) {
	await page.goto( APP_URL + hash );
	await page.reload();
	await expect( menu( page ) ).toBeVisible( { timeout: 30_000 } );
}

/** The draft that a tab has open, by its address; none on the start page. */
export const reportOf = ( page ) => new URL( page.url() ).hash.match( /^#\/draft\/([^/]+)/ )?.[ 1 ];

/** Whether a tab shows the questions of a report. */
export const isWriting = ( page ) => /^#\/draft\/[^/]+(\/[a-z]+)?$/.test( new URL( page.url() ).hash ) &&
	!/\/(check|history|open|text)$/.test( page.url() );

/** Whether a page can be loaded without a network. */
export const isKept = ( page ) => page.evaluate( () => Boolean( navigator.serviceWorker?.controller ) );

/** What the header says of saving; nothing where no report is open. */
export const saving = ( page ) => page.evaluate( ( words ) =>
	[ ...document.querySelectorAll( 'header p' ) ].map( ( line ) => line.textContent.trim() ).find( ( line ) => words.includes( line ) ) || '',
[ 'Saved in this browser', 'Saved, but not safe from a crash', 'Saving…', 'Opening…', 'Not saved' ] );

/** Fills up this tab's storages, or makes room again. */
export const setFull = ( page, local, database ) => page.evaluate( ( full ) => {
	window.full = full;
}, { local, database } );

export const isFull = ( page ) => page.evaluate( () => window.full.local || window.full.database );

/**
 * What the header says of saving, and after that all that the browser's storages hold of this app, as text: what is saved when it
 * is said is in it.
 */
export function stored( page ) {
	return page.evaluate( async () => {
		const said = [ ...document.querySelectorAll( 'header p' ) ].map( ( line ) => line.textContent.trim() );
		const local = Object.entries( localStorage ).filter( ( [ key ] ) => key.startsWith( 'affiliate-report-builder/' ) )
			.map( ( entry ) => entry.join( ' ' ) ).join( '\n' );
		const names = ( await indexedDB.databases() ).map( ( { name } ) => name );
		if ( !names.includes( 'affiliate-report-builder' ) ) {
			return { isSaved: said.includes( 'Saved in this browser' ), local, database: '' };
		}
		const asked = ( request ) => new Promise( ( done, failed ) => {
			request.onsuccess = () => done( request.result );
			request.onerror = () => failed( request.error );
		} );
		const opened = await asked( indexedDB.open( 'affiliate-report-builder' ) );
		try {
			const texts = opened.transaction( 'texts' ).objectStore( 'texts' );
			const database = ( await asked( texts.getAll() ) ).map( String ).join( '\n' );
			return { isSaved: said.includes( 'Saved in this browser' ), local, database };
		} finally {
			opened.close();
		}
	} );
}

/** Whether the browser's storages hold any report, in the trash or not. */
export async function hasReports( page ) {
	const { local, database } = await stored( page );
	return /\/(draft|slot)\//.test( local ) || database.includes( '"head"' );
}

/** All that is in the fields of the report that a tab shows, and in the texts between which one may choose. */
export async function shown( page ) {
	// Questions are drawn one after another.
	await expect( page.locator( `#question-${ questions.at( -1 ).id }` ) ).toBeVisible( { timeout: 20_000 } );
	return page.evaluate( () => [
		...[ ...document.querySelectorAll( 'main textarea, main input' ) ].map( ( { value } ) => value ),
		...[ ...document.querySelectorAll( 'main section' ) ].map( ( { textContent } ) => textContent )
	].join( '\n' ) );
}
