import { maskName } from "@mingbai/read-model/mask-name";

/** A row's person as pages show them: the name masked, the account by its end. */
export function maskedRow({ name, payee }: { name: string; payee: string }): { name: string; ending: string } {
  return { name: name === "" ? "" : maskName(name), ending: payee.slice(-4) };
}
