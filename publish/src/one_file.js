window.affiliateReportBuilder = () => {
	const program = document.getElementById( 'program' );
	const bytes = Uint8Array.from( atob( program.textContent ), ( character ) => character.charCodeAt( 0 ) );
	program.remove();
	return START( { module_or_path: bytes } );
};
