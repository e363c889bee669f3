// The form by SurveyJS: its model, its own rendering (without another framework) and its own style.

import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import 'survey-core/survey-core.min.css';
import form from 'form';
import { autosave, restored } from '../common/autosave.js';

const element = ( { id, text, help, lines } ) => ( {
	name: id,
	title: text,
	description: help,
	...( lines ? { type: 'comment', rows: lines } : { type: 'text' } )
} );

const survey = new Model( {
	showQuestionNumbers: 'off',
	showNavigationButtons: false,
	textUpdateMode: 'onTyping',
	elements: form.map( ( { title, questions }, index ) => ( {
		type: 'panel',
		name: `section${ index }`,
		title,
		elements: questions.map( element )
	} ) )
} );

survey.data = restored();
const changed = autosave( () => survey.data );
survey.onValueChanged.add( changed );
renderSurvey( survey, document.getElementById( 'form' ) );
