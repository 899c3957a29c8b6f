import { fetchFile } from "@mingbai/sdk/files";
import { useQuery } from "@tanstack/react-query";
import { nodeClient } from "../../../api/node-client.ts";

const halfHourMs = 30 * 60_000;

/**
 * A photo of a household as an address in this page's memory; undefined while it comes, null where it is not to be had. The node
 * opens it for who has opened the household's file, and notes that it did.
 */
export function usePhoto(file: string): string | null | undefined {
  const { data, isError } = useQuery({
    queryKey: ["household photo", file],
    queryFn: async () => dataAddress(await fetchFile(nodeClient, { file })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: halfHourMs,
    retry: false,
  });
  return isError ? null : data;
}

/** What the policy of the pages lets a picture be: it stands in its address, and is in no cache. */
function dataAddress(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("the browser cannot read the photo"));
    reader.readAsDataURL(new Blob([bytes], { type: bytes[0] === 0x89 ? "image/png" : "image/jpeg" }));
  });
}
