/** The entry `docker-engine-sdk/console`: what a program shows of a job in a terminal. */

export {
  type ProgressJob,
  type ProgressOutput,
  type ShowProgressOptions,
  showProgress,
} from "./show-progress.js";
