import { role } from "@mingbai/ledger/authority/role";
import { writers } from "../../checks/keeping.ts";

/** Who imports: those who write files. */
export const writerReaders = writers.map((name) => role(name));
