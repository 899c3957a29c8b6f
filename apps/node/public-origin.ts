/** Names by which a machine knows only itself. */
const ownHosts = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Where others reach this node, for addresses that leave it: the first origin of the configuration that is not this machine's
 * own name, else where it listens.
 */
export function publicOrigin(origins: readonly string[], listening: string | undefined): string {
  return origins.find((origin) => !ownHosts.includes(new URL(origin).hostname)) ?? listening ?? origins[0] ?? "";
}
