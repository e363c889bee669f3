// The form in React alone: state in one place, fields that are made anew only when their own answer changes.

import { memo, StrictMode, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import form from 'form';
import { autosave, restored } from '../common/autosave.js';
import '../common/page.css';

const Field = memo( ( { question, answer, onAnswer } ) => {
	const { id, text, help, lines } = question;
	const Control = lines ? 'textarea' : 'input';
	return (
		<div>
			<label htmlFor={ id }>{ text }</label>
			<p id={ `${ id }-help` } className="help">{ help }</p>
			<Control
				id={ id }
				{ ...( lines ? { rows: lines } : { type: 'text' } ) }
				aria-describedby={ `${ id }-help` }
				value={ answer }
				onChange={ ( event ) => onAnswer( id, event.target.value ) }
			/>
		</div>
	);
} );

let latest = restored();
const changed = autosave( () => latest );

function Form() {
	const [ answers, setAnswers ] = useState( latest );
	const onAnswer = useCallback( ( id, text ) => setAnswers( ( before ) => ( { ...before, [ id ]: text } ) ), [] );
	useEffect( () => {
		if ( latest !== answers ) {
			latest = answers;
			changed();
		}
	}, [ answers ] );
	return form.map( ( { title, questions } ) => (
		<section key={ title }>
			<h2>{ title }</h2>
			{ questions.map( ( question ) => (
				<Field key={ question.id } question={ question } answer={ answers[ question.id ] || '' } onAnswer={ onAnswer } />
			) ) }
		</section>
	) );
}

createRoot( document.getElementById( 'form' ) ).render( <StrictMode><Form /></StrictMode> );
