// Files of other programs come in: in every encoding, named where they are no text, and long ones while the page answers.

import { readFileSync } from 'node:fs';
import { expect, test } from '../support/test.mjs';
import { questions, seed } from '../support/questions.mjs';

const paste = ( page ) => page.getByRole( 'textbox', { name: 'Paste the report' } );
const sample = ( name ) => readFileSync( new URL( `../../data/bytes/${ name }`, import.meta.url ) );
const choose = ( page, name, buffer ) =>
	page.getByLabel( 'Or choose a file' ).setInputFiles( { name, mimeType: 'application/octet-stream', buffer } );
const open = ( page ) => page.getByRole( 'link', { name: 'Open a file or text' } ).click();
const row = ( page, text ) => page.getByRole( 'listitem' ).filter( { hasText: text } ).first();

for ( const [ name, text ] of [
	[ 'utf16le-bom.txt', 'Викимедисты Нигде' ],
	[ 'utf16le-no-bom.txt', 'Викимедисты Нигде' ],
	[ 'utf8-two-boms.txt', 'Викимедисты Нигде' ],
	[ 'saved-page.mhtml', 'Wikimédia Nowhere' ]
] ) {
	test( `${ name } is read`, async ( { home: page } ) => {
		await open( page );
		await choose( page, name, sample( name ) );
		await expect( row( page, text ) ).toBeVisible();
		await expect( page.getByLabel( 'Encoding of the file’s letters' ) ).toHaveCount( 0 );
	} );
}

test( 'a file that does not name its encoding asks for it', async ( { home: page } ) => {
	await open( page );
	await choose( page, 'cp1251.txt', sample( 'cp1251.txt' ) );
	await expect( page.getByRole( 'alert' ) ).toContainText( 'does not say in which encoding its letters are' );
	const encoding = page.getByLabel( 'Encoding of the file’s letters' );
	await encoding.selectOption( 'Western European (windows-1252)' );
	await expect( page.getByText( 'Some letters look broken' ).first() ).toBeVisible();
	await encoding.selectOption( 'Cyrillic (windows-1251)' );
	await expect( row( page, 'Викимедисты Нигде' ) ).toBeVisible();
	await expect( page.getByText( 'Some letters look broken' ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'alert' ) ).toHaveCount( 0 );
} );

test( 'a page names its encoding, which can be overruled', async ( { home: page } ) => {
	await open( page );
	const html = Buffer.from( '<meta charset=iso-8859-1><table><tr><td>What is the affiliate name?</td><td>Caf\xE9</td></tr></table>', 'latin1' );
	await choose( page, 'page.html', html );
	await expect( row( page, 'Café' ) ).toBeVisible();
	await page.getByLabel( 'Encoding of the file’s letters' ).selectOption( 'Cyrillic (windows-1251)' );
	await expect( row( page, 'Cafй' ) ).toBeVisible();
} );

for ( const [ name, buffer, words ] of [
	[ 'report.rtf', sample( 'report.rtf' ), 'is a Word or RTF file: open it there, copy all, paste here.' ],
	[ 'report.docx', sample( 'report.docx' ), 'is a Word or RTF file: open it there, copy all, paste here.' ],
	[ 'report.pdf', Buffer.from( '%PDF-1.7\n' ), 'is a PDF: open it, select all, copy, paste here.' ],
	[ 'page.png', Buffer.from( '\x89PNG\r\n\x1A\n', 'latin1' ), 'is a picture' ],
	[ 'zeros.txt', Buffer.from( 'a\0\0\0\0\0b' ), 'is not a text' ]
] ) {
	test( `${ name } is named, and what is there stays`, async ( { home: page } ) => {
		await open( page );
		await paste( page ).fill( seed.page );
		const found = page.getByText( '30 of 30 questions found, 30 with an answer.' );
		await expect( found ).toBeVisible();
		await choose( page, name, buffer );
		await expect( page.getByRole( 'alert' ) ).toContainText( `“${ name }” ${ words }` );
		await expect( found ).toBeVisible();
		await expect( paste( page ) ).toHaveValue( seed.page );
	} );
}

/** Some MiB of short lines that are nearly questions, which take longest. */
const long = ( bytes ) => {
	const line = 'What are the affiliate?\n';
	return questions[ 0 ].text + ' Lake Orin\n' + line.repeat( bytes / line.length );
};

