// What the walk has typed, and where it has to be.

/**
 * What may have become of a mark:
 * - `written`: it is in an answer of its report, or in a text that is offered as a choice.
 * - `kept`: it was replaced by something else; an earlier version or the trash has it.
 * - `free`: whoever walks has removed it, so it may be anywhere or nowhere.
 * - `deleted`: everything was deleted after it was typed, so it is nowhere.
 *
 * @typedef {'written'|'kept'|'free'|'deleted'} State
 */

/** The words that were typed, each of which there is once only. */
export class Ledger {
	/** @type {{ mark: string, report: string, question: string, tab: Object, state: State }[]} */
	#marks = [];
	#count = 0;

	/** A word that nobody has typed yet. */
	next() {
		return `w${ ++this.#count }w`;
	}

	/** The number of words that were typed. */
	get count() {
		return this.#marks.length;
	}

	/** Notes a word in an answer of a report. */
	note( mark, report, question, tab ) {
		this.#marks.push( { mark, report, question, tab, state: 'written' } );
	}

	/** The marks in this state that fit. */
	in( state, fits = () => true ) {
		return this.#marks.filter( ( each ) => each.state === state && fits( each ) );
	}

	/** What was written in a report is `state` now, in all of its answers or in one. */
	become( state, report, question ) {
		const is = ( each ) => each.report === report && ( !question || each.question === question );
		for ( const each of this.#marks.filter( ( mark ) => is( mark ) && mark.state !== 'deleted' ) ) {
			// What one has removed oneself is not asked for again.
			if ( state === 'free' || each.state === 'written' ) {
				each.state = state;
			}
		}
	}

	/** Everything was deleted. */
	deleteAll() {
		this.#marks.forEach( ( each ) => {
			each.state = 'deleted';
		} );
	}

	/** The reports in which something is written. */
	reports() {
		return [ ...new Set( this.in( 'written' ).map( ( { report } ) => report ) ) ];
	}
}
