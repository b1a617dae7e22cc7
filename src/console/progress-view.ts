/** A way to show what changes. */
export interface ProgressView {
  /** Something has; `lines` say what, one for each change of a state. */
  changed(lines: readonly string[]): void;
  /** Shows how it stands for the last time. */
  end(): void;
}
