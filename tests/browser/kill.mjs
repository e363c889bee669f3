// Types into the app, kills the whole browser at a random moment, and starts it again on the same profile: what is there has to
// be exactly what was typed until some moment, and that not before the app last called it saved. How many milliseconds of typing are
// lost is printed, and held to half a second where MOST_LOST says so: a busy machine loses more.
// `cargo xtask kill` calls it with APP_URL (the app), CHROMIUM (the browser's program), KILLS (how often) and, to do
// the same again, SEED.

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
const KILLS = Number( process.env.KILLS );
/** How much typing may be lost, in milliseconds. */
const MOST_LOST = Number( process.env.MOST_LOST || Infinity );
/** After so many runs another report is begun, so that texts stay of a size people write. */
const RUNS_PER_REPORT = 20;
const FIELDS = [ 'name', 'mission', 'goals', 'membershiptrends' ];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz     ';

/** Goes to a report and waits until the app says that all it has of it is there. */
async function open( page, address ) {
	await page.goto( APP_URL + address );
	await expect( page.getByText( 'Saved in this browser', { exact: true } ) ).toBeVisible( { timeout: 20_000 } );
}

async function read( page ) {
	const texts = {};
	for ( const id of FIELDS ) {
		texts[ id ] = await field( page, id ).inputValue();
	}
	return texts;
}

/** Types until the browser is gone. Each key is noted before it is pressed, and when the page has had it. */
async function typeOn( page, journal ) {
	for ( ;; ) {
		const id = one( FIELDS );
		await field( page, id ).focus();
		await page.keyboard.press( 'Control+End' );
		for ( let left = between( 3, 40 ); left > 0; left-- ) {
			const stroke = { id, letter: one( LETTERS ), at: Infinity };
			journal.push( stroke );
			await page.keyboard.press( stroke.letter === ' ' ? 'Space' : stroke.letter );
			stroke.at = performance.now();
			await pause( between( 5, 60 ) );
		}
	}
}

/** How many of the keys are in the texts, which have to be exactly what these keys make; -1 if they are not. */
function kept( before, journal, after ) {
	const texts = { ...before };
	let found = -1;
	for ( let count = 0; count <= journal.length; count++ ) {
		if ( FIELDS.every( ( id ) => texts[ id ] === after[ id ] ) ) {
			found = count;
		}
		const stroke = journal[ count ];
		if ( stroke ) {
			texts[ stroke.id ] += stroke.letter;
		}
	}
	return found;
}

/** Types, kills at a random moment, starts again and compares. */
async function run( profile, report ) {
	const browser = await startChromium( profile );
	const page = await browser.context.newPage();
	let saved;
	await onSaved( page, FIELDS, ( texts ) => {
		saved = texts;
	} );
	if ( report.address ) {
		await open( page, report.address );
	} else {
		await page.goto( APP_URL );
		await startReport( page );
		report.address = new URL( page.url() ).hash;
		// There is nothing to open again before something is typed.
		await field( page, 'name' ).fill( 'Lake' );
		report.texts = { ...Object.fromEntries( FIELDS.map( ( id ) => [ id, '' ] ) ), name: 'Lake' };
		await open( page, report.address );
	}
	const journal = [];
	const typing = typeOn( page, journal ).catch( () => {} );
	const lasted = between( 100, one( [ 1_000, 3_000, 8_000 ] ) );
	await pause( lasted );
	const killedAt = performance.now();
	await browser.kill();
	await typing;

	const again = await startChromium( profile );
	const newPage = await again.context.newPage();
	await open( newPage, report.address );
	const texts = await read( newPage );
	await again.kill();
	const count = kept( report.texts, journal, texts );
	const least = saved ? kept( report.texts, journal, saved ) : 0;
	const lost = journal.slice( Math.max( count, 0 ) ).filter( ( stroke ) => stroke.at < killedAt );
	const result = {
		'typed for (ms)': lasted,
		keys: journal.filter( ( stroke ) => stroke.at < killedAt ).length,
		lost: lost.length,
		'lost (ms)': lost.length ? Math.round( killedAt - lost[ 0 ].at ) : 0,
		verdict: count < 0 || least < 0 ? 'DAMAGED' : count < least ? 'LOST WHAT WAS SAVED' : 'as typed'
	};
	if ( result.verdict !== 'as typed' ) {
		console.log( { before: report.texts, journal, saved, after: texts } );
	}
	report.texts = texts;
	return result;
}

const profile = mkdtempSync( join( tmpdir(), 'affiliate-report-builder-kill-' ) );
const results = [];
try {
	console.log( `SEED=${ seed }` );
	let report = {};
	for ( let count = 0; count < KILLS; count++ ) {
		if ( count % RUNS_PER_REPORT === 0 ) {
			report = {};
		}
		results.push( await run( profile, report ) );
	}
} finally {
	console.table( results );
	rmSync( profile, { recursive: true, force: true, maxRetries: 5 } );
}
const worst = Math.max( ...results.map( ( result ) => result[ 'lost (ms)' ] ) );
const keys = results.reduce( ( sum, result ) => sum + result.keys, 0 );
console.log( `${ results.length } kills, ${ keys } keys; at most ${ worst } ms of typing lost` );
assert.deepEqual( results.filter( ( { verdict } ) => verdict !== 'as typed' ), [], 'runs that damaged or lost something' );
assert.ok( worst <= MOST_LOST, `at most ${ MOST_LOST } ms of typing may be lost` );
assert.ok( keys > 0, 'nothing was typed' );
