// Makes the one style sheet of the app, `.built/app.css`, from `style/index.css`: follows its imports, into npm's
// packages too, and adds the icons that `style/icons.json` names.
//
// A line of index.css is `@import "path";`, with a condition in brackets if need be:
//   `(media: print)`      inside that media query
//   `(under: [data-x])`   with `:root` in it narrowed to such roots
// Paths start at the project's root.

import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join( dirname( fileURLToPath( import.meta.url ) ), '..' );
const read = ( path ) => readFileSync( join( root, path ), 'utf8' );
const icons = 'node_modules/@wikimedia/codex-icons/dist';
const importLine = /^@import "([^"]+)"((?: \((?:media|under): [^\n]+\))*);$/gm;

function imported( path, conditions ) {
	let css = read( path ).replace( /\/\*[^]*?\*\//g, '' ).trim();
	for ( const [ , kind, value ] of conditions.matchAll( /\((media|under): (.+?)\)(?= \(|$)/g ) ) {
		css = kind === 'media' ? `@media ${ value } {\n${ css }\n}` : css.replaceAll( ':root', `:root${ value }` );
	}
	return css;
}

/** An icon as a mask; two where it looks otherwise from right to left. */
function icon( name, flips ) {
	const url = ( file ) => `url("data:image/svg+xml,${ encode( read( `${ icons }/images/${ file }.svg` ) ) }")`;
	if ( existsSync( join( root, icons, 'images', `${ name }-ltr.svg` ) ) ) {
		return `.icon--${ name } { --icon: ${ url( `${ name }-ltr` ) }; }\n` +
			`[dir="rtl"] .icon--${ name } { --icon: ${ url( `${ name }-rtl` ) }; }`;
	}
	const flip = flips ? `\n[dir="rtl"] .icon--${ name } { transform: scaleX(-1); }` : '';
	return `.icon--${ name } { --icon: ${ url( name ) }; }${ flip }`;
}

function encode( svg ) {
	return svg.trim().replace( /<title>[^]*?<\/title>/, '' ).replaceAll( '"', "'" )
		.replace( /[%#<>\n]/g, ( character ) => encodeURIComponent( character ) );
}

const paths = JSON.parse( read( `${ icons }/codex-icons.json` ) );
const flips = ( name ) => paths[ `cdxIcon${ name[ 0 ].toUpperCase() }${ name.slice( 1 ) }` ]?.shouldFlip === true;
const names = JSON.parse( read( 'style/icons.json' ) );
const css = read( 'style/index.css' ).replace( /\/\*[^]*?\*\/\n*/g, '' )
	.replace( importLine, ( _line, path, conditions ) => imported( path, conditions ) );
const left = css.match( /^@import.*$/m );
if ( left ) {
	throw new Error( `style/index.css: cannot read ${ left[ 0 ] }` );
}
const sheet = `${ css }\n${ names.map( ( name ) => icon( name, flips( name ) ) ).join( '\n' ) }\n`;

/** Without the custom properties that nothing asks for: of Codex's tokens, most. */
function withoutUnused( sheet ) {
	const used = new Set( Array.from( sheet.matchAll( /var\(\s*(--[\w-]+)/g ), ( [ , name ] ) => name ) );
	const less = sheet.replace( /^\s*(--[\w-]+):[^;{}]*;\n/gm, ( line, name ) => used.has( name ) ? line : '' );
	return less === sheet ? sheet : withoutUnused( less );
}

const built = withoutUnused( sheet );
const file = join( root, '.built/app.css' );
mkdirSync( dirname( file ), { recursive: true } );
// Written only when it changes, or `trunk serve` would build for ever.
if ( !existsSync( file ) || readFileSync( file, 'utf8' ) !== built ) {
	writeFileSync( file, built );
}
