import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { findGivenPart } from "@mingbai/read-model/given-part";
import type { Vault } from "@mingbai/read-model/vault-port";
import type { SubjectReader } from "../subjects/subject-reader.ts";

/** A node's vaults as projections ask them: parts of subjects by their names, everything else in the vault of contents. */
export function joinedVault({
  contents,
  subjects,
}: {
  contents: Vault;
  subjects: Pick<SubjectReader, "find" | "findMany">;
}): Vault {
  const find = (name: string): Promise<CanonicalObject | undefined> => {
    const part = findGivenPart(name);
    return part === undefined ? contents.find(name) : subjects.find(part);
  };
  return {
    find,
    async findMany(names) {
      const parts = names.map(findGivenPart);
      const found = (await subjects.findMany(parts.filter((part) => part !== undefined))).values();
      return Promise.all(names.map((name, at) => (parts[at] ? found.next().value : contents.find(name))));
    },
  };
}
