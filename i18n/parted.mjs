// Which words come late: those that only such sources name as are in the part of the program that comes late.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What only `src/boot/late_table.rs` leads to, by paths below `src` or `core/src`; the words of what is named there are said nowhere else. */
const LATE = new RegExp( `^(?:${ [
	'views/(?:changes|import|meeting|preview|reports|review|text)\\b',
	'views/(?:asking|history|language|other_form)\\.rs',
	'views/home/(?:quarantined|everything|many|space|trash)\\.rs',
	'views/keys/list\\.rs',
	'views/share/(?:choices|extent|link|own_name)\\.rs',
	'views/write/(?:keep_all|link_form|suggestions|written)\\.rs',
	'components/(?:difference|text_copy)\\.rs',
	'checks/advice/', 'collection/', 'draft/link\\.rs', 'form/in_use/', 'form/parameters/', 'import/', 'meta/', 'names/', 'report/changes/', 'wikitext/',
	'draft/team_folder\\.rs',
	'views/share/folder\\.rs'
].join( '|' ) })` );

/**
 * The messages that the program says, in two parts: `first` and `late`.
 *
 * @param {Object<string, string>} words All of them, by key.
 * @param {string[]} folders The sources. A key stands in them literally, in quotes.
 */
export function parted( words, folders ) {
	const parts = { first: {}, late: {} };
	const sources = folders.flatMap( sourcesIn );
	for ( const [ key, text ] of Object.entries( words ) ) {
		const places = sources.filter( ( source ) => source.text.includes( `"${ key }"` ) );
		// Words that no source names are the page's own (`index.html`).
		if ( places.length ) {
			parts[ places.every( ( { path } ) => LATE.test( path ) ) ? 'late' : 'first' ][ key ] = text;
		}
	}
	return parts;
}

function sourcesIn( folder ) {
	return readdirSync( folder, { recursive: true, withFileTypes: true } )
		.filter( ( entry ) => entry.isFile() && entry.name.endsWith( '.rs' ) )
		.map( ( { parentPath, name } ) => join( parentPath, name ) )
		.map( ( file ) => ( { path: relative( folder, file ).replaceAll( '\\', '/' ), text: readFileSync( file, 'utf8' ) } ) );
}
