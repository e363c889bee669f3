// Edits one report in two, then three tabs, at random, on the same and on different answers, while tabs are loaded anew,
// crash, and the whole browser is killed: at the end every edit that its tab has called saved, or was left in peace, is in its
// answer or offered as a choice.
// `cargo xtask kill` calls it with APP_URL (the app), CHROMIUM (the browser's program), EDITS (how many) and, to do the
// same again, SEED.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, startReport } from './support/test.mjs';
import { startChromium } from './support/chromium.mjs';
import { field } from './support/questions.mjs';
import { between, one, seed } from './support/random.mjs';
import { onSaved } from './support/saved.mjs';

const { APP_URL } = process.env;
const EDITS = Number( process.env.EDITS );
/** The longest pause before a tab crashes or the browser is killed, in milliseconds: now in the middle of saving, now after it. */
const PAUSE = 600;
const FIELDS = [ 'mission', 'goals', 'membershiptrends' ];
const done = { edits: 0, reloads: 0, crashes: 0, kills: 0 };

const expectSaved = ( page ) => expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible( { timeout: 30_000 } );

async function open( page, address ) {
	await page.goto( APP_URL + address );
	await expectSaved( page );
}

/** A new tab, which marks its edits in the journal as safe when it calls them saved. */
async function newTab( browser, journal ) {
	const page = await browser.context.newPage();
	await onSaved( page, FIELDS, ( texts ) => {
		for ( const edit of journal ) {
			edit.isSafe ||= edit.page === page && marks( Object.values( texts ) ).has( edit.mark );
		}
	} );
	return page;
}

async function tab( browser, address, journal ) {
	const page = await newTab( browser, journal );
	await open( page, address );
	return page;
}

/** The marks in these texts. */
const marks = ( texts ) => new Set( texts.join( '\n' ).match( /e\d+e/g ) );

/** Takes out of the journal what these tabs have not called saved: with them it may be gone. */
function forgetUnsafe( journal, pages ) {
	const kept = journal.filter( ( { page, isSafe } ) => isSafe || !pages.includes( page ) );
	journal.splice( 0, Infinity, ...kept );
}

/** Appends a mark of its own to an answer, as one who types would. */
async function edit( page, journal ) {
	const id = one( FIELDS );
	const mark = `e${ done.edits }e`;
	await field( page, id ).focus();
	await page.keyboard.press( 'Control+End' );
	await page.keyboard.insertText( ` ${ mark }` );
	journal.push( { id, mark, page } );
	done.edits++;
	await pause( between( 0, 60 ) );
}

/** After which edits what happens: each kind as often as edits ask for, but at least once or twice, at random. */
function disturbances( edits ) {
	const often = ( least, share ) => Math.max( least, Math.round( edits * share ) );
	const kinds = [
		...Array( often( 1, 1 / 150 ) ).fill( 'kill' ),
		...Array( often( 1, 1 / 150 ) ).fill( 'crash' ),
		...Array( often( 2, 4 / 150 ) ).fill( 'reload' )
	];
	const plan = new Map();
	while ( kinds.length && plan.size < edits ) {
		const at = between( 1, edits );
		if ( !plan.has( at ) ) {
			plan.set( at, kinds.pop() );
		}
	}
	return plan;
}

/** Another load, a crash of the tab, a kill of the browser: whatever comes, the tabs are there again afterwards. */
async function disturb( run, journal, how ) {
	if ( how === 'kill' ) {
		await pause( between( 0, PAUSE ) );
		await run.browser.kill();
		done.kills++;
		forgetUnsafe( journal, run.tabs );
		run.browser = await startChromium( run.profile );
		run.tabs = await Promise.all( run.tabs.map( () => tab( run.browser, run.address, journal ) ) );
	} else if ( how === 'crash' ) {
		await pause( between( 0, PAUSE ) );
		const at = between( 0, run.tabs.length - 1 );
		const session = await run.browser.context.newCDPSession( run.tabs[ at ] );
		await Promise.race( [ session.send( 'Page.crash' ).catch( () => {} ), pause( 1000 ) ] );
		done.crashes++;
		forgetUnsafe( journal, [ run.tabs[ at ] ] );
		await run.tabs[ at ].close();
		run.tabs[ at ] = await tab( run.browser, run.address, journal );
	} else if ( how === 'reload' ) {
		const page = one( run.tabs );
		await page.reload();
		await expectSaved( page );
		done.reloads++;
	}
}

/** Every mark that the page shows: in a field, or in a text to choose. */
async function shown( page ) {
	const texts = await Promise.all( FIELDS.map( ( id ) => field( page, id ).inputValue() ) );
	const choices = await page.getByRole( 'region', { name: 'Choose which text to keep' } ).allTextContents();
	return marks( [ ...texts, ...choices ] );
}

async function round( tabs, edits ) {
	const profile = mkdtempSync( join( tmpdir(), 'affiliate-report-builder-edits-' ) );
	const run = { profile, browser: await startChromium( profile ), tabs: [], address: '' };
	const journal = [];
	try {
		const first = await newTab( run.browser, journal );
		await first.goto( APP_URL );
		await startReport( first );
		// There is nothing for the other tabs to open before something is typed.
		await field( first, 'name' ).fill( 'Lake Orin' );
		await expectSaved( first );
		run.address = new URL( first.url() ).hash;
		run.tabs = [ first ];
		while ( run.tabs.length < tabs ) {
			run.tabs.push( await tab( run.browser, run.address, journal ) );
		}
		const plan = disturbances( edits );
		for ( let count = 1; count <= edits; count++ ) {
			await edit( one( run.tabs ), journal );
			await disturb( run, journal, plan.get( count ) );
		}
		for ( const page of run.tabs ) {
			await expectSaved( page );
		}
		await Promise.all( run.tabs.map( ( page ) => page.close( { runBeforeUnload: false } ) ) );
		const last = await tab( run.browser, run.address, [] );
		await pause( 1000 );
		const there = await shown( last );
		const lost = journal.filter( ( { mark } ) => !there.has( mark ) ).map( ( { id, mark } ) => `${ mark } of ${ id }` );
		console.log( `${ tabs } tabs: ${ journal.length } edits to be kept, ${ lost.length } lost` );
		await run.browser.kill();
		return lost;
	} finally {
		rmSync( profile, { recursive: true, force: true, maxRetries: 5 } );
	}
}

console.log( `SEED=${ seed }` );
const lost = [ ...await round( 2, Math.ceil( EDITS / 2 ) ), ...await round( 3, Math.floor( EDITS / 2 ) ) ];
console.table( [ done ] );
assert.ok( EDITS < 20 || Math.min( done.kills, done.crashes, done.reloads ) >= 2, 'everything happens in each round' );
assert.deepEqual( lost, [], 'edits that are neither in their answer nor offered' );
