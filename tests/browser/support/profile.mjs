// A browser with a profile on disk, as people have: what it keeps is there when it is started again.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** Starts a browser with this profile, or one of its own, for one visit; gives what the visit gives. */
export async function browse( info, host, visit, profile ) {
	const folder = profile || newProfile();
	const context = await chromium.launchPersistentContext( folder, { ...info.project.use.launchOptions, baseURL: host.address } );
	try {
		return await visit( context );
	} finally {
		await context.close();
		if ( !profile ) {
			deleteProfile( folder );
		}
	}
}

/** A browser with a profile fetches a dictionary for what is typed; nobody is to be asked for anything here. */
const PREFERENCES = { browser: { enable_spellchecking: false }, spellcheck: { dictionaries: [], dictionary: '' } };

/** A new profile's folder. */
export function newProfile() {
	const folder = mkdtempSync( join( tmpdir(), 'profile-' ) );
	mkdirSync( join( folder, 'Default' ) );
	writeFileSync( join( folder, 'Default', 'Preferences' ), JSON.stringify( PREFERENCES ) );
	return folder;
}

export const deleteProfile = ( folder ) => rmSync( folder, { recursive: true, force: true } );
