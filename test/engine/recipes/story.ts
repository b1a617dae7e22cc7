import { setTimeout as sleep } from "node:timers/promises";
import type { Program } from "./programs.js";
import type { World } from "./world.js";

/** What a recipe finds on the engine, what happens while it runs, and what it prints. */
export interface Story {
  readonly prints: RegExp;
  /** What it needs that not every engine has. */
  readonly needs?: "swarm" | "registry";
  before?(world: World): Promise<unknown>;
  /** `cut` breaks every connection that the recipe has. */
  during?(world: World, program: Program, cut: () => void): Promise<unknown>;
  after?(world: World, output: string): Promise<unknown>;
}

/** A shell that says something and goes on. */
export function saying(text: string) {
  return { Cmd: ["sh", "-c", `echo ${text}; exec sleep 1000`] };
}

export function ofProject({ name }: World, service: string) {
  return {
    Labels: { "com.docker.compose.project": name("shop"), "com.docker.compose.service": service },
  };
}

export function checkedBy(script: string) {
  return { Test: ["CMD-SHELL", script], Interval: 300_000_000, Retries: 1 };
}

/** Nobody outside can tell when a program listens: what it is to hear is done until it has. */
export async function until(program: Program, printed: RegExp, act: () => Promise<unknown>): Promise<void> {
  for (let times = 0; times < 20 && !printed.test(program.output); times++) {
    await act();
    await sleep(200);
  }
  await program.printed(printed);
}
