// Going to and fro without waiting for anything: whatever comes late finds its view or not, and nothing breaks.

import { expect, test } from '../support/test.mjs';
import { field, seed } from '../support/questions.mjs';
import { between, one, seed as numbers } from '../support/random.mjs';
import { reportInPart } from '../support/views.mjs';

const STEPS = 120;

/** Presses a button, if it is there by now. */
const press = ( name ) => async ( page ) => {
	const button = page.getByRole( 'button', { name } ).first();
	if ( await button.count() ) {
		await button.click( { timeout: 300 } ).catch( () => {} );
	}
};

const to = ( way ) => ( page, report ) => page.evaluate( ( hash ) => {
	location.hash = hash;
}, way( report ) );

const STEPS_OF = {
	'to the earlier versions': to( ( report ) => `${ report }/history` ),
	'to what opens a copy': to( () => '#/open' ),
	'to what takes answers in': to( ( report ) => `${ report }/open` ),
	'to the report': to( ( report ) => report ),
	'to the page': to( ( report ) => `${ report }/review` ),
	'home': to( () => '#/' ),
	'back': ( page ) => page.evaluate( () => history.back() ),
	'forward': ( page ) => page.evaluate( () => history.forward() ),
	'comparing': press( /^Compare the version of / ),
	'putting back': press( 'Put this version back' ),
	'copying': press( 'Copy wikitext' ),
	'taking': press( /^Add (one|\d+) answers?$|^Open as a new report$/ ),
	'undoing': press( 'Undo' ),
	'pasting': async ( page ) => {
		const paste = page.getByRole( 'textbox', { name: 'Paste the report' } );
		if ( await paste.count() ) {
			await paste.fill( seed.page, { timeout: 300 } ).catch( () => {} );
		}
	},
	'typing': async ( page ) => {
		const mission = field( page, 'mission' );
		if ( await mission.count() ) {
			await mission.pressSequentially( 'x', { timeout: 300 } ).catch( () => {} );
		}
	}
};

test.use( { permissions: [ 'clipboard-read', 'clipboard-write' ] } );

test( 'one goes to and fro among earlier versions and copies, and nothing breaks', async ( { page } ) => {
	test.setTimeout( 180_000 );
	test.info().annotations.push( { type: 'seed', description: String( numbers ) } );
	const report = await reportInPart( page );
	const done = [];
	for ( let step = 0; step < STEPS; step++ ) {
		const name = one( Object.keys( STEPS_OF ) );
		done.push( name );
		await STEPS_OF[ name ]( page, report );
		await page.waitForTimeout( between( 0, 3 ) * 15 );
		const broken = page.getByText( 'Something in the app broke.' ).filter( { visible: true } );
		expect( await broken.count(), `SEED=${ numbers }: ${ done.join( ', ' ) }` ).toBe( 0 );
	}
	await page.evaluate( ( hash ) => {
		location.hash = hash;
	}, report );
	await expect( field( page, 'name' ) ).toHaveValue( seed.answers.name );
	await expect( field( page, 'mission' ) ).not.toHaveValue( '' );
} );
