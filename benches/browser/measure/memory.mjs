// The memory a page's process has for itself: heap, elements, pictures, WebAssembly and code.

import { readFileSync } from 'node:fs';

/**
 * Bytes of the largest page's process, after everything that can be freed was. Only Linux tells; elsewhere `null`.
 * `performance.measureUserAgentSpecificMemory` leaves WebAssembly out.
 */
export async function memoryOf( browser, devtools ) {
	await devtools.send( 'HeapProfiler.collectGarbage' );
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send( 'SystemInfo.getProcessInfo' );
	await session.detach();
	const pages = processInfo.filter( ( { type } ) => type === 'renderer' ).map( ( { id } ) => privateBytes( id ) );
	return pages.includes( null ) ? null : Math.max( ...pages );
}

function privateBytes( process ) {
	try {
		const lines = readFileSync( `/proc/${ process }/smaps_rollup`, 'utf8' );
		const kilobytes = [ ...lines.matchAll( /^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm ) ].map( ( [ , number ] ) => Number( number ) );
		return kilobytes.reduce( ( sum, number ) => sum + number, 0 ) * 1024;
	} catch {
		return null;
	}
}
