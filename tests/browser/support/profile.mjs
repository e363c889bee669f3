// A browser with a profile on disk, as people have: what it keeps is there when it is started again.

import { mkdtempSync, rmSync } from 'node:fs';
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

/** A new profile's folder. */
export const newProfile = () => mkdtempSync( join( tmpdir(), 'profile-' ) );

export const deleteProfile = ( folder ) => rmSync( folder, { recursive: true, force: true } );
