import type { TerminalSize } from "./programs/program.js";
import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** `h` and `w` of a resize. */
export function sizeFrom({ query, world }: Call): TerminalSize {
  const read = (name: string, word: string) => {
    const value = query.get(name) ?? "";
    if (/^\d+$/.test(value)) return Number(value);
    const told = JSON.stringify(value);
    throw new Refusal(
      400,
      world.version.era === 28
        ? `invalid resize ${word} ${told}: invalid syntax`
        : `strconv.Atoi: parsing ${told}: invalid syntax`,
    );
  };
  return { height: read("h", "height"), width: read("w", "width") };
}
