/** The explorer's tables as queries see them. Hashes are hexadecimal text. */
export interface ExplorerTables {
  "explorer.block": BlockTable;
  "explorer.transaction": TransactionTable;
}

export interface BlockTable {
  number: number;
  height: number;
  time_ms: number;
  transactions: number;
  refused: number;
  lines: number;
  bytes: number;
  app_hash: string;
  log_size: number;
  log_root: string;
  effects: string;
  roster: string;
}

export interface TransactionTable {
  log_index: number;
  id: string;
  height: number;
  index: number;
  time_ms: number;
  command: string;
  key_id: string;
  scheme: number;
  lane: number;
  sequence: string;
  expiry_ms: number;
  lines: number;
  result: string;
  batch_id: string;
  body_bytes: number;
  leaf_hash: string;
  lines_root: string;
  events_root: string;
  events: string;
}
