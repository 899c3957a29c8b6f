import { ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import { listDrafts, loadDraft, saveDraft } from "@mingbai/sdk/index";
import { nodeClient } from "../../../api/node-client.ts";

const labelCharsMax = 100;

/** The mapping that this person has confirmed for lists of this layout; it lies with their drafts, under the layout's fingerprint. */
export async function findSavedMapping(fingerprint: string): Promise<ImportMapping | undefined> {
  const found = await findDraft(fingerprint);
  const read = ImportMapping.safeParse(found?.content);
  return read.success ? read.data : undefined;
}

/** Saves a mapping in the place of the one before. */
export async function saveMapping(of: { fingerprint: string; name: string; mapping: ImportMapping }): Promise<void> {
  const version = (await findDraft(of.fingerprint))?.version ?? 0;
  const label = of.name.slice(0, labelCharsMax);
  const content = JSON.parse(JSON.stringify(of.mapping));
  await saveDraft(nodeClient, of.fingerprint, { version, label, content });
}

/** Asked for in the list of drafts first: most layouts are new. */
async function findDraft(fingerprint: string) {
  const drafts = await listDrafts(nodeClient);
  return drafts.some(({ id }) => id === fingerprint) ? loadDraft(nodeClient, fingerprint) : undefined;
}
