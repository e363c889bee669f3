// What Lighthouse says of a page on a phone: `audit( … )` for the benchmark, and as a program a test:
// `node audit.mjs <address> <folder with Lighthouse>` fails where a category that is to be perfect is not.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PERFECT = [ 'accessibility', 'best-practices', 'seo' ];

/**
 * Asks Lighthouse about an address, in a browser of its own, as its mobile preset does.
 *
 * @param {string} url
 * @param {string} packages The folder in which `package.json` from here is installed.
 * @param {string[]} categories As Lighthouse names them.
 * @return {Promise<{ id: string, score: number, complaints: string[] }[]>} Scores from 0 to 100.
 */
export async function audit( url, packages, categories ) {
	const entry = createRequire( join( packages, 'package.json' ) ).resolve( 'lighthouse' );
	const { default: lighthouse } = await import( pathToFileURL( entry ).href );
	return withChromium( async ( port ) => {
		const { lhr } = await lighthouse( url, { port, onlyCategories: categories, output: 'json', logLevel: 'error' } );
		if ( lhr.runtimeError ) {
			throw new Error( `Lighthouse: ${ lhr.runtimeError.message }` );
		}
		return categories.map( ( id ) => result( lhr, id ) );
	} );
}

function result( lhr, id ) {
	const { score, auditRefs } = lhr.categories[ id ];
	const complaints = auditRefs.filter( ( { weight } ) => weight ).map( ( ref ) => lhr.audits[ ref.id ] )
		.filter( ( each ) => each.score !== null && each.score < 1 )
		.map( ( { title, displayValue, details } ) => [ title, displayValue, ...nodes( details ) ].filter( Boolean ).join( ': ' ) );
	return { id, score: Math.round( score * 100 ), complaints };
}

/** What an audit points at. */
const nodes = ( details ) => ( details && details.items || [] ).slice( 0, 5 )
	.map( ( item ) => item.node ? item.node.snippet : item.source && item.description ).filter( Boolean );

/** Starts a browser with an empty profile, calls `then` with the port of its developer tools, and ends it. */
async function withChromium( then ) {
	const profile = mkdtempSync( join( tmpdir(), 'lighthouse-' ) );
	const browser = spawn( process.env.CHROMIUM, [
		'--headless=new', '--no-sandbox', '--no-first-run', '--disable-extensions', '--remote-debugging-port=0',
		`--user-data-dir=${ profile }`, 'about:blank'
	], { stdio: [ 'ignore', 'ignore', 'pipe' ] } );
	const ended = new Promise( ( resolve ) => browser.once( 'exit', resolve ) );
	try {
		return await then( await portOf( browser ) );
	} finally {
		browser.kill();
		await ended;
		rmSync( profile, { recursive: true, force: true, maxRetries: 5 } );
	}
}

function portOf( browser ) {
	return new Promise( ( resolve, reject ) => {
		let said = '';
		browser.stderr.on( 'data', ( data ) => {
			said += data;
			const found = said.match( /DevTools listening on ws:\/\/[^:]+:(\d+)\// );
			if ( found ) {
				resolve( Number( found[ 1 ] ) );
			}
		} );
		browser.once( 'error', reject );
		browser.once( 'exit', () => reject( new Error( `Chromium did not start\n${ said }` ) ) );
	} );
}

async function main( [ url, packages ] ) {
	let failed = false;
	for ( const { id, score, complaints } of await audit( url, packages, PERFECT ) ) {
		console.log( `${ String( score ).padStart( 4 ) }  ${ id }` );
		complaints.forEach( ( complaint ) => console.log( `      ${ complaint }` ) );
		failed ||= score < 100;
	}
	process.exitCode = failed ? 1 : 0;
}

if ( process.argv[ 1 ] === fileURLToPath( import.meta.url ) ) {
	await main( process.argv.slice( 2 ) );
}
