// The form by react-jsonschema-form: a JSON schema of sections and a hint which answers have many lines. It keeps the
// answers itself and gives them out after every change.

import { createRoot } from 'react-dom/client';
import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import form from 'form';
import { autosave, restored } from '../common/autosave.js';
import '../common/page.css';

const byName = ( entries ) => Object.fromEntries( entries );
const name = ( index ) => `section${ index }`;

const schema = {
	type: 'object',
	properties: byName( form.map( ( { title, questions }, index ) => [ name( index ), {
		type: 'object',
		title,
		properties: byName( questions.map( ( { id, text, help } ) => [ id, { type: 'string', title: text, description: help } ] ) )
	} ] ) )
};

const uiSchema = {
	'ui:submitButtonOptions': { norender: true },
	...byName( form.map( ( { questions }, index ) => [ name( index ), byName( questions.map( ( { id, lines } ) => [ id, lines ?
		{ 'ui:widget': 'textarea', 'ui:options': { rows: lines } } : {} ] ) ) ] ) )
};

// Stored as by the others, flat; the library wants the answers by section.
const bySection = ( answers ) => byName( form.map( ( { questions }, index ) =>
	[ name( index ), byName( questions.map( ( { id } ) => [ id, answers[ id ] ] ) ) ] ) );
const flat = ( data ) => Object.assign( {}, ...Object.values( data ) );

let data = bySection( restored() );
const changed = autosave( () => flat( data ) );
const onChange = ( { formData } ) => {
	data = formData;
	changed();
};

createRoot( document.getElementById( 'form' ) ).render(
	<Form schema={ schema } uiSchema={ uiSchema } validator={ validator } formData={ data } onChange={ onChange } />
);
