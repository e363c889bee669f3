// Ways in which a browser's storage fails. Each is put into a page before the app is there, and strikes from the
// moment it is switched on: `window.fail = true`, which is so from the start unless told otherwise, or only one of them
// by its name: `window.fail = 'setItem throws'`.

const thrown = ( name ) => `throw new DOMException( 'on purpose', '${ name }' );`;

/** A method of a prototype that does something else while it is to fail. */
const method = ( owner, name, instead ) => ( fault ) => `{
	const works = ${ owner }.${ name };
	${ owner }.${ name } = function ( ...given ) {
		if ( window.fail === true || window.fail === '${ fault }' ) { ${ instead } }
		return works.apply( this, given );
	};
}`;

/** A getter that does. */
const getter = ( owner, name, instead ) => ( fault ) => `{
	const works = Object.getOwnPropertyDescriptor( ${ owner }, '${ name }' );
	Object.defineProperty( ${ owner }, '${ name }', { configurable: true, get() {
		if ( window.fail === true || window.fail === '${ fault }' ) { ${ instead } }
		return works.get.call( this );
	} } );
}`;

/** An answer to `indexedDB.open` that is an event of this kind, with this error. */
const answered = ( kind, error ) => `
	const request = new EventTarget();
	request.error = new DOMException( 'on purpose', '${ error }' );
	setTimeout( () => request[ 'on${ kind }' ] && request[ 'on${ kind }' ]( new Event( '${ kind }' ) ) );
	return request;`;

/** A transaction that takes everything and never completes. */
const SILENT = `if ( given[ 1 ] === 'readwrite' ) {
		const store = { put: () => ( {} ), delete: () => ( {} ) };
		return { objectStore: () => store, commit() {}, abort() {} };
	}`;

/** Faults as scripts, each of which knows its name. */
const scripts = ( faults ) => Object.fromEntries( Object.entries( faults ).map( ( [ name, fault ] ) => [ name, fault( name ) ] ) );

/** Faults of localStorage, by what fails and how. */
export const LOCAL_FAULTS = scripts( {
	'the getter throws': getter( 'window', 'localStorage', thrown( 'SecurityError' ) ),
	'the getter gives nothing': getter( 'window', 'localStorage', 'return null;' ),
	'setItem is out of room': method( 'Storage.prototype', 'setItem', thrown( 'QuotaExceededError' ) ),
	'setItem throws': method( 'Storage.prototype', 'setItem', thrown( 'InvalidStateError' ) ),
	'getItem throws': method( 'Storage.prototype', 'getItem', thrown( 'InvalidStateError' ) ),
	'removeItem throws': method( 'Storage.prototype', 'removeItem', thrown( 'InvalidStateError' ) ),
	'key throws': method( 'Storage.prototype', 'key', thrown( 'InvalidStateError' ) ),
	'length throws': getter( 'Storage.prototype', 'length', thrown( 'InvalidStateError' ) )
} );

/** Faults of IndexedDB. */
export const MIRROR_FAULTS = scripts( {
	'there is none': getter( 'window', 'indexedDB', 'return undefined;' ),
	'the getter throws': getter( 'window', 'indexedDB', thrown( 'SecurityError' ) ),
	'open throws': method( 'IDBFactory.prototype', 'open', thrown( 'SecurityError' ) ),
	'open fails': method( 'IDBFactory.prototype', 'open', answered( 'error', 'UnknownError' ) ),
	'open is blocked': method( 'IDBFactory.prototype', 'open', answered( 'blocked', 'UnknownError' ) ),
	'open is out of room': method( 'IDBFactory.prototype', 'open', answered( 'error', 'QuotaExceededError' ) ),
	'the database is newer': method( 'IDBFactory.prototype', 'open', answered( 'error', 'VersionError' ) ),
	'open never answers': method( 'IDBFactory.prototype', 'open', 'return new EventTarget();' ),
	'writing never completes': method( 'IDBDatabase.prototype', 'transaction', SILENT ),
	'transaction throws': method( 'IDBDatabase.prototype', 'transaction', thrown( 'InvalidStateError' ) ),
	'put throws': method( 'IDBObjectStore.prototype', 'put', thrown( 'DataError' ) ),
	'put is out of room': method( 'IDBObjectStore.prototype', 'put', thrown( 'QuotaExceededError' ) ),
	'the transaction aborts': method( 'IDBObjectStore.prototype', 'put',
		'const request = works.apply( this, given ); this.transaction.abort(); return request;' ),
	'get throws': method( 'IDBObjectStore.prototype', 'get', thrown( 'DataError' ) ),
	'getAll throws': method( 'IDBObjectStore.prototype', 'getAll', thrown( 'DataError' ) ),
	'getAllKeys throws': method( 'IDBObjectStore.prototype', 'getAllKeys', thrown( 'DataError' ) ),
	'getAll never answers': method( 'IDBObjectStore.prototype', 'getAll', 'return new EventTarget();' )
} );

/**
 * Keeps the app's database busy from this page, as a tab does that was put to sleep in the middle of something: whoever else
 * asks for anything is not answered. Gives what ends that.
 */
export async function occupy( page ) {
	await page.evaluate( () => new Promise( ( done, failed ) => {
		const opening = indexedDB.open( 'affiliate-report-builder' );
		opening.onerror = failed;
		opening.onsuccess = () => {
			const store = opening.result.transaction( 'texts', 'readwrite' ).objectStore( 'texts' );
			window.isBusy = true;
			const goOn = () => {
				done();
				if ( window.isBusy ) {
					store.get( '' ).onsuccess = goOn;
				} else {
					opening.result.close();
				}
			};
			store.get( '' ).onsuccess = goOn;
		};
	} ) );
	return () => page.evaluate( () => {
		window.isBusy = false;
	} );
}

/** Puts faults into every page of this context. */
export async function inject( context, ...faults ) {
	await context.addInitScript( `window.fail = true; ${ faults.join( '\n' ) }` );
}
