// What the page has called saved: the texts that stood in its fields at each moment at which it said so. That, and not the time that has
// passed, is what a killed browser has to have kept: a busy machine takes as long as it takes.

/** Calls `then` with the texts of these answers' fields, by question, whenever this page begins to say that all is saved. */
export async function onSaved( page, ids, then ) {
	await page.exposeFunction( 'tellSaved', then );
	await page.addInitScript( ( names ) => {
		let wasSaved = false;
		const look = () => {
			const isSaved = document.querySelector( 'header' )?.textContent.includes( 'Saved in this browser' ) ?? false;
			const fields = names.map( ( id ) => document.getElementById( `answer-${ id }` ) );
			if ( isSaved && !wasSaved && fields.every( Boolean ) ) {
				window.tellSaved( Object.fromEntries( names.map( ( id, at ) => [ id, fields[ at ].value ] ) ) );
			}
			wasSaved = isSaved;
		};
		new MutationObserver( look ).observe( document, { subtree: true, childList: true, characterData: true } );
	}, ids );
}
