import { createLogUpdate } from "log-update";
import type { ProgressBoard } from "./progress-board.js";
import type { ProgressView } from "./progress-view.js";
import type { ProgressOutput } from "./show-progress.js";

/** Draws the board over and over in a terminal, in place. */
export function liveView(output: ProgressOutput, board: ProgressBoard): ProgressView {
  const redraw = createLogUpdate(output, { showCursor: true });
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    timer = undefined;
    const { columns = 80, rows = 24 } = output;
    // The cursor stands in the line below.
    if (output.writable) redraw(board.lines({ columns, most: Math.max(1, rows - 1) }).join("\n"));
  };
  return {
    changed() {
      timer ??= setTimeout(draw, FRAME);
    },
    end() {
      clearTimeout(timer);
      if (!output.writable) return;
      redraw.clear();
      // For the last time in full, however many lines the terminal has: it may scroll now.
      const lines = board.lines({ columns: output.columns ?? 80 });
      if (lines.length > 0) output.write(`${lines.join("\n")}\n`);
    },
  };
}

/** Milliseconds from a change to its drawing: an engine tells of several hundred a second. */
const FRAME = 80;
