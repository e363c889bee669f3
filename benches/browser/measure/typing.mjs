// Typing into one field of a report: key to paint, what saving takes, and the memory it all needs.

import { withPage } from '../chromium.mjs';
import { memoryOf } from './memory.mjs';
import { fieldOf, openReport, TYPED } from './seed.mjs';

const LETTERS = 'and so it goes on to the end of the line ';
/** Pauses between keys in milliseconds. Uneven, or they would all fall on the same moment of a frame. */
const PAUSES = [ 11, 44, 27, 53, 34, 18, 38, 22 ];

/**
 * Types so many keys, each once the one before is on the screen.
 *
 * @return {Promise<{ keys: number[], saving: number, memory: number|null }>} What each key took to be painted, and what
 *  saving took in a second, in milliseconds; bytes.
 */
export function typing( browser, contestant, machine, report, count ) {
	return withPage( browser, machine, async ( { page, devtools, slowDown } ) => {
		await openReport( page, contestant, report.length );
		const field = fieldOf( page, TYPED );
		await field.focus();
		await page.keyboard.press( 'Control+End' );
		await slowDown( machine );
		const begun = await page.evaluate( () => {
			window.probe.saving = 0;
			return performance.now();
		} );
		let typed = '';
		for ( let key = 0; key < count; key++ ) {
			typed += LETTERS[ key % LETTERS.length ];
			await page.keyboard.press( typed.at( -1 ) );
			await page.evaluate( ( index ) => window.probe.key( index, '' ), key + 1 );
			await page.waitForTimeout( PAUSES[ key % PAUSES.length ] );
		}
		const { keys, saving, ended, value } = await page.evaluate( () => ( {
			keys: window.probe.keys.map( ( { took } ) => took ),
			saving: window.probe.saving,
			ended: performance.now(),
			value: document.activeElement.value
		} ) );
		if ( !value.endsWith( typed ) ) {
			throw new Error( `${ contestant.name } does not show what was typed` );
		}
		return { keys, saving: saving / ( ended - begun ) * 1000, memory: await memoryOf( browser, devtools ) };
	} );
}
