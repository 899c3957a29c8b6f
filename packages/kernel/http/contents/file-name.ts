import { utf8 } from "@mingbai/codec/bytes";
import { fileNameBytesMax } from "../contents-views.ts";

/** Endings that fit each type; the first is added where a name has none of them. */
const endings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/tiff": ["tiff", "tif"],
  "image/heic": ["heic", "heif"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/ofd": ["ofd"],
  "application/xml": ["xml"],
  "text/csv": ["csv", "tsv", "txt"],
  "text/plain": ["txt", "md", "csv", "log"],
};

/**
 * The name in an upload's header, as a label: without folders, characters that are not seen or turn the reading
 * direction, and those that file systems refuse. Undefined where it is no percent-encoded UTF-8 or too long.
 */
export function findFileName(header: unknown): string | undefined {
  const given = typeof header === "string" ? findDecoded(header) : undefined;
  if (given === undefined || utf8(given).length > fileNameBytesMax) return undefined;
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const seen = last.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, "").replaceAll(/[<>:"|?*]/g, "_");
  return seen.replace(/^[.\s]+/, "").trim() || "file";
}

/** The name with an ending that fits what the file is: nothing is handed over under the ending of something else. */
export function fitFileName(name: string, type: string): string {
  const [mediaType = ""] = type.split(";");
  const fitting = endings[mediaType];
  if (fitting === undefined) return name;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && fitting.includes(ending) ? name : `${name}.${fitting[0]}`;
}

function findDecoded(header: string): string | undefined {
  try {
    return decodeURIComponent(header);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
