/**
 * Who may import whom, as docs/ARCHITECTURE.md has it. A name is a workspace package without its scope; a package may
 * always import itself. Tests and `testkit` stand outside the layers: see `testSees`.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  codec: [],
  crypto: ["codec"],
  ledger: ["codec", "crypto"],
  log: ["codec", "crypto", "ledger"],
  exchange: ["codec", "crypto", "ledger", "log"],
  sequencer: ["codec", "crypto", "ledger", "log", "exchange"],
  "read-model": ["codec", "crypto", "ledger", "log"],
  http: ["codec", "crypto", "ledger", "log", "sequencer", "read-model"],
  tabular: ["codec"],
  iso20022: ["codec"],
  rules: ["codec"],
  "national-codes": ["codec"],
  matching: ["codec", "national-codes"],
  measures: ["codec"],
  "private-comparison": ["codec", "crypto"],
  sdk: ["codec", "crypto", "ledger"],
  testkit: [
    "codec",
    "crypto",
    "ledger",
    "log",
    "exchange",
    "sequencer",
    "read-model",
    "http",
    "sdk",
    "tabular",
    "iso20022",
    "rules",
    "national-codes",
    "matching",
    "measures",
    "private-comparison",
  ],
};

/** Single parts that a package sees of others: what checks a receipt offline, and the shapes of answers. */
export const parts: Readonly<Record<string, readonly RegExp[]>> = {
  sdk: [
    /^log\/merkle\//,
    /^http\/[\w-]*views$/,
    // Lists of payments are read, checked and made into batches in the page that proposes them.
    /^tabular\/(read|columns|mapping|workbook)\/|^tabular\/payments\/amount-notes$/,
    /^treasury\/(schema|views|content|batch\/(layout|encode-batch)|day-close\/(schema|equation))$/,
    // Household lists become files in the page, or the program, that imports them.
    /^registry\/(schema|views\/import|content\/.+)$/,
    /^workflow\/views\/personal-settings$/,
    /^read-model\/mask-name$/,
  ],
};

/** What may stand at the top of a domain's folder, and what it is. Helpers have folders of their own. */
export const domainRoles: Readonly<Record<string, string>> = {
  schema: "schemas and types, safe in a browser",
  views: "shapes of answers to pages, safe in a browser",
  "vault-content": "what the vault keeps about it, safe in a browser",
  content: "texts that the ledger only commits to, safe in a browser",
  stages: "where a matter can stand and whose turn it is, safe in a browser",
  effects: "events that later domains may make too",
  refusals: "the declared codes",
  tables: "the stores that its state stands in",
  checks: "conditions that several commands share",
  reads: "pure questions that other domains may ask",
  payments: "the handler of payment batches",
  "role-groups": "which roles a command is open to",
  "founding-events": "what a new ledger begins with",
  projection: "events to SQL",
  queries: "what SQL is asked",
  routes: "HTTP that no definition gives",
  index: "the definition of the domain",
};

/** The domains in their order: one sees the face of those before it. The last two are seen by none. */
export const domainOrder = [
  "identity",
  "evidence",
  "workflow",
  "treasury",
  "levels",
  "posts",
  "registry",
  "governance",
  "seals",
  "certificates",
  "programmes",
  "supplies",
  "supervision",
  "appraisal",
  "analytics",
  "disclosure",
] as const;

/** Domains that read all others and that no domain imports. */
export const readingDomains: readonly string[] = ["analytics", "disclosure"];

/** What every file of a domain sees of the kernel. */
export const domainSees: readonly string[] = ["codec", "crypto", "ledger"];

/** Packages of one field's own knowledge, and the domains that need it. */
export const domainUses: Readonly<Record<string, readonly string[]>> = {
  registry: ["tabular", "rules", "national-codes", "matching", "measures", "private-comparison"],
};

/** What only these files of a domain see besides. */
export const domainOutsideFiles = /^(projection|queries|routes)(\.ts$|\/)|^migrations\//;
export const domainOutsideSees: readonly string[] = ["read-model", "http"];

/** What one domain may know of another: what it takes, answers, and may be asked, and the events that it lets others make. */
export const domainFace = /^(schema|reads|views|stages|content|effects)(\/|$)/;

/**
 * What applications see. `all` composes the product; `views` is a page: the SDK, and the schemas and views of domains
 * and kernel, which hold types and checks but no machinery.
 */
export const apps: Readonly<Record<string, "all" | "views">> = {
  node: "all",
  cli: "all",
  bank: "all",
  department: "all",
  web: "views",
  portal: "views",
  field: "views",
};

/** What a page may import of each domain besides its face: readers of signed bytes, so that proofs are shown from themselves. */
export const pageReads: readonly RegExp[] = [
  /^treasury\/batch\/(layout|read-batch)$/,
  /^treasury\/bank\/(bank-day|reconcile)$/,
];

/** What one application shares with another: wording and formats, so that one thing has one word on every page. */
export const appParts: Readonly<Record<string, readonly RegExp[]>> = {
  portal: [
    /^web\/src\/i18n\/(define-texts|language|text-key|texts)$/,
    /^web\/src\/ui\/format-(money|time)$/,
    /^web\/src\/features\/verify\/(check-words|shown-verdict|verdict)$/,
  ],
  // One device has one key, one language and one size of type, whichever of the two is open; and one way to build pages.
  field: [
    /^web\/build\/(build-once|source-digest)$/,
    /^web\/src\/(strict-policy|ui\/shrink-photo|api\/node-client|keys\/(device-key|find-signer|key-store))$/,
    /^web\/src\/i18n\/(define-texts|language)$/,
    /^web\/src\/ui\/(format-time|remembered|use-look)$/,
  ],
};

/** What a page may import of each kernel package: formats and views. */
export const pageSees: readonly RegExp[] = [
  /^sdk(\/|$)/,
  /^codec\//,
  /^crypto\//,
  /^iso20022\/(camt053|fault)$/,
  /^(rules|national-codes|measures|tabular)\//,
  /^http\/[\w-]*views$/,
  /^log\/merkle\//,
  /^ledger\/(calendar|definition|proofs|transaction)\//,
];
