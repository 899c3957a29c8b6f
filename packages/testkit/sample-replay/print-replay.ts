import { replaySample } from "./replay-sample.ts";

// A process of its own, for another time zone, locale or Node: `node print-replay.ts SEED`.
console.log(JSON.stringify(replaySample(Number(process.argv[2]))));
