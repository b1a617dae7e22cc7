/** The actions of the category execution, in the order in which they are shown. */
export { runScript } from "./run-script.js";
