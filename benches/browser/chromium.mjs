// Pages in headless Chromium, with the probe in them and the conditions set.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** No measurement takes so long, in milliseconds. */
const PATIENCE = 60_000;

const probe = readFileSync( new URL( './probe.js', import.meta.url ), 'utf8' );

const options = () => ( {
	executablePath: process.env.CHROMIUM,
	args: [
		// A page that is measured is never in the background.
		'--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'
	]
} );

const settings = ( machine ) => ( { viewport: machine.screen, locale: 'en-GB', timezoneId: 'UTC' } );

export const launch = () => chromium.launch( options() );

/** Calls `then` with a new page whose storage is empty and which has nothing cached. */
export async function withPage( browser, machine, then ) {
	const context = await browser.newContext( settings( machine ) );
	return within( context, then );
}

/** Calls `then` with a folder for a browser's profile, which is removed afterwards. */
export async function withProfile( then ) {
	const profile = mkdtempSync( join( tmpdir(), 'bench-profile-' ) );
	try {
		return await then( profile );
	} finally {
		rmSync( profile, { recursive: true, force: true } );
	}
}

/** Starts a browser with this profile, calls `then` with a page in it, and ends the browser. */
export async function withBrowserOf( profile, machine, then ) {
	const context = await chromium.launchPersistentContext( profile, { ...options(), ...settings( machine ) } );
	return within( context, then );
}

async function within( context, then ) {
	let timer;
	const patience = new Promise( ( _, reject ) => {
		timer = setTimeout( () => reject( new Error( `not done after ${ PATIENCE / 1000 } s` ) ), PATIENCE );
	} );
	try {
		return await Promise.race( [ measuredPage( context ).then( then ), patience ] );
	} finally {
		clearTimeout( timer );
		await context.close();
	}
}

async function measuredPage( context ) {
	await context.addInitScript( probe );
	// A browser that has just been started has a page; another one beside it would sometimes not be painted.
	const page = context.pages()[ 0 ] || await context.newPage();
	const devtools = await context.newCDPSession( page );
	return {
		page,
		devtools,
		slowDown: ( machine ) => devtools.send( 'Emulation.setCPUThrottlingRate', { rate: machine.slowdown } ),
		async throttle( { throughput, latency } ) {
			await devtools.send( 'Network.enable' );
			await devtools.send( 'Network.emulateNetworkConditions', {
				offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput
			} );
		}
	};
}
