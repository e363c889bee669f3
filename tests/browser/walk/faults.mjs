// Faults that are put into the app on purpose, to prove that the walk finds their kind.

/** The faults by their names: what runs in a page before the app, and what the walk says once it has found it. */
export const FAULTS = {
	// The tenth letter that is typed into an answer goes nowhere.
	'a lost key': {
		says: /was typed into/,
		inject: () => {
			let letters = 0;
			addEventListener( 'beforeinput', ( event ) => {
				if ( event.inputType === 'insertText' && ++letters === 10 ) {
					event.preventDefault();
				}
			}, true );
		}
	},
	// The database says that it has taken what is saved from the third time on, and has not.
	'a false “Saved”': {
		says: /the database lacks/,
		inject: () => {
			let saved = 0;
			const { put } = IDBObjectStore.prototype;
			IDBObjectStore.prototype.put = function ( ...given ) {
				return /\/slot\//.test( given[ 1 ] ) && ++saved >= 3 ? this.count() : put.apply( this, given );
			};
		}
	},
	// What reading a signal of a view that is gone ends in: the program has come to its end.
	'a disposed signal': {
		says: /the app says that it broke|already been disposed/,
		inject: () => {
			let hashes = 0;
			addEventListener( 'hashchange', () => {
				if ( ++hashes === 3 ) {
					throw new WebAssembly.RuntimeError( 'Tried to access a reactive value that has already been disposed' );
				}
			} );
		}
	}
};
