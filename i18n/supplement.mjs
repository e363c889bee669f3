// Words for dates and amounts in languages whose `Intl` is empty or absent in a browser, made of Node's, and of our own where that has none. They come with
// the language's file as messages whose keys begin with `@`; `src/session/locale.rs` asks the browser, and takes these where it has none.

/**
 * The languages for which a browser was seen to have no words (Chromium 156, measured). Their file grows by half a kilobyte.
 */
const WITHOUT_WORDS = [ 'ckb', 'kk', 'mk', 'ne' ];

/** How long ago something was, in languages for which CLDR has no words yet. A unit's number is `$1`. */
const AGO = {
	ckb: {
		'@now': 'ئێستا', '@yesterday': 'دوێنێ', '@ago-year': 'پێش $1 ساڵ', '@ago-month': 'پێش $1 مانگ', '@ago-week': 'پێش $1 ھەفتە',
		'@ago-day': 'پێش $1 ڕۆژ', '@ago-hour': 'پێش $1 کاتژمێر', '@ago-minute': 'پێش $1 خولەک'
	}
};

const UNITS = [ 'year', 'month', 'week', 'day', 'hour', 'minute' ];
const YEAR = 2026;
const at = ( month, day = 22 ) => new Date( Date.UTC( YEAR, month, day, 14, 5 ) );

/** The words for the language of this tag (BCP 47); none where every browser has them. */
export function supplement( tag ) {
	if ( !WITHOUT_WORDS.includes( tag ) ) {
		return {};
	}
	const numbers = new Intl.NumberFormat( tag );
	const words = { '@digits': Array.from( { length: 10 }, ( _, digit ) => numbers.format( digit ) ).join( '' ) };
	for ( const { type, value } of numbers.formatToParts( 12345.6 ) ) {
		if ( type === 'group' || type === 'decimal' ) {
			words[ `@${ type }` ] = value;
		}
	}
	for ( let month = 0; month < 12; month++ ) {
		words[ `@month-${ month + 1 }` ] = inDate( tag, month ).month;
	}
	const { pattern } = inDate( tag, 10 );
	words[ '@date' ] = pattern;
	words[ '@date-time' ] = '$1, $2';
	return { ...words, ...ago( tag ) };
}

/** The month as it stands in a date, and the date's pattern: `$1` is the day, `$2` the month's name, `$3` the year. */
function inDate( tag, month ) {
	const parts = new Intl.DateTimeFormat( tag, { dateStyle: 'long', calendar: 'gregory', timeZone: 'UTC' } ).formatToParts( at( month ) );
	const places = { day: '$1', month: '$2', year: '$3' };
	return {
		month: parts.find( ( { type } ) => type === 'month' ).value,
		pattern: parts.map( ( { type, value } ) => places[ type ] || value ).join( '' )
	};
}

/** How long ago something was. A language for which nobody has words says the date instead. */
function ago( tag ) {
	const format = new Intl.RelativeTimeFormat( tag, { numeric: 'always' } );
	const auto = new Intl.RelativeTimeFormat( tag, { numeric: 'auto' } );
	if ( auto.format( -1, 'day' ) === new Intl.RelativeTimeFormat( 'en', { numeric: 'auto' } ).format( -1, 'day' ) ) {
		return AGO[ tag ] ?? {};
	}
	const rules = new Intl.PluralRules( tag );
	const { pluralCategories } = rules.resolvedOptions();
	const order = [ 'zero', 'one', 'two', 'few', 'many', 'other' ].filter( ( category ) => pluralCategories.includes( category ) );
	const example = ( category ) => Array.from( { length: 200 }, ( _, number ) => number ).find( ( number ) => rules.select( number ) === category );
	const words = { '@now': auto.format( 0, 'second' ), '@yesterday': auto.format( -1, 'day' ) };
	for ( const unit of UNITS ) {
		const forms = order.map( ( category ) => {
			const parts = format.formatToParts( -example( category ), unit );
			return parts.map( ( { type, value } ) => type === 'integer' ? '$1' : value ).join( '' );
		} );
		words[ `@ago-${ unit }` ] = new Set( forms ).size === 1 ? forms[ 0 ] : `{{PLURAL:$1|${ forms.join( '|' ) }}}`;
	}
	return words;
}
