import { Option } from "commander";
import { inLanguage } from "../words.ts";

/** `--as`: the number by which the ledger knows the key that signs. */
export function asOption(): Option {
  return new Option(
    "--as <HEX>",
    inLanguage({
      en: "number of that key on the ledger, 16 hexadecimal digits",
      zh: "这把密钥在账本上的编号，16 位十六进制",
    }),
  ).makeOptionMandatory();
}
