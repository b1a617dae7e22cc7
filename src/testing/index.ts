export type { EngineOptions } from "./engine/engine.js";
export type { Program, ProgramCall, RunChanges, TerminalSize } from "./engine/programs/program.js";
export { EndSignal } from "./engine/programs/program.js";
export type { Fault, FaultOptions, Faults } from "./faults.js";
export type { Place } from "./faulty-outlet.js";
export { type Recorder, type RecorderOptions, startRecorder } from "./recorder.js";
export { type Replay, type ReplayOptions, startReplay } from "./replay.js";
export type { LoggedRequest, RequestLog } from "./request-log.js";
export { startTestEngine, type TestEngine, type TestEngineOptions } from "./start-test-engine.js";
