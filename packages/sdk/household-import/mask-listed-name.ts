import { maskName } from "@mingbai/read-model/mask-name";

/** How a person of a list is shown beside a fault: 卢*枝. */
export function maskListedName(name: string): string {
  return maskName(name);
}
