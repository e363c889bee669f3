// The form without a framework: elements made once, one listener.

import form from 'form';
import { autosave, restored } from '../common/autosave.js';
import '../common/page.css';

const answers = restored();
const changed = autosave( () => answers );

function element( name, properties, ...children ) {
	const made = Object.assign( document.createElement( name ), properties );
	made.append( ...children );
	return made;
}

function field( { id, text, help, lines } ) {
	const control = element( lines ? 'textarea' : 'input', { id, name: id, value: answers[ id ] || '' } );
	control.setAttribute( 'aria-describedby', `${ id }-help` );
	if ( lines ) {
		control.rows = lines;
	} else {
		control.type = 'text';
	}
	return element( 'div', {},
		element( 'label', { htmlFor: id }, text ),
		element( 'p', { id: `${ id }-help`, className: 'help' }, help ),
		control
	);
}

const sections = form.map( ( { title, questions } ) =>
	element( 'section', {}, element( 'h2', {}, title ), ...questions.map( field ) ) );

const place = document.getElementById( 'form' );
place.addEventListener( 'input', ( { target } ) => {
	answers[ target.name ] = target.value;
	changed();
} );
place.append( ...sections );
