// A plain host of files that can do what hosts do: go away and come back, hand out another version, answer with errors,
// with another page, or with half of a file.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** Where the app lies: not at the top, because it has to work below any path. */
const PATH = '/tool/';

const TYPES = {
	'.css': 'text/css',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json'
};

/** What hosts say of how long a file may be kept: GitHub Pages, a careful one, one that says nothing. */
export const KEEPING = {
	minutes: () => ( { 'Cache-Control': 'max-age=600' } ),
	byName: ( path ) => ( { 'Cache-Control': /-[0-9a-f]{16}\./.test( path ) ? 'max-age=31536000, immutable' : 'no-cache' } ),
	silent: () => ( {} )
};

export class Host {
	/** What was asked for since the start, or since it was last emptied: `{ path, status, bytes }`, `path` below the app's. */
	requests = [];
	/** Which headers go with a file. Usually none: then what works does so without the browser's own cache. */
	keeping = KEEPING.silent;
	/** What comes instead of a file, by its path: `{ status, type, body, cut }`; nothing, where the file itself does. */
	fault = () => undefined;

	/** A file comes once the promise that this gives for its path is kept. */
	holding = () => undefined;

	#folder;
	#port = 0;
	#server = null;

	/** A folder's host. */
	static async of( folder ) {
		const host = new Host();
		host.deploy( folder );
		await host.start();
		return host;
	}

	get address() {
		return `http://127.0.0.1:${ this.#port }${ PATH }`;
	}

	/** Hands out another folder from now on. */
	deploy( folder ) {
		this.#folder = folder;
	}

	/** The bytes of a file as it is deployed now. */
	file( path ) {
		return readFileSync( join( this.#folder, normalize( path || 'index.html' ) ) );
	}

	/** Goes on, at the same address. */
	async start() {
		this.#server = createServer( ( request, response ) => this.#answer( request, response ) );
		this.#server.listen( this.#port, '127.0.0.1' );
		await once( this.#server, 'listening' );
		this.#port = this.#server.address().port;
	}

	/** Is gone: whoever asks is refused. */
	async stop() {
		const server = this.#server;
		this.#server = null;
		if ( server ) {
			const closed = once( server, 'close' );
			server.close();
			server.closeAllConnections();
			await closed;
		}
	}

	async #answer( request, response ) {
		const { pathname } = new URL( request.url, this.address );
		const path = pathname.startsWith( PATH ) ? pathname.slice( PATH.length ) : null;
		await this.holding( path );
		const { status, type, body, cut } = this.fault( path ) || this.#found( path );
		const etag = `"${ createHash( 'sha256' ).update( body ).digest( 'hex' ) }"`;
		const headers = { 'Content-Type': type, ETag: etag, 'X-Content-Type-Options': 'nosniff', ...this.keeping( path || '' ) };
		if ( status === 200 && request.headers[ 'if-none-match' ] === etag ) {
			this.requests.push( { path, status: 304, bytes: 0 } );
			response.writeHead( 304, headers ).end();
			return;
		}
		this.requests.push( { path, status, bytes: body.length } );
		response.writeHead( status, { ...headers, 'Content-Length': body.length } );
		if ( cut ) {
			response.write( body.subarray( 0, body.length / 2 ), () => response.destroy() );
		} else {
			response.end( body );
		}
	}

	#found( path ) {
		try {
			return { status: 200, type: TYPES[ extname( path || 'index.html' ) ] || 'application/octet-stream', body: this.file( path ) };
		} catch {
			return { status: 404, type: 'text/plain', body: Buffer.from( 'not found' ) };
		}
	}
}
