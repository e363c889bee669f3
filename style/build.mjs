// Makes the one style sheet of the app, `.built/app.css`, from `style/index.css`: follows its imports, into npm's
// packages too, and adds the icons that `style/icons.json` names.
//
// A line of index.css is `@import "path";`, with a condition in brackets if need be:
//   `(media: print)`      inside that media query
//   `(under: [data-x])`   with `:root` in it narrowed to such roots
// Paths start at the project's root.

import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Features, transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';

const root = join( dirname( fileURLToPath( import.meta.url ) ), '..' );
const read = ( path ) => readFileSync( join( root, path ), 'utf8' );
const icons = 'node_modules/@wikimedia/codex-icons/dist';
const importLine = /^@import "([^"]+)"((?: \((?:media|under): [^\n]+\))*);$/gm;

function imported( path, conditions ) {
	let css = read( path ).replace( /\/\*[^]*?\*\//g, '' ).trim();
	for ( const [ , kind, value ] of conditions.matchAll( /\((media|under): (.+?)\)(?= \(|$)/g ) ) {
		css = kind === 'media' ? `@media ${ value } {\n${ css }\n}` : css.replaceAll( ':root', `:root${ value }` );
	}
	return path.startsWith( 'style/' ) ? kept( css ) : css;
}

/** Marked for PurgeCSS: all of it is used. */
function kept( css ) {
	return `/* purgecss start ignore */\n${ css }\n/* purgecss end ignore */`;
}

/** How far below each other icons stand in their picture: they are 20 high, and none shows anything of the next one. */
const PITCH = 24;

/**
 * All icons in one picture, and for each its number in it: a browser makes a document of every picture, which takes longer than
 * drawing it. An icon that looks otherwise from right to left is there twice.
 */
function iconRules( names ) {
	const files = names.flatMap( ( name ) => isDirected( name ) ? [ `${ name }-ltr`, `${ name }-rtl` ] : [ name ] );
	const height = files.length * PITCH;
	const shapes = files.map( ( file, number ) => `<g transform="translate(0 ${ number * PITCH })">${ shapesOf( file ) }</g>` ).join( '' );
	const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="${ height }" viewBox="0 0 20 ${ height }">${ shapes }</svg>`;
	const numbers = names.map( ( name ) => isDirected( name ) ?
		numbered( name, files.indexOf( `${ name }-ltr` ) ) + `[dir="rtl"] ${ numbered( name, files.indexOf( `${ name }-rtl` ) ) }` :
		numbered( name, files.indexOf( name ) ) + ( flips( name ) ? `[dir="rtl"] .icon--${ name } { transform: scaleX(-1); }\n` : '' ) );
	return `:root { --icons: url("data:image/svg+xml,${ encode( picture ) }"); }\n${ numbers.join( '' ) }`;
}

const numbered = ( name, number ) => `.icon--${ name } { --icon: ${ number }; }\n`;
const isDirected = ( name ) => existsSync( join( root, icons, 'images', `${ name }-ltr.svg` ) );

/** What an icon's file draws. */
function shapesOf( file ) {
	const svg = read( `${ icons }/images/${ file }.svg` );
	const [ , size, shapes ] = svg.match( /<svg\b[^>]* viewBox="([^"]*)"[^>]*>([^]*)<\/svg>/ ) || [];
	if ( size !== '0 0 20 20' ) {
		throw new Error( `${ file }.svg: not 20 wide and high` );
	}
	return shapes.replace( /<title>[^]*?<\/title>/, '' ).replace( />\s+</g, '><' ).trim();
}

function encode( svg ) {
	return svg.replaceAll( '"', "'" ).replace( /[%#<>\n]/g, ( character ) => encodeURIComponent( character ) );
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
const sheet = `${ css }\n${ kept( iconRules( names ) ) }\n`;

/** Without the custom properties that nothing asks for: of Codex's tokens, most. `sheet` is minified. */
function withoutUnused( sheet ) {
	const used = new Set( Array.from( sheet.matchAll( /var\(\s*(--[\w-]+)/g ), ( [ , name ] ) => name ) );
	const less = sheet.replace( /(?<=[{;])(--[\w-]+):[^;{}]*(?:;|(?=\}))/g, ( rule, name ) => used.has( name ) ? rule : '' );
	return less === sheet ? sheet : withoutUnused( less );
}

/**
 * Without the rules for what is nowhere on the page: of Codex's components, half. A name is on the page where it stands in
 * the sources, or where they put it together of two words (`mark--{state}`).
 */
async function withoutUnknown( sheet ) {
	const files = sources( join( root, 'src' ), [ join( root, 'index.html' ), join( root, 'public/start.js' ) ] );
	const text = files.map( ( path ) => readFileSync( path, 'utf8' ) ).join( '\n' );
	const words = new Set( text.match( /[\w-]+/g ) );
	const begun = new Set( Array.from( text.matchAll( /([a-z][\w-]*--)\{/g ), ( [ , begin ] ) => begin ) );
	const composed = Array.from( begun ).flatMap( ( begin ) => Array.from( words, ( word ) => begin + word ) );
	const known = [ ...words, ...composed ];
	const [ { css } ] = await new PurgeCSS().purge( {
		content: [ { raw: '', extension: 'txt' } ],
		css: [ { raw: sheet } ],
		defaultExtractor: () => known,
		// Attributes count as there, whatever their values.
		dynamicAttributes: Array.from( sheet.matchAll( /\[([\w-]+)/g ), ( [ , name ] ) => name )
	} );
	return css;
}

function sources( folder, found = [] ) {
	for ( const entry of readdirSync( folder, { withFileTypes: true } ) ) {
		const path = join( folder, entry.name );
		if ( entry.isDirectory() ) {
			sources( path, found );
		} else if ( entry.name.endsWith( '.rs' ) ) {
			found.push( path );
		}
	}
	return found;
}

/** Minified, and without what a custom property falls back to where it is one of Codex's tokens, which are all there. */
function minified( sheet ) {
	const tokens = new Set( Array.from( sheet.matchAll( /^\s*(--[\w-]+):/gm ), ( [ , name ] ) => name ) );
	const { code } = transform( {
		filename: 'app.css',
		code: Buffer.from( sheet ),
		minify: true,
		// `min-width`, not `width >=`, which browsers know since 2023 only.
		include: Features.MediaRangeSyntax,
		visitor: {
			Variable( variable ) {
				if ( tokens.has( variable.name.ident ) && variable.fallback ) {
					return { type: 'var', value: { name: { ident: variable.name.ident } } };
				}
			}
		}
	} );
	return code.toString();
}

const built = withoutUnused( minified( await withoutUnknown( sheet ) ) );
const file = join( root, '.built/app.css' );
mkdirSync( dirname( file ), { recursive: true } );
// Written only when it changes, or `trunk serve` would build for ever.
if ( !existsSync( file ) || readFileSync( file, 'utf8' ) !== built ) {
	writeFileSync( file, built );
}
