import { alikeListed } from "./alike-listed.ts";
import { files } from "./files.ts";
import { importHouseholds } from "./import-households.ts";
import { imports } from "./imports.ts";
import { known } from "./known.ts";

/** Everything that an import asks. */
export const importQueries = [known, alikeListed, files, imports, importHouseholds] as const;
