import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import { utf8 } from "@mingbai/codec/bytes";
import { findJson } from "@mingbai/codec/find-json";
import { rosterMembersMax } from "@mingbai/ledger/genesis/roster";
import type { Disk } from "@mingbai/log/disk/disk";
import { writeWholeFile } from "@mingbai/log/disk/whole-file";
import { keptHeightsMin } from "@mingbai/sequencer/network/let-go";
import { z } from "zod";

const portMax = 65_535;
const observersMax = 256;
const hostName = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

/** A name or an IP address, without brackets. */
export const Host = z
  .string()
  .refine((text) => isIP(text) !== 0 || hostName.test(text), "is not a host name or an IP address");
export const Port = z.int().min(1).max(portMax);
/** As rosters and events write it. */
export const OrganisationId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,47}$/, "is not an id: small letters, digits and hyphens, 48 at most");
/** Where a browser finds a node: no path, no query. */
export const PageUrl = z
  .url({ protocol: /^https?$/, error: "is not an address such as https://ledger.example" })
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    "is more than https://HOST or https://HOST:PORT",
  );
/** In heights behind the last. */
export const Keep = z.union([z.literal("all"), z.int().min(keptHeightsMin)]);
const Listen = z.strictObject({ host: Host, port: Port });
/** The id by which consensus engines know each other (`nodeIdOf`), and HOST:PORT; an IPv6 address stands in brackets. */
const CometPeer = z.strictObject({
  nodeId: z.string().regex(/^[0-9a-f]{40}$/),
  address: z.string().regex(/^(?:[^\s:[\]]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]):\d{1,5}$/, "is not HOST:PORT"),
});

/**
 * What a node's data folder says of its network, beside the genesis: where it listens, where the others are. It holds no secret
 * and nothing that nodes must agree on; who they are stands in the roster. A folder with this file starts in network mode.
 */
export const NetworkFile = z
  .strictObject({
    format: z.literal("mingbai/network/1"),
    /** Whose node this is. */
    organisation: OrganisationId,
    /** Pages and API. */
    http: Listen,
    /** Other members' links. */
    listen: Listen,
    /** This organisation too; in the order of roster 0. */
    members: z
      .array(
        z.strictObject({
          organisation: OrganisationId,
          host: Host,
          port: Port,
          httpUrl: PageUrl,
          /** Its node keeps all bodies for ever, so that others need not. */
          archive: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(rosterMembersMax),
    /** The consensus engine's own, at the address of `listen`: its peers, and who asks for light blocks. */
    comet: z.strictObject({ p2pPort: Port, rpcPort: Port, peers: z.array(CometPeer).max(rosterMembersMax) }),
    /** Nodes that may follow without a vote, by the key that they show. */
    observers: z
      .array(z.strictObject({ name: OrganisationId, publicKey: z.string().regex(/^[0-9a-f]{64}$/) }))
      .max(observersMax),
    /** How many heights back this node keeps bodies, once enough archives are named (`keptHeights`). */
    keep: Keep.optional(),
  })
  .superRefine(({ members, http, listen, comet }, { addIssue }) => {
    const names = members.map(({ organisation }) => organisation);
    const twice = names.findIndex((name, place) => names.indexOf(name) !== place);
    if (twice !== -1) addIssue({ code: "custom", path: ["members", twice], message: "stands twice" });
    const ports = [http.port, listen.port, comet.p2pPort, comet.rpcPort];
    if (new Set(ports).size < ports.length)
      addIssue({ code: "custom", message: `the ports ${ports.join(", ")} of http, listen and comet must differ` });
  });
export type NetworkFile = Readonly<z.infer<typeof NetworkFile>>;

/** The network file at a path, or undefined where there is none. Throws SyntaxError with what is wrong, and what to do. */
export async function findNetworkFile(path: string): Promise<NetworkFile | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const read = NetworkFile.safeParse(findJson(text));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path: place, message }) => `${place.join(".") || "the file"}: ${message}`);
  throw new SyntaxError(
    `${path} cannot be used: ${faults.join("; ")}. Mend it, or bring it back from the backup or from whoever founded the network`,
  );
}

/** Writes it whole and durably, over one that is there. */
export function writeNetworkFile(disk: Disk, path: string, network: NetworkFile): Promise<void> {
  return writeWholeFile(disk, path, utf8(`${JSON.stringify(NetworkFile.parse(network), null, 2)}\n`));
}

/** The page of this organisation's own node, as browsers reach it; undefined for a node that is no member's. */
export function ownUrl({ organisation, members }: NetworkFile): string | undefined {
  return members.find((member) => member.organisation === organisation)?.httpUrl;
}
