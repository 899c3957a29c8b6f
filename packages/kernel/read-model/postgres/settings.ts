/**
 * Settings for a machine of two cores that it shares with the node. Rows are derived from the ledger and each batch
 * commits with its position, so a commit need not wait for the disk: a crash loses rows and position together.
 */
export const settings: Readonly<Record<string, string>> = {
  max_connections: "30",
  // A question locks every part of a list and every index of each.
  max_locks_per_transaction: "256",
  shared_buffers: "128MB",
  work_mem: "16MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "1GB",
  wal_level: "minimal",
  // A segment that is used again still holds what was erased since.
  wal_recycle: "off",
  max_wal_senders: "0",
  synchronous_commit: "off",
  max_worker_processes: "4",
  max_parallel_workers_per_gather: "1",
  huge_pages: "off",
  io_method: "sync",
  jit: "off",
  timezone: "UTC",
  unix_socket_permissions: "0700",
  // Statements and details of errors hold values of rows, and logs hold no personal data.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

/** Settings as flags of `postgres`. */
export function settingFlags(all: Readonly<Record<string, string>>): string[] {
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
