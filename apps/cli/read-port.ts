import { InvalidArgumentError } from "commander";
import { inLanguage } from "./words.ts";

const portMax = 65_535;

/** A port as an option names it; 0 takes any that is free. Throws InvalidArgumentError otherwise. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= portMax) return port;
  throw new InvalidArgumentError(inLanguage({ en: `a number from 0 to ${portMax}.`, zh: `请给 0 到 ${portMax} 的数` }));
}
