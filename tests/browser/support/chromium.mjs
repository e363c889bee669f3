// A Chromium of one's own, with a profile that outlives it: to be killed like any program, and started again.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';

const FLAGS = [
	'--headless=new',
	'--remote-debugging-port=0',
	'--no-first-run',
	'--no-default-browser-check',
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-dev-shm-usage',
	'--disable-session-crashed-bubble',
	'--hide-crash-restore-bubble',
	'--lang=en-GB'
];

/** The address at which the browser's tools listen, as it says on its standard error. */
async function endpoint( program ) {
	const said = [];
	for await ( const line of createInterface( { input: program.stderr } ) ) {
		said.push( line );
		const listening = line.match( /DevTools listening on (ws:\S+)/ );
		if ( listening ) {
			// What comes later is read and dropped, or the browser would wait for it.
			program.stderr.resume();
			return listening[ 1 ];
		}
	}
	throw new Error( `Chromium did not start:\n${ said.join( '\n' ) }` );
}

/** Starts the browser that CHROMIUM names on the profile in this folder. */
export async function startChromium( profile ) {
	const program = spawn( process.env.CHROMIUM, [ ...FLAGS, `--user-data-dir=${ profile }`, 'about:blank' ],
		// A process group of its own, to be killed as a whole.
		{ detached: true, stdio: [ 'ignore', 'ignore', 'pipe' ] } );
	const ended = once( program, 'exit' );
	const browser = await chromium.connectOverCDP( await endpoint( program ) );
	const [ context ] = browser.contexts();
	return {
		context,
		/** Ends every process of the browser at once, without a warning. */
		async kill() {
			process.kill( -program.pid, 'SIGKILL' );
			await ended;
			await browser.close().catch( () => {} );
		},
		/** Quits it, as its user would. */
		async quit() {
			const session = await browser.newBrowserCDPSession();
			await session.send( 'Browser.close' ).catch( () => {} );
			await ended;
		}
	};
}
