import { resolve } from "node:path";

/** The folder of the checkout. */
export const rootFolder = resolve(import.meta.dirname, "../..");
