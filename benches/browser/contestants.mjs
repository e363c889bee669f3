// Who is measured: the app, and the same form made by others.

/** The app's own words and places, which the bench goes by. */
export const APP = {
	start: 'Start a report',
	openCopy: '#/open',
	file: 'Or choose a file',
	card: '#main li h3'
};

/**
 * The app first: ratios are told against it.
 *
 * - `name`: its key in the results, and the folder of a peer
 * - `title`: what readers call it
 * - `start`: the button that leads to the fields, where they are not there at once
 */
export const contestants = [
	{ name: 'app', title: 'this app', start: APP.start },
	{ name: 'plain', title: 'no framework' },
	{ name: 'react', title: 'React alone' },
	{ name: 'rjsf', title: 'react-jsonschema-form' },
	{ name: 'surveyjs', title: 'SurveyJS' }
];
