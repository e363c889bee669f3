// What was measured so far: numbers by row and contestant.

/** Collects numbers over all rounds. */
export class Samples {
	#numbers = new Map();

	/** Takes down numbers; `null` stands for what cannot be measured here, and is left out. */
	add( row, contestant, numbers ) {
		const key = `${ row }/${ contestant }`;
		const known = this.#numbers.get( key ) || [];
		this.#numbers.set( key, known.concat( numbers ?? [] ) );
	}

	/** All numbers of a row for a contestant, none where nothing was measured. */
	of( row, contestant ) {
		return this.#numbers.get( `${ row }/${ contestant }` ) || [];
	}
}
