// The plot for the README: a few rows as bars, side by side. It brings its own ground, so that it can be read on light
// and on dark pages, and takes the reader's choice of the two.

import { UNITS } from '../rows.mjs';

/** The rows that are drawn, and what stands above them. */
const PANELS = [
	[ 'bytes', 'First visit', 'brotli' ],
	[ 'ready-fast', 'Ready to type', '1.6 Mbps, CPU ×4' ],
	[ 'ready-slow', 'Ready to type', '400 kbps, CPU ×4' ],
	[ 'blocking', 'Blocking time', '1.6 Mbps, CPU ×4' ],
	[ 'keys-phone-full-p98', 'Key to paint, p98', '90 KB typed, CPU ×4' ]
];

const MARGIN = 16;
const NAMES = 150;
const PANEL = 150;
const BAR = 80;
const HEAD = 56;
const LINE = 28;

const STYLE = `
	.ground { fill: #fff; stroke: #c8ccd1; }
	text { font: 12px system-ui, sans-serif; fill: #202122; }
	.title { font-weight: bold; }
	.quiet { fill: #54595d; }
	.bar { fill: #a2a9b1; }
	.bar--own { fill: #36c; }
	.own { font-weight: bold; }
	@media (prefers-color-scheme: dark) {
		.ground { fill: #101418; stroke: #404244; }
		text { fill: #eaecf0; }
		.quiet { fill: #a2a9b1; }
		.bar { fill: #72777d; }
		.bar--own { fill: #6d8af2; }
	}`;

const escaped = ( text ) => text.replace( /[&<>"]/g, ( character ) => `&#${ character.charCodeAt( 0 ) };` );

const label = ( x, y, words, kind = '' ) => `<text x="${ x }" y="${ y }"${ kind && ` class="${ kind }"` }>${ escaped( words ) }</text>`;

/** The plot as SVG. */
export function plot( rows, contestants ) {
	const panels = PANELS.map( ( [ id, ...heads ] ) => ( { heads, row: rows.find( ( row ) => row.id === id ) } ) );
	const width = 2 * MARGIN + NAMES + panels.length * PANEL;
	const height = 2 * MARGIN + HEAD + contestants.length * LINE;
	const top = ( index ) => MARGIN + HEAD + index * LINE;
	const names = contestants.map( ( { title }, index ) => label( MARGIN, top( index ) + 13, title, index ? '' : 'own' ) );
	const drawn = panels.map( ( panel, index ) => drawPanel( panel, contestants, MARGIN + NAMES + index * PANEL, top ) );
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ width } ${ height }" width="${ width }" height="${ height }" role="img" aria-labelledby="title">`,
		`<title id="title">${ escaped( inWords( panels, contestants ) ) }</title>`,
		`<style>${ STYLE }\n</style>`,
		`<rect class="ground" x="0.5" y="0.5" width="${ width - 1 }" height="${ height - 1 }" rx="6"/>`,
		...names, ...drawn.flat(), '</svg>', ''
	].join( '\n' );
}

function drawPanel( { heads, row }, contestants, left, top ) {
	const most = Math.max( ...Object.values( row.values ) );
	const bars = contestants.flatMap( ( { name }, index ) => {
		const value = row.values[ name ];
		if ( value === null ) {
			return [];
		}
		const length = Math.max( 1, Math.round( value / ( most || 1 ) * BAR ) );
		return [
			`<rect class="bar${ index ? '' : ' bar--own' }" x="${ left }" y="${ top( index ) }" width="${ length }" height="18" rx="2"/>`,
			label( left + length + 5, top( index ) + 13, UNITS[ row.unit ]( value ), index ? '' : 'own' )
		];
	} );
	return [ label( left, MARGIN + 14, heads[ 0 ], 'title' ), label( left, MARGIN + 31, heads[ 1 ], 'quiet' ), ...bars ];
}

/** The same for those who do not see it. */
function inWords( panels, contestants ) {
	const panelWords = ( { heads, row } ) => `${ heads.join( ', ' ) }: ${ contestants.filter( ( { name } ) => row.values[ name ] !== null )
		.map( ( { name, title } ) => `${ title } ${ UNITS[ row.unit ]( row.values[ name ] ) }` ).join( ', ' ) }.`;
	return panels.map( panelWords ).join( ' ' );
}
