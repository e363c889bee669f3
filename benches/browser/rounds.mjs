// The rounds. The contestants take turns within each, so that whatever else the machine does meets all of them.

import { audit } from '../../tests/lighthouse/audit.mjs';
import { MACHINES, NETWORKS, REPORTS } from './conditions.mjs';
import { firstVisit } from './measure/first-visit.mjs';
import { home } from './measure/home.mjs';
import { load, paints } from './measure/load.mjs';
import { offline } from './measure/offline.mjs';
import { typing } from './measure/typing.mjs';
import { keysId } from './rows.mjs';

/** How often each is measured: in a real run, and to try something. */
export const REAL = { rounds: 3, keys: 60, ownRounds: 3, audits: 3 };
export const QUICK = { rounds: 1, keys: 20, ownRounds: 1, audits: 1 };

/** Measures again what failed: a browser may break down. What fails each time is an error. */
async function attempt( what, measure, tries = 3 ) {
	const begun = Date.now();
	try {
		const found = await measure();
		console.error( `${ ( ( Date.now() - begun ) / 1000 ).toFixed( 1 ).padStart( 6 ) } s  ${ what }` );
		return found;
	} catch ( error ) {
		if ( tries === 1 ) {
			throw error;
		}
		console.error( `${ what } failed and is measured again: ${ error.message }` );
		return attempt( what, measure, tries - 1 );
	}
}

/** One round of what all do. */
export async function round( browser, contestants, samples, { keys } ) {
	for ( const [ name, network ] of Object.entries( NETWORKS ) ) {
		for ( const contestant of contestants ) {
			const found = await attempt( `load, ${ name }: ${ contestant.name }`, () => load( browser, contestant, network ) );
			samples.add( `ready-${ name }`, contestant.name, found.ready );
			samples.add( `first-paint-${ name }`, contestant.name, found.firstPaint );
			if ( network === NETWORKS.fast ) {
				samples.add( 'blocking', contestant.name, found.blocking );
				if ( found.takenOver ) {
					samples.add( 'taken-over', contestant.name, found.takenOver );
				}
			}
		}
	}
	for ( const contestant of contestants ) {
		const { largestPaint } = await attempt( `paint: ${ contestant.name }`, () => paints( browser, contestant, NETWORKS.fast ) );
		samples.add( 'largest-paint', contestant.name, largestPaint );
	}
	for ( const machine of Object.keys( MACHINES ) ) {
		for ( const report of Object.keys( REPORTS ) ) {
			for ( const contestant of contestants ) {
				const typed = await attempt( `typing, ${ machine }, ${ report }: ${ contestant.name }`,
					() => typing( browser, contestant, MACHINES[ machine ], REPORTS[ report ], keys ) );
				samples.add( keysId( machine, report ), contestant.name, typed.keys );
				if ( machine === 'laptop' ) {
					samples.add( `memory-${ report }`, contestant.name, typed.memory );
				} else {
					samples.add( `saving-${ report }`, contestant.name, typed.saving );
				}
			}
		}
	}
}

/** The bytes of a first visit, which are the same each time. */
export async function bytes( browser, contestants, samples ) {
	for ( const contestant of contestants ) {
		const files = await attempt( `first visit: ${ contestant.name }`, () => firstVisit( browser, contestant ) );
		samples.add( 'bytes', contestant.name, files.reduce( ( sum, file ) => sum + file.bytes, 0 ) );
	}
}

/** What only the app can do. */
export async function own( app, samples, lighthouse, { ownRounds, audits } ) {
	for ( const [ id, isFull ] of [ [ 'home', false ], [ 'home-full-storage', true ] ] ) {
		samples.add( id, app.name, await attempt( id, () => home( app, isFull, ownRounds ) ) );
	}
	for ( const [ name, machine ] of Object.entries( MACHINES ) ) {
		const id = `offline-${ name }`;
		samples.add( id, app.name, await attempt( id, () => offline( app, machine, ownRounds ) ) );
	}
	for ( let time = 0; time < audits; time++ ) {
		const [ { score, complaints } ] = await attempt( 'Lighthouse', () => audit( app.url, lighthouse, [ 'performance' ] ) );
		samples.add( 'lighthouse', app.name, score );
		complaints.forEach( ( complaint ) => console.error( `          ${ complaint }` ) );
	}
}
