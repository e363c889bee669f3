// Journeys that ask the wiki: the app whose wiki is the real MediaWiki that the tests have started, on another port of this machine, so
// that all goes across origins as in life. `MEDIAWIKI_URL` and `WIKI_APP_URL` name the two; where there is no wiki, the journeys are
// skipped, and the test command has said so (with `CI` it fails).

import { test as base, expect } from './test.mjs';
import { wiki as address } from './wiki.mjs';

export { expect };

/** Asks the wiki's API directly, past the app. */
async function api( parameters ) {
	const body = new URLSearchParams( { format: 'json', formatversion: '2', ...parameters } );
	const answer = await ( await fetch( `${ address }/api.php`, { method: 'POST', body } ) ).json();
	if ( answer.error ) {
		throw new Error( `the wiki refused: ${ JSON.stringify( answer.error ) }` );
	}
	return answer;
}

/** The wiki, past the app. All journeys share it: titles have to be their own. */
export const wiki = {
	address,
	api,

	/** Saves a page and returns its revision. */
	async edit( title, text, summary = '' ) {
		const { edit } = await api( { action: 'edit', title, text, summary, token: '+\\', recreate: '1' } );
		return edit.newrevid;
	},

	/** The text of a page as it stands; undefined where there is none. */
	async text( title ) {
		const { query } = await api( { action: 'query', prop: 'revisions', rvprop: 'content|ids', rvslots: 'main', titles: title } );
		return query.pages[ 0 ].revisions?.[ 0 ].slots.main.content;
	},

	/** A word that no other journey has, nor another run. */
	word: () => Array.from( { length: 10 }, () => 'abcdefghijklmnopqrstuvwxyz'[ Math.floor( Math.random() * 26 ) ] ).join( '' )
};

export const test = base.extend( {
	baseURL: async ( {}, use ) => use( process.env.WIKI_APP_URL ),
	mayAsk: [ [ address ], { option: true } ],

	/** What the app has asked the wiki: `{ url, method, body }` each, in order. */
	asked: [ async ( { context }, use, testInfo ) => {
		testInfo.skip( !address || !process.env.WIKI_APP_URL, 'there is no wiki to ask' );
		const asked = [];
		context.on( 'request', ( request ) => {
			if ( request.url().startsWith( `${ address }/api.php` ) && request.method() !== 'OPTIONS' ) {
				asked.push( { url: request.url(), method: request.method(), body: request.postData() } );
			}
		} );
		await use( asked );
	}, { auto: true } ]
} );
