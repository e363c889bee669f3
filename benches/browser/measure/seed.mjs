// Puts reports into a contestant's storage, the way a user would: nothing here knows how the app stores them.

import { APP } from '../contestants.mjs';
import { answersOf, questions } from '../form.mjs';

const TIME = '2026-11-01T12:00:00.000Z';

/** Opens the contestant with a report whose answers have so many characters each, as after coming back to it. */
export async function openReport( page, contestant, length ) {
	const { name, start, url } = contestant;
	const address = length ? await prepared( page.context(), contestant, length ) : url;
	await page.goto( address );
	if ( name === 'app' && !length ) {
		await page.getByRole( 'button', { name: start } ).click();
	}
	await fieldOf( page, TYPED ).waitFor();
}

/** Stores the report, in a page that is gone afterwards with the memory that this took; gives its address. */
async function prepared( context, { name, url }, length ) {
	const page = await context.newPage();
	if ( name === 'app' ) {
		await openCopies( page, url, 1, length );
	} else {
		await page.goto( url );
		await page.evaluate( ( text ) => localStorage.setItem( 'answers', text ), JSON.stringify( answersOf( length ) ) );
	}
	const address = page.url();
	await page.close();
	return address;
}

/** The question that is typed into: one of many lines, in the middle of the form. */
export const TYPED = questions.find( ( { id } ) => id === 'mission' );

/** The field that bears this question's words. */
export const fieldOf = ( page, { text } ) => page.getByRole( 'textbox', { name: text } ).first();

/** Opens a file with so many reports in the app. */
export async function openCopies( page, url, count, length ) {
	await page.goto( url + APP.openCopy );
	await page.getByLabel( APP.file ).setInputFiles( {
		name: 'reports.json', mimeType: 'application/json', buffer: Buffer.from( fileOf( count, length ) )
	} );
	await page.getByRole( 'button', { name: /^Open (as a new|one|\d+) reports?$/ } ).click();
	await page.waitForURL( ( { hash } ) => hash !== APP.openCopy );
}

/** A file of the app's format (docs/file-format.md). */
function fileOf( count, length ) {
	const texts = answersOf( length );
	const drafts = Array.from( { length: count }, ( _, index ) => ( {
		id: `bench${ index }`,
		form: '2024',
		year: '2024',
		affiliate: `Wikimedia Valdora ${ index }`,
		summary: '',
		created: TIME,
		changed: TIME,
		answers: Object.fromEntries( questions.map( ( { id } ) => [ id, { text: texts[ id ], origin: 'typed' } ] ) )
	} ) );
	return JSON.stringify( { format: 'affiliate-report-builder', version: 1, drafts }, null, 2 );
}
