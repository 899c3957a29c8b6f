import type { Language } from "@mingbai/app-web/src/i18n/language";
import type { LedgerStatus } from "@mingbai/http/explorer-views";
import type { z } from "zod";
import type { Text } from "./texts/text.ts";

/** A question's name and shapes, as domains and kernel declare them. */
export interface View {
  readonly name: string;
  readonly params: z.ZodObject;
  readonly result: z.ZodType;
}

/** Asks as nobody in particular: whatever a page shows, anyone may ask for. Throws `Refused` where there is no answer. */
export type Ask = <V extends View>(view: V, params: z.input<V["params"]>) => Promise<z.output<V["result"]>>;

export type ResultOf<V extends View> = z.output<V["result"]>;

/** The node's refusal of a question, with its code and HTTP status. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}

/** Parameters of an address; those that are undefined are left out. */
export type AddressParams = Readonly<Record<string, string | number | undefined>>;

/** How a page is read: in which language, how large, and what every link must keep of that. */
export interface Look {
  readonly language: Language;
  readonly large: boolean;
  readonly t: Text;
  /** The address of a page of the portal in the same look; `path` is empty or begins with a slash. */
  link(path: string, params?: AddressParams): string;
}

/** What every page is made from. */
export interface Scene extends Look {
  readonly ask: Ask;
  readonly status: LedgerStatus;
  readonly query: URLSearchParams;
  /** Where the portal is, as the ledger names it. */
  readonly origin: string | undefined;
}
