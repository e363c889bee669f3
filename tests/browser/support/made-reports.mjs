// Made reports of many affiliates (`core/examples/made_reports.rs`): the same seed makes the same.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The years that there are reports of. */
export const YEARS = [ 2025, 2026 ];

/**
 * The reports of so many affiliates: by year `files`, a file of drafts for each report, `pages`, wikitext by title, and `expected`, what the
 * table has to say; and `portal`, the portal's module.
 */
export function madeReports( affiliates ) {
	const folder = mkdtempSync( join( tmpdir(), 'made-reports-' ) );
	try {
		execFileSync( process.env.MADE_REPORTS, [ folder, String( affiliates ), '7' ] );
		const text = ( name ) => readFileSync( join( folder, name ), 'utf8' );
		const read = ( what, year ) => JSON.parse( text( `${ what }-${ year }.json` ) );
		const byYear = ( make ) => Object.fromEntries( YEARS.map( ( year ) => [ year, make( year ) ] ) );
		return {
			files: byYear( ( year ) => {
				const { drafts, ...rest } = read( 'reports', year );
				return drafts.map( ( draft, at ) => file( `${ year }-${ at }.json`, JSON.stringify( { ...rest, drafts: [ draft ] } ) ) );
			} ),
			pages: byYear( ( year ) => read( 'pages', year ) ),
			expected: byYear( ( year ) => read( 'expected', year ) ),
			portal: text( 'Organizational_Informations.lua' )
		};
	} finally {
		rmSync( folder, { recursive: true } );
	}
}

/** A file to choose, of this text. */
export const file = ( name, text, mimeType = 'application/json' ) => ( { name, mimeType, buffer: Buffer.from( text ) } );
