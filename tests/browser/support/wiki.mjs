// A real MediaWiki, where the test command has started one.

/** The wiki's address without `/api.php`; none where there is no wiki. */
export const wiki = process.env.MEDIAWIKI_URL;

/** What the wiki shows for this text once it is saved as a page, as HTML. */
export async function rendered( text ) {
	const answer = await fetch( `${ wiki }/api.php`, {
		method: 'POST',
		body: new URLSearchParams( {
			action: 'parse', format: 'json', formatversion: '2', prop: 'text', pst: '1', contentmodel: 'wikitext',
			title: 'Report', text, disablelimitreport: '1', disabletoc: '1', disableeditsection: '1'
		} )
	} );
	const { parse, error } = await answer.json();
	if ( !parse ) {
		throw new Error( `the wiki refused: ${ JSON.stringify( error ) }` );
	}
	return parse.text;
}
