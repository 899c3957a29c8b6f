import { isFault } from "../../fault.ts";
import { decrees2012 } from "./decrees/decrees-2012-2013.ts";
import { decrees2014 } from "./decrees/decrees-2014.ts";
import { decrees2015 } from "./decrees/decrees-2015.ts";
import { decrees2016 } from "./decrees/decrees-2016.ts";
import { decrees2017 } from "./decrees/decrees-2017-2018.ts";
import { decrees2019 } from "./decrees/decrees-2019-2020.ts";
import { decrees2021 } from "./decrees/decrees-2021-2024.ts";
import type { DivisionChange } from "./division-change.ts";
import { readChanges } from "./read-changes.ts";

/** What `knownChanges` is whole for; days outside are answered as the nearest day within. */
export const knownChangesPeriod = { from: "2012-01-01", until: "2024-12-31" } as const;

const decrees = [decrees2012, decrees2014, decrees2015, decrees2016, decrees2017, decrees2019, decrees2021];

/**
 * Every code of GB/T 2260 that began, ended or changed its name in the period. Gathered from decrees of the State Council
 * (国函), the Ministry of Civil Affairs (民函) and provincial governments by github.com/yescallop/areacodes (CC0). The day is
 * that of the decree, or of its publication where the decree itself is not public; offices and documents follow weeks or
 * months later. Parts of counties that went to a neighbour, with both codes staying, are not in it.
 */
export const knownChanges: readonly DivisionChange[] = readKnown();

function readKnown(): readonly DivisionChange[] {
  const changes = readChanges(decrees.join(""));
  if (isFault(changes)) throw new Error(changes.en);
  return changes;
}
