// The app's icons as pictures, for systems that take no SVG; `cargo xtask icons` makes them out of public/logo.svg.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { withPalette } from './support/png.mjs';

const folder = process.env.ICONS;
const logo = readFileSync( join( folder, 'logo.svg' ), 'utf8' );

/**
 * The files, their size in pixels, the part of it that the logo takes, and whether there is paper behind it. Systems cut
 * maskable icons to shapes of their own: what matters has to lie in the circle in the middle that is four fifths as wide.
 */
const ICONS = [
	[ 'icon-192.png', 192, 1, false ],
	[ 'icon-512.png', 512, 1, false ],
	[ 'icon-maskable-512.png', 512, 0.62, true ],
	[ 'icon-apple-180.png', 180, 0.8, true ]
];

for ( const [ name, size, part, paper ] of ICONS ) {
	test( name, async ( { page } ) => {
		await page.setViewportSize( { width: size, height: size } );
		await page.setContent( logo );
		await page.evaluate( ( [ width, colour ] ) => {
			document.documentElement.style.background = colour;
			document.body.style.cssText = 'display:grid;place-items:center;margin:0;block-size:100vh';
			document.querySelector( 'svg' ).style.inlineSize = `${ width }px`;
		}, [ Math.round( size * part ), paper ? '#fff' : 'transparent' ] );
		const picture = await page.screenshot( { omitBackground: !paper } );
		writeFileSync( join( folder, name ), paper ? withPalette( picture ) : picture );
	} );
}
