import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";

/** Who imports: those who write files. */
export const writerReaders = fileWriters.map((name) => role(name));
