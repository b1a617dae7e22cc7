/** The actions of the category exec, in the order in which they are shown. */
export { execCreate } from "./exec-create.js";
export { execInspect } from "./exec-inspect.js";
export { execResize } from "./exec-resize.js";
export { execStart } from "./exec-start.js";
