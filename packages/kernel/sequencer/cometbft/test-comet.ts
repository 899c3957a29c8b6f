import { findCometBinary } from "./comet-binary.ts";

/** Why no test can start CometBFT here, or undefined. */
export const whyNoComet: string | undefined = findCometBinary() === undefined ? "CometBFT is not installed" : undefined;
