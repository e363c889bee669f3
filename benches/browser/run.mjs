// The app and its peers, measured in one run. `cargo xtask bench browser` calls it with
//   --app         the folder of the app as it is published
//   --peers       the folder where `benches/peers/package.json` is installed
//   --lighthouse  the folder where `tests/lighthouse/package.json` is installed
//   --build       a folder to build the peers in
//   --out         a folder for bench.json and bench.svg
//   --quick       once, and with few keys: to try something, never to tell of
// and CHROMIUM in the environment.

import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPeers } from './build.mjs';
import { launch } from './chromium.mjs';
import { MACHINES, NETWORKS, REPORTS } from './conditions.mjs';
import { contestants } from './contestants.mjs';
import { goals } from './goals.mjs';
import { plot } from './report/plot.mjs';
import { goalLines, table } from './report/table.mjs';
import { bytes, own, QUICK, REAL, round } from './rounds.mjs';
import { values } from './rows.mjs';
import { Samples } from './samples.mjs';
import { serve } from './server.mjs';

const folder = { type: 'string' };
const { values: given } = parseArgs( { options: {
	app: folder, peers: folder, lighthouse: folder, build: folder, out: folder, quick: { type: 'boolean', default: false }
} } );
const effort = given.quick ? QUICK : REAL;

const folders = [ given.app, ...await buildPeers( contestants.slice( 1 ).map( ( { name } ) => name ), given.peers, given.build ) ];
const servers = await Promise.all( folders.map( ( each ) => serve( each ) ) );
const served = contestants.map( ( contestant, index ) =>
	( { ...contestant, folder: folders[ index ], server: servers[ index ], url: servers[ index ].url } ) );
const samples = new Samples();
let version;
try {
	const browser = await launch();
	version = browser.version();
	try {
		await bytes( browser, served, samples );
		for ( let number = 0; number < effort.rounds; number++ ) {
			console.error( `round ${ number + 1 } of ${ effort.rounds }` );
			await round( browser, served, samples, effort );
		}
	} finally {
		await browser.close();
	}
	await own( served[ 0 ], samples, given.lighthouse, effort );
} finally {
	await Promise.all( servers.map( ( server ) => server.stop() ) );
}

const rows = values( samples, contestants );
const reached = goals( rows );
const machine = { cpu: cpus()[ 0 ].model, cores: cpus().length, system: `${ platform() } ${ arch() }`, chromium: version };
mkdirSync( given.out, { recursive: true } );
writeFileSync( join( given.out, 'bench.json' ), `${ JSON.stringify( {
	date: new Date().toISOString().slice( 0, 10 ), machine, effort,
	conditions: { networks: NETWORKS, machines: MACHINES, reports: REPORTS },
	contestants: Object.fromEntries( contestants.map( ( { name, title } ) => [ name, title ] ) ),
	rows, goals: reached
}, null, '\t' ) }\n` );
writeFileSync( join( given.out, 'bench.svg' ), plot( rows, contestants ) );
console.log( `\n${ table( rows, contestants ) }\n\n${ goalLines( reached ) }\n\nkept in ${ given.out }: bench.json, bench.svg` );
