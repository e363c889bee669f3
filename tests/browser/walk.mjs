// Walks through the app at random, as a user who does everything at once, and checks after each step that nothing broke and
// nothing that was typed is lost. `cargo xtask walk` calls it with APP_URL (the app), CHROMIUM (the browser's program), MINUTES
// (how long), MEDIAWIKI_URL (a wiki to compare the preview with, if there is one) and, to do the same again, SEED. With PROVE it has to
// find each of the faults of `walk/faults.mjs` besides, within a minute.

import assert from 'node:assert/strict';
import { chromium } from '@playwright/test';
import { startReport } from './support/test.mjs';
import { between, random, reseed, seed } from './support/random.mjs';
import { wiki } from './support/wiki.mjs';
import { afterStep, atRest, stayedDeleted } from './walk/checks.mjs';
import { reportOf, Surroundings } from './walk/browser.mjs';
import { FAULTS } from './walk/faults.mjs';
import { Ledger } from './walk/ledger.mjs';
import { deleteEverything, STEPS } from './walk/steps.mjs';

const MINUTE = 60_000;
/** Steps of a round, after which everything is checked at rest. */
const STEPS_OF_A_ROUND = 60;
/** After so many rounds everything is deleted at the end of one. */
const DELETED_EVERY = 3;

const WEIGHT = STEPS.reduce( ( sum, [ weight ] ) => sum + weight, 0 );

/** A step at random, by its weight. */
function choose() {
	let left = random() * WEIGHT;
	return STEPS.find( ( [ weight ] ) => ( left -= weight ) < 0 );
}

const done = { rounds: 0, steps: 0, words: 0, previews: 0, deletions: 0 };

/** One round in a browser without any data. Its seed makes its steps. */
async function round( browser, number, until, fault ) {
	reseed( seed + number );
	const context = await browser.newContext( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );
	const surroundings = new Surroundings( context, fault?.inject );
	const walk = { surroundings, ledger: new Ledger(), tabs: [], page: null, reports: new Set(), busy: null, previews: 0 };
	const steps = [];
	try {
		walk.page = await surroundings.tab();
		walk.tabs.push( walk.page );
		await startReport( walk.page );
		walk.reports.add( reportOf( walk.page ) );
		for ( let step = 0; step < STEPS_OF_A_ROUND && Date.now() < until; step++ ) {
			const [ , name, take ] = choose();
			steps.push( name );
			await take( walk );
			await walk.page.waitForTimeout( between( 0, 4 ) * 15 );
			await afterStep( walk, name );
			if ( reportOf( walk.page ) ) {
				walk.reports.add( reportOf( walk.page ) );
			}
			done.steps++;
		}
		await walk.busy;
		await surroundings.setOffline( false );
		steps.push( 'at rest' );
		if ( number % DELETED_EVERY === DELETED_EVERY - 1 ) {
			if ( await deleteEverything( walk ) ) {
				await stayedDeleted( walk );
				done.deletions++;
			}
		} else {
			await atRest( walk );
		}
	} catch ( error ) {
		throw new Error( `SEED=${ seed + number }, after ${ steps.length } steps: ${ steps.join( ', ' ) }\n${ error.message }`, { cause: error } );
	} finally {
		done.words += walk.ledger.count;
		done.previews += walk.previews;
		await context.close();
	}
	done.rounds++;
}

/** Walks until the time is over, in milliseconds, or something is found. */
async function walkFor( time, fault ) {
	const browser = await chromium.launch( { executablePath: process.env.CHROMIUM, args: [ '--no-sandbox' ] } );
	const until = Date.now() + time;
	try {
		for ( let number = 0; Date.now() < until; number++ ) {
			await round( browser, number, until, fault );
		}
	} finally {
		await browser.close();
	}
}

console.log( `SEED=${ seed }, ${ wiki ? 'with a wiki' : 'without a wiki: the preview is compared with nothing' }` );
await walkFor( Number( process.env.MINUTES ) * MINUTE );
console.table( [ done ] );
assert.ok( done.words > 0, 'nothing was typed' );
for ( const [ name, fault ] of process.env.PROVE ? Object.entries( FAULTS ) : [] ) {
	const begun = Date.now();
	await assert.rejects( walkFor( MINUTE, fault ), fault.says, `“${ name }” was not found` );
	console.log( `“${ name }” was found after ${ ( ( Date.now() - begun ) / 1000 ).toFixed( 0 ) } s` );
}
