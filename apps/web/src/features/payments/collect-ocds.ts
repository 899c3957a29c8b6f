import { z } from "zod";

/** The parts of a package that joining needs; the rest is handed on as it came. */
const Package = z.looseObject({
  releases: z.array(z.unknown()),
  links: z.object({ next: z.string() }).optional(),
});

/** Packages that are read for one file: 5,000 payments each. */
const packagesMax = 400;

/** What `GET /api/ocds/transactions.json` may be asked: the payments of a fund, or a single one. */
export type OcdsAsked = { readonly fund: string } | { readonly payment: string };

/**
 * All pages of an OCDS 1.1 release package as one: the first page with the releases of the others behind its own. Throws
 * where a page does not come, or there are more than one file takes. `send`: `fetch` of a path at a node.
 */
export async function collectOcds(asked: OcdsAsked, send: (path: string) => Promise<Response>): Promise<Blob> {
  let address: string | undefined = `/api/ocds/transactions.json?${new URLSearchParams(asked)}`;
  let first: z.infer<typeof Package> | undefined;
  const releases: unknown[] = [];
  for (let pages = 0; address !== undefined; pages++) {
    if (pages === packagesMax) throw new RangeError("more payments than one file takes");
    const answer = await send(address);
    if (!answer.ok) throw new Error(`the node answered ${answer.status}`);
    const { links, ...page } = Package.parse(await answer.json());
    first ??= page;
    for (const release of page.releases) releases.push(release);
    // Only the question is taken over: pages come from the node in hand.
    address = links && `/api/ocds/transactions.json${new URL(links.next).search}`;
  }
  return new Blob([JSON.stringify({ ...first, releases })], { type: "application/json" });
}
