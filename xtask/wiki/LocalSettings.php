<?php
// The settings of the wiki that proves the report's wikitext. `cargo xtask wiki` and `cargo xtask test` start it.
//
// It is meant to read wikitext the way Meta-Wiki does, to take edits from anyone on this machine, to answer fast,
// and to keep nothing between two answers. It is never meant to be reached from outside.
// The folder with the database comes from the environment: each start works on a copy of its own.

if ( !defined( 'MEDIAWIKI' ) ) {
	exit;
}

$reportWikiFolder = getenv( 'REPORT_WIKI_FOLDER' );
if ( $reportWikiFolder === false ) {
	die( "REPORT_WIKI_FOLDER is not set: start this wiki with `cargo xtask wiki`\n" );
}

// --- Where it is

$wgSitename = 'Report test wiki';
$wgMetaNamespace = 'Project';
$wgServer = 'http://' . ( $_SERVER['HTTP_HOST'] ?? '127.0.0.1' );
$wgScriptPath = '';
$wgResourceBasePath = '';
$wgArticlePath = '/index.php?title=$1';
$wgLanguageCode = 'en';
$wgLocaltimezone = 'UTC';
$wgEnableEmail = false;
$wgPingback = false;

$wgDBtype = 'sqlite';
$wgDBname = 'wiki';
$wgSQLiteDataDir = "$reportWikiFolder/data";
$wgDBservers = [ [
	'type' => 'sqlite',
	'dbname' => 'wiki',
	'tablePrefix' => '',
	// A test wiki may be lost with the machine, but it must never make a test wait for the disk.
	'variables' => [ 'synchronous' => 'OFF' ],
	'dbDirectory' => $wgSQLiteDataDir,
	'trxMode' => 'IMMEDIATE',
	'flags' => 0,
	'load' => 1,
] ];

// By this the command that started a wiki knows that it is this one that answers at its port.
$wgHooks['APIQuerySiteInfoGeneralInfo'][] = static function ( $module, &$general ) use ( $reportWikiFolder ) {
	$general['reportwiki'] = basename( $reportWikiFolder );
};

// --- How it reads wikitext: like Meta-Wiki, and where Meta-Wiki is kinder than older or other wikis, unkinder.

// Meta-Wiki has switched the magic links off. On here, so that text must be safe from them too.
$wgEnableMagicLinks = [ 'ISBN' => true, 'PMID' => true, 'RFC' => true ];
$wgAllowExternalImages = false;
$wgNamespacesWithSubpages[NS_MAIN] = true;
$wgNamespacesWithSubpages[NS_TEMPLATE] = true;
$wgInterwikiMagic = true;
$wgCapitalLinks = true;

// Extensions that bring tags or parser functions of their own, as Meta-Wiki has them: a value must not wake them,
// and a `|` inside one of their tags does not end an argument.
wfLoadExtensions( [
	'CategoryTree', 'Cite', 'ImageMap', 'InputBox', 'ParserFunctions', 'Poem', 'SyntaxHighlight_GeSHi', 'TemplateData',
] );
$wgPFEnableStringFunctions = false;
wfLoadSkin( 'Vector' );
wfLoadSkin( 'MinervaNeue' );
$wgDefaultSkin = 'vector';

// Prefixes that lead to other wikis. A link to a language's prefix leaves the text and becomes an interlanguage link.
$wgHooks['InterwikiLoadPrefix'][] = static function ( $prefix, &$row ) {
	static $languages = [ 'ar', 'de', 'es', 'fr', 'he', 'ja', 'kk', 'ko', 'ru', 'zh' ];
	static $projects = [ 'c', 'commons', 'd', 'foundation', 'm', 'mw', 'phab', 'w', 'wikipedia', 'wikt' ];
	if ( !in_array( $prefix, $languages, true ) && !in_array( $prefix, $projects, true ) ) {
		$row = [];
		return false;
	}
	$row = [
		'iw_prefix' => $prefix, 'iw_url' => "https://$prefix.example.org/wiki/\$1", 'iw_api' => '', 'iw_wikiid' => '',
		'iw_local' => 1, 'iw_trans' => 0,
	];
	return false;
};

// --- Who may do what: anyone may write, as often as they like.

$wgGroupPermissions['*']['edit'] = true;
$wgGroupPermissions['*']['createpage'] = true;
$wgGroupPermissions['*']['noratelimit'] = true;
$wgGroupPermissions['*']['skipcaptcha'] = true;
$wgRateLimits = [];
$wgEnableUploads = false;

// --- Fast, and nothing kept between two answers.

$wgMainCacheType = CACHE_NONE;
$wgParserCacheType = CACHE_NONE;
$wgMessageCacheType = CACHE_NONE;
$wgSessionCacheType = CACHE_DB;
$wgEnableSidebarCache = false;
$wgUseDatabaseMessages = false;
$wgJobRunRate = 0;
$wgDisableCounters = true;
$wgDisableSearchUpdate = true;
$wgRCWatchCategoryMembership = false;
$wgEnableParserLimitReporting = false;
// The texts of the interface as PHP files beside the database, so that the opcode cache holds them.
$wgCacheDirectory = "$reportWikiFolder/cache";
$wgLocalisationCacheConf['store'] = 'array';
$wgInvalidateCacheOnLocalSettingsChange = false;

$wgObjectCaches[CACHE_DB] = [
	'class' => SqlBagOStuff::class,
	'loggroup' => 'SQLBagOStuff',
	'server' => [
		'type' => 'sqlite', 'dbname' => 'wikicache', 'tablePrefix' => '', 'dbDirectory' => $wgSQLiteDataDir,
		'variables' => [ 'synchronous' => 'OFF' ], 'trxMode' => 'IMMEDIATE', 'flags' => 0,
	],
];

// Not secrets: nobody but this machine reaches the wiki.
$wgSecretKey = str_repeat( '0', 64 );
$wgUpgradeKey = str_repeat( '0', 16 );

// A mistake in the wiki or in these settings has to be readable in the test's message.
$wgShowExceptionDetails = true;
