// The keyboard, and nothing else.

import { expect } from './test.mjs';

/** Presses Tab until this control has the focus; it must be reachable, and the focus must never be lost on the way. */
export async function tabTo( page, control, { limit = 40, key = 'Tab' } = {} ) {
	const reached = () => control.evaluate( ( element ) => element === document.activeElement );
	for ( let presses = 0; presses < limit; presses++ ) {
		if ( await reached() ) {
			return;
		}
		await page.keyboard.press( key );
	}
	await expect( control, `to be reached by ${ limit } × ${ key }` ).toBeFocused();
}

/** The control with the focus is on the screen, wholly or in part, and shows that it has the focus. */
export async function expectFocusShown( page ) {
	const shown = await page.evaluate( () => {
		const element = document.activeElement;
		const { top, bottom, width, height } = element.getBoundingClientRect();
		const style = getComputedStyle( element );
		const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
		return width > 0 && height > 0 && bottom > 0 && top < innerHeight && marked;
	} );
	expect( shown, 'the focus is shown' ).toBe( true );
}