test( 'a long file can be cancelled while it is read, and what was there is there', async ( { home: page } ) => {
	await open( page );
	await paste( page ).fill( seed.page );
	const found = page.getByText( '30 of 30 questions found, 30 with an answer.' );
	await expect( found ).toBeVisible();
	await choose( page, 'long.txt', Buffer.from( long( 6 << 20 ) ) );
	await expect( page.getByText( 'Reading the text…' ) ).toBeVisible();
	await expect( found ).toBeVisible();
	await page.getByRole( 'button', { name: 'Cancel' } ).click();
	await expect( page.getByText( 'Reading was stopped.' ) ).toBeVisible();
	await expect( page.getByText( 'Reading the text…' ) ).toHaveCount( 0 );
	await expect( found ).toBeVisible();
	await expect( paste( page ) ).toHaveValue( seed.page );
	await page.reload();
	await expect( found ).toBeVisible();
} );

test( 'a long text can be cancelled, stays in its field, and is read when one wants', async ( { home: page } ) => {
	test.slow();
	await open( page );
	const text = long( 1 << 20 );
	// Chromium itself takes minutes to insert so many lines as if they were typed.
	await paste( page ).evaluate( ( area, all ) => {
		area.value = all;
		area.dispatchEvent( new Event( 'input', { bubbles: true } ) );
	}, text );
	await page.getByRole( 'button', { name: 'Cancel' } ).click();
	await expect( page.getByText( 'Reading was stopped.' ) ).toBeVisible();
	expect( await paste( page ).inputValue() ).toHaveLength( text.length );
	await page.getByRole( 'button', { name: 'Read the text' } ).click();
	await expect( page.getByText( 'Reading the text…' ) ).toBeVisible();
	await expect( page.getByText( 'Reading the text…' ) ).toHaveCount( 0 );
	await expect( page.getByText( '1 of 30 questions found' ).or( page.getByRole( 'alert' ) ).first() ).toBeVisible();
} );

test( 'whoever leaves while a long file is read finds the other view working', async ( { home: page } ) => {
	await open( page );
	await choose( page, 'long.txt', Buffer.from( long( 6 << 20 ) ) );
	await expect( page.getByText( 'Reading the text…' ) ).toBeVisible();
	await page.getByRole( 'link', { name: 'All reports' } ).click();
	await expect( page.getByRole( 'button', { name: 'Start a report' } ) ).toBeVisible();
	await open( page );
	await paste( page ).fill( seed.page );
	await expect( page.getByText( '30 of 30 questions found, 30 with an answer.' ) ).toBeVisible();
} );

/** Some MiB of a page as an office program saves it: nearly all of it says how blank lines look. */
const longPage = ( bytes ) => {
	const blank = '<p class=MsoNormal style="margin-bottom:0cm;line-height:normal"><span lang=EN-GB style="font-size:11.0pt;color:black">&nbsp;</span></p>\n';
	return `<html><body><h3>${ questions[ 0 ].text }</h3><p>Lake Orin</p>\n${ blank.repeat( bytes / blank.length ) }</body></html>`;
};

test( 'the page answers while a long page is read', async ( { home: page } ) => {
	await open( page );
	// Whatever else runs on the page finds it further every time.
	await page.evaluate( () => {
		window.parts = new Set();
		setInterval( () => document.querySelectorAll( 'progress' ).forEach( ( { value } ) => window.parts.add( value ) ), 1 );
	} );
	await choose( page, 'long.html', Buffer.from( longPage( 6 << 20 ) ) );
	await expect( row( page, 'Lake Orin' ) ).toBeVisible();
	await expect( page.getByText( 'Reading the text…' ) ).toHaveCount( 0 );
	const parts = await page.evaluate( () => [ ...window.parts ] );
	expect( parts.length ).toBeGreaterThan( 5 );
	expect( parts ).toEqual( parts.toSorted( ( one, other ) => one - other ) );
} );

test( 'a long page can be cancelled while it is read, and what was there is there', async ( { home: page } ) => {
	await open( page );
	await paste( page ).fill( seed.page );
	const found = page.getByText( '30 of 30 questions found, 30 with an answer.' );
	await expect( found ).toBeVisible();
	await choose( page, 'long.html', Buffer.from( longPage( 24 << 20 ) ) );
	await page.getByRole( 'button', { name: 'Cancel' } ).click();
	await expect( page.getByText( 'Reading was stopped.' ) ).toBeVisible();
	await expect( page.getByText( 'Reading the text…' ) ).toHaveCount( 0 );
	await expect( found ).toBeVisible();
	await expect( paste( page ) ).toHaveValue( seed.page );
} );
