import { join } from "node:path";

/** What lies in a node's data folder, and under which name. */
export function dataFolder(root: string) {
  return {
    root,
    genesis: join(root, "genesis.json"),
    /** Only in a network. */
    network: join(root, "network.json"),
    /** While a node runs: how its operator speaks to it. */
    running: join(root, "running.json"),
    /** Only in a network: CometBFT's own files, and where this node's part in the network stands. */
    comet: join(root, "comet"),
    /** Where a ledger was handed from one organisation to several: by what each says which tree it begins from. */
    handover: join(root, "handover"),
    networkState: join(root, "network"),
    /** Only where bodies were lost everywhere: what the organisations signed of each. */
    voided: join(root, "network", "void"),
    /** Only until a node that joins has joined: from where it is to begin. */
    join: join(root, "join.json"),
    /** Only meanwhile: the state that it begins from. */
    restored: join(root, "restored"),
    /** What its process writes, where `cluster up` keeps it running. */
    log: join(root, "node.log"),
    nodeKey: join(root, "node-key.json"),
    /** Only where an import made the ledger without anyone to ask. */
    passphrase: join(root, "passphrase"),
    ledger: join(root, "ledger"),
    published: join(root, "published"),
    vault: join(root, "vault"),
    /** Sealed texts about households and persons, and the keys to each, of which any can be erased. */
    subjects: join(root, "subjects"),
    /** Which departments are asked, and how; absent where none is. */
    departments: join(root, "departments.json"),
    /** Where their files are dropped, a folder for each, unless another is named. */
    drops: join(root, "drops"),
    /** A county's own map with its approval number; absent where it has none. */
    map: join(root, "map.json"),
    /** What they said, sealed, a folder for each time it was taken. */
    facts: join(root, "facts"),
    /** Sealed drafts, a folder for each account. */
    drafts: join(root, "drafts"),
    /** Sealed, a file for each account: what they read and which filters they named. */
    settings: join(root, "settings"),
    /** Sealed, a file for each account that asked for mail: the address, and what is on its way. */
    mail: join(root, "mail"),
    /** Ciphertexts of files, each under its digest. */
    files: join(root, "files"),
    /** Only in a network: which entries of others are still to come, and files that are not whole yet. */
    sealed: join(root, "sealed"),
    /** Who looked at which file. */
    reads: join(root, "reads"),
    postgres: join(root, "postgres"),
  } as const;
}

export type DataFolder = ReturnType<typeof dataFolder>;
