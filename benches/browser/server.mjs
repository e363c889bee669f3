// A plain static server with brotli, and a record of every byte it sends. All contestants are served by it.

import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = {
	'.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json',
	'.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json'
};
const COMPRESSED = new Set( [ '.css', '.html', '.js', '.json', '.svg', '.txt', '.wasm', '.webmanifest' ] );
const COMPRESSIONS = [ '.br', '.gz' ];
/** Names that change with their content may be kept for good. */
const HASHED = /[-.][0-9a-f]{8,}(_bg)?\.\w+$/;

const compress = promisify( brotliCompress );

/** All files below a folder by path, each as it is sent. A `.br` beside a file is used as it is. */
async function filesOf( folder ) {
	const entries = readdirSync( folder, { recursive: true, withFileTypes: true } )
		.filter( ( entry ) => entry.isFile() && !COMPRESSIONS.includes( extname( entry.name ) ) );
	return new Map( await Promise.all( entries.map( async ( { name, parentPath } ) => {
		const path = join( parentPath, name );
		const kind = extname( name );
		const isCompressed = COMPRESSED.has( kind );
		const headers = {
			'Content-Type': TYPES[ kind ] || 'application/octet-stream',
			'Cache-Control': HASHED.test( name ) ? 'public, max-age=31536000, immutable' : 'no-cache',
			'X-Content-Type-Options': 'nosniff',
			...( isCompressed ? { 'Content-Encoding': 'br' } : {} )
		};
		return [ relative( folder, path ), { body: isCompressed ? await brotli( path ) : readFileSync( path ), headers } ];
	} ) ) );
}

async function brotli( path ) {
	const made = `${ path }.br`;
	return existsSync( made ) ? readFileSync( made ) : compress( readFileSync( path ), {
		params: { [ constants.BROTLI_PARAM_QUALITY ]: constants.BROTLI_MAX_QUALITY }
	} );
}

/**
 * Serves a folder at a path of this machine, such as `/tool/`, until `stop` is called.
 *
 * @param {string} folder
 * @param {{ path?: string, port?: number }} [place] A free port is taken where none is given.
 */
export async function serve( folder, { path = '/tool/', port = 0 } = {} ) {
	const files = await filesOf( folder );
	/** What was sent since the record was last cleared: path and bytes of the body. */
	const sent = [];
	const server = createServer( ( request, response ) => {
		const { pathname } = new URL( request.url, 'http://localhost' );
		const name = pathname.startsWith( path ) ? pathname.slice( path.length ) || 'index.html' : undefined;
		const file = files.get( name );
		const body = file ? file.body : Buffer.from( 'not found\n' );
		response.writeHead( file ? 200 : 404, { ...( file ? file.headers : {} ), 'Content-Length': body.length } );
		response.end( request.method === 'HEAD' ? undefined : body );
		sent.push( { path: name ?? pathname, bytes: body.length, found: Boolean( file ) } );
	} );
	await new Promise( ( resolve, reject ) => server.once( 'error', reject ).listen( port, '127.0.0.1', resolve ) );
	return {
		url: `http://127.0.0.1:${ server.address().port }${ path }`,
		port: server.address().port,
		sent,
		async stop() {
			server.closeAllConnections();
			await new Promise( ( resolve ) => server.close( resolve ) );
		}
	};
}
