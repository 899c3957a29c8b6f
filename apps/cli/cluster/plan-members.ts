import { isIPv6 } from "node:net";
import { machineOf } from "@mingbai/app-node/network/machine-of";
import { type NetworkFile, Port } from "@mingbai/app-node/network/network-file";
import { inLanguage } from "../words.ts";
import type { Administrator, ListedMember, MemberKeys, MembersFile } from "./members-file.ts";

/** A member with everything that its entry left open. */
export interface PlannedMember {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly host: string;
  readonly url: string;
  readonly power: number;
  readonly archive?: boolean | undefined;
  readonly keep?: NetworkFile["keep"];
  readonly ports: { readonly http: number; readonly links: number; readonly p2p: number; readonly rpc: number };
  readonly keys?: MemberKeys | undefined;
  readonly administrator?: Administrator | undefined;
}

export interface ClusterPlan {
  readonly name: string;
  readonly currency: { readonly code: string; readonly decimals: number };
  readonly zoneOffsetMinutes: number;
  /** The domain that passkeys are made for. */
  readonly site: string;
  readonly members: readonly PlannedMember[];
}

/** Between two nodes of one machine. */
const portStep = 10;
/** A node's ports above its first. The demo's bank takes the one after the pages'. */
const portOffsets = { http: 0, links: 2, p2p: 3, rpc: 4 } as const;

/**
 * Fills in ports, addresses and site. Throws RangeError where members cannot stand beside each other. `hasLedger`: the ledger
 * is there already with its people, so that members bring keys and no administrator.
 */
export function planMembers(
  { ledger, basePort, members: listed }: MembersFile,
  { hasLedger = false }: { hasLedger?: boolean } = {},
): ClusterPlan {
  refuseTwice(listed.map(({ id }) => id));
  if (!hasLedger) refuseHalfKeys(listed);
  refuseTwice(listed.flatMap(({ keys }) => Object.values(keys ?? {})));
  refuseTwice(listed.flatMap(({ administrator }) => (administrator === undefined ? [] : [administrator.account])));
  const placed = new Map<string, number>();
  const members = listed.map((member) => {
    const machine = machineOf(member.host);
    const before = placed.get(machine) ?? 0;
    placed.set(machine, before + 1);
    return plannedMember(member, basePort + before * portStep);
  });
  refuseTwice(members.flatMap(({ host, ports }) => Object.values(ports).map((port) => `${machineOf(host)}:${port}`)));
  refuseTwice(members.map(({ url }) => url));
  const { name, currency, zoneOffsetMinutes } = ledger;
  return { name, currency, zoneOffsetMinutes, site: siteOf(members, ledger.site), members };
}

function plannedMember(member: ListedMember, firstPort: number): PlannedMember {
  const { host, url, ports, ...rest } = member;
  const port = (name: keyof typeof portOffsets): number => ports[name] ?? usablePort(firstPort + portOffsets[name]);
  const http = port("http");
  return {
    ...rest,
    host,
    url: url ?? new URL(`http://${isIPv6(host) ? `[${host}]` : host}:${http}`).origin,
    ports: { http, links: port("links"), p2p: port("p2p"), rpc: port("rpc") },
  };
}

function usablePort(port: number): number {
  if (Port.safeParse(port).success) return port;
  throw new RangeError(
    inLanguage({
      en: `port ${port} does not exist: begin lower with basePort, or name the ports`,
      zh: `没有 ${port} 这个端口：请把 basePort 改小，或逐个写明端口`,
    }),
  );
}

/** Passkeys belong to one domain and those below it (WebAuthn, relying party id). */
function siteOf(members: readonly PlannedMember[], given: string | undefined): string {
  const hosts = members.map(({ url }) => new URL(url).hostname);
  const site = given ?? hosts[0] ?? "";
  const outside = hosts.find((host) => host !== site && !host.endsWith(`.${site}`));
  if (outside === undefined) return site;
  throw new RangeError(
    inLanguage({
      en: `the pages at ${outside} do not lie in ${site}: passkeys need one domain for all; name it as ledger.site, and each node's page below it as url`,
      zh: `${outside} 的网页不在 ${site} 之下：通行密钥要求大家同属一个域名；请用 ledger.site 写明，并把各节点的 url 放在它之下`,
    }),
  );
}

function refuseHalfKeys(members: readonly ListedMember[]): void {
  const withKeys = members.filter(({ keys, administrator }) => keys !== undefined && administrator !== undefined);
  const withAny = members.filter(({ keys, administrator }) => keys !== undefined || administrator !== undefined);
  if (withAny.length === 0 || withKeys.length === members.length) return;
  const bare = members.find((member) => !withKeys.includes(member));
  throw new RangeError(
    inLanguage({
      en: `${bare?.id} has no keys and others have: either every member brings what \`mingbai cluster key\` printed (keys and administrator), or none does and all keys are made here`,
      zh: `${bare?.id} 没有公钥而别的成员有：要么每个成员都附上 mingbai cluster key 打印的内容（keys 和 administrator），要么都不附、密钥全在这里生成`,
    }),
  );
}

function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice === undefined) return;
  throw new RangeError(
    inLanguage({ en: `two members have the same ${twice}`, zh: `有两处相同：${twice}，成员之间不能共用` }),
  );
}
