import { villagePortrait } from "./village-portrait.ts";

/** Everything that may be asked about a village as a whole. */
export const villageQueries = [villagePortrait] as const;
