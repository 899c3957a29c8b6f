/** Events that a later domain may make: the effect of a stage moves money and matter in one transaction or neither. */
export { type Move, moved } from "./events/moved.ts";
