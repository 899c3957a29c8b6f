import type { KeyOf } from "./define-texts.ts";
import type { appTexts } from "./texts.ts";

type Parts = (typeof appTexts)[number]["zh"];

/** Every key that code may ask for: an unknown key is a compile error. */
export type TextKey = Parts extends infer Part ? (Part extends unknown ? KeyOf<Part> & string : never) : never;
