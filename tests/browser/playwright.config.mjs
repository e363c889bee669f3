// How the app is gone through in a browser. `cargo xtask test browser` calls it with everything in the environment:
// APP_URL (the app), APP_FOLDER (its files), NEXT_APP_FOLDER (the files of a version after it), CHROMIUM (the browser's
// program), CONVERT (the core's command line), ELSEWHERE (a proxy that takes down whoever is asked besides this machine)
// and, where there is one, MEDIAWIKI_URL (a wiki to ask).

import { defineConfig } from '@playwright/test';

const { CHROMIUM: executablePath, ELSEWHERE: elsewhere } = process.env;

export default defineConfig( {
	outputDir: '../../test-results',
	preserveOutput: 'failures-only',
	reporter: [ [ 'dot' ], [ './support/failures.mjs' ] ],
	fullyParallel: true,
	workers: 2,
	// What fails once in a while is broken, and `support/failures.mjs` tells of it. In CI the journey is gone through once more, because a
	// machine that stopped for a while would otherwise end the whole run.
	retries: process.env.CI ? 1 : 0,
	forbidOnly: Boolean( process.env.CI ),
	// Long enough for a machine that stops for a while; what is there sooner is not waited for.
	timeout: 120_000,
	expect: { timeout: 30_000 },
	use: {
		baseURL: process.env.APP_URL,
		browserName: 'chromium',
		// For all that is launched: what a worker asks for, or the browser itself, comes to the proxy, too.
		launchOptions: { executablePath, ...( elsewhere && { proxy: { server: elsewhere, bypass: '127.0.0.1' } } ) },
		locale: 'en-GB',
		timezoneId: 'UTC',
		trace: 'off',
		screenshot: 'only-on-failure'
	},
	projects: [
		{ name: 'journeys', testDir: 'journeys', testMatch: '*.mjs' },
		{ name: 'screenshots', testDir: '.', testMatch: 'screenshots.mjs' },
		{ name: 'hosts', testDir: '.', testMatch: 'hosts.mjs' },
		{ name: 'icons', testDir: '.', testMatch: 'icons.mjs' }
	]
} );
