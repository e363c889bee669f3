// Runs in the measured page before anything else of it, and takes down what happens there. It is not a module: the
// browser injects its text. Times are milliseconds since the navigation began.

( () => {
	const probe = { tasks: [], firstPaint: 0, largestPaint: 0, takenOver: 0, keys: [], saving: 0 };
	window.probe = probe;

	const observe = ( type, each ) => new PerformanceObserver( ( list ) => list.getEntries().forEach( each ) )
		.observe( { type, buffered: true } );
	observe( 'longtask', ( { startTime, duration } ) => probe.tasks.push( { startTime, duration } ) );
	observe( 'paint', ( { name, startTime } ) => {
		if ( name === 'first-contentful-paint' ) {
			probe.firstPaint = startTime;
		}
	} );
	observe( 'largest-contentful-paint', ( { startTime } ) => {
		probe.largestPaint = startTime;
	} );

	// The app has taken the place of the page's own fields (`src/browser/scripts.rs`).
	addEventListener( 'affiliate-report-builder:mounted', () => {
		probe.takenOver = performance.now();
	}, { once: true } );

	/** Total blocking time as it is defined (web.dev/tbt): what tasks take beyond 50 ms each, from the first content on. */
	probe.blocking = () => probe.tasks.filter( ( { startTime } ) => startTime >= probe.firstPaint )
		.reduce( ( sum, { duration } ) => sum + duration - 50, 0 );

	/** Calls `then` once the frame was made that is being made: to be called in one of its callbacks. */
	const made = ( then ) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => then( performance.now() );
		port2.postMessage( null );
	};

	/** Calls `then` once the frame that shows what has happened so far was made. */
	const painted = ( then ) => requestAnimationFrame( () => made( then ) );

	/** Resolves to what `find` finds; looked for in every frame. */
	const appears = ( find ) => new Promise( ( resolve ) => {
		const look = () => {
			const found = document.body && find();
			if ( found ) {
				resolve( found );
			} else {
				requestAnimationFrame( look );
			}
		};
		requestAnimationFrame( look );
	} );

	const isField = 'textarea, input[type="text"], input:not([type])';
	/** The first that one can see. */
	const seen = ( selector, fits = () => true ) => [ ...document.querySelectorAll( selector ) ].find( ( element ) => element.checkVisibility() && fits( element ) );
	const buttonOf = ( words ) => seen( 'button', ( button ) => button.textContent.trim() === words );

	/** Has the focus in the first field as soon as there is one. `start` names a button that has to be pressed before. */
	probe.firstField = async ( start ) => {
		const field = await appears( () => {
			const button = start && buttonOf( start );
			if ( button && !probe.started ) {
				probe.started = true;
				button.click();
			}
			return seen( isField );
		} );
		field.focus();
	};

	/** When so many elements of this selector have been painted. */
	probe.count = async ( selector, count ) => {
		await appears( () => document.querySelectorAll( selector ).length >= count );
		// They were found in a frame's callback, so that frame shows them.
		return new Promise( made );
	};

	// From the moment the browser has taken a key to the frame with what it changed.
	let waiting = [];
	addEventListener( 'keydown', ( { timeStamp, key } ) => {
		if ( key.length === 1 ) {
			painted( ( now ) => {
				probe.keys.push( { took: now - timeStamp, at: now } );
				waiting.forEach( ( resolve ) => resolve() );
				waiting = [];
			} );
		}
	}, true );

	/** Resolves to when the so manieth key was on the screen, and whether the field with the focus shows it. */
	probe.key = async ( count, end ) => {
		while ( probe.keys.length < count ) {
			await new Promise( ( resolve ) => waiting.push( resolve ) );
		}
		return { at: probe.keys[ count - 1 ].at, isShown: ( document.activeElement.value || '' ).endsWith( end ) };
	};

	// Saving is what a timer does that writes to a storage, and what storages are asked elsewhere: by whoever keeps the report in a
	// database, that is. What a page does with a database's answers is not in it.
	let inTimer = false;
	let hasWritten = false;
	const time = ( prototype, names, isWriting ) => names.forEach( ( name ) => {
		const ask = prototype[ name ];
		prototype[ name ] = function ( ...values ) {
			const begun = performance.now();
			try {
				return ask.apply( this, values );
			} finally {
				hasWritten ||= isWriting;
				if ( !inTimer ) {
					probe.saving += performance.now() - begun;
				}
			}
		};
	} );
	time( Storage.prototype, [ 'setItem' ], true );
	time( IDBObjectStore.prototype, [ 'put', 'add', 'delete' ], true );
	time( IDBObjectStore.prototype, [ 'get', 'getAll', 'getAllKeys' ], false );
	time( IDBDatabase.prototype, [ 'transaction' ], false );
	time( IDBTransaction.prototype, [ 'objectStore', 'commit' ], false );
	const { setTimeout } = window;
	window.setTimeout = ( callback, ...rest ) => setTimeout( ( ...values ) => {
		const begun = performance.now();
		inTimer = true;
		hasWritten = false;
		try {
			callback( ...values );
		} finally {
			inTimer = false;
			if ( hasWritten ) {
				probe.saving += performance.now() - begun;
			}
		}
	}, ...rest );
} )();
