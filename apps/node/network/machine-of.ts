const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);

/** Whether a name or an address is this machine's own. */
export function isLoopback(host: string): boolean {
  return loopback.has(host.toLowerCase());
}

/** One name for a machine, however it is spelt. */
export function machineOf(host: string): string {
  return isLoopback(host) ? "localhost" : host.toLowerCase();
}
