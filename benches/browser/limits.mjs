// What may be transferred, in bytes of brotli. `cargo xtask bytes` holds the app to it, and the benchmark counts it among its goals.
//
// The limits are set by hand, about half a percent above what is needed, so that they catch a library that slips in. What a writer feels is
// time: the app takes over from the page's own fields within 3.2 s at 1.6 Mbps. `docs/size.md` says what each part of the work has added.

export const LIMITS = {
	/** Until the app takes over from the page's own fields. */
	first: 415_000,
	/** A first visit in English in all, the service worker's own requests included. */
	whole: 1_092_000,
	/** The views beside writing, which come after that, with their words. */
	late: 669_000,
	/** The words of another language, in both their files. */
	language: 24 * 1024
};
