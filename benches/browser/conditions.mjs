// Under what conditions is measured.

const kbps = ( number ) => number * 1000 / 8;

/** Networks: bytes a second, and milliseconds there and back. */
export const NETWORKS = {
	fast: { title: '1.6 Mbps, 150 ms', throughput: kbps( 1600 ), latency: 150 },
	slow: { title: '400 kbps, 400 ms', throughput: kbps( 400 ), latency: 400 }
};

/** Machines: how many times slower than this one, and the screen. */
export const MACHINES = {
	laptop: { title: 'CPU ×1', slowdown: 1, screen: { width: 1280, height: 800 } },
	phone: { title: 'CPU ×4', slowdown: 4, screen: { width: 412, height: 823 } }
};

/** Reports: characters in each of the 30 answers. */
export const REPORTS = {
	empty: { title: 'empty report', length: 0 },
	full: { title: '30 answers of 3 KB', length: 3000 }
};
