// Keeps the answers in localStorage, for every peer in the same way: under one key, at most 250 ms after the first
// unsaved keystroke, as the app does.

const KEY = 'answers';
const DELAY = 250;

/** The answers of the last visit, by question; none where there are none or they are damaged. */
export function restored() {
	try {
		return JSON.parse( localStorage.getItem( KEY ) ) || {};
	} catch {
		return {};
	}
}

/** Saves what `answers` gives. Call what comes back after every change; when the page is left, it saves at once. */
export function autosave( answers ) {
	let timer;
	const save = () => {
		clearTimeout( timer );
		timer = undefined;
		localStorage.setItem( KEY, JSON.stringify( answers() ) );
	};
	addEventListener( 'pagehide', () => timer && save() );
	return () => {
		timer ||= setTimeout( save, DELAY );
	};
}
