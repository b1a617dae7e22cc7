/** Where a manager listens when nothing is said, as with the docker CLI. The engine refuses a node without it. */
export const anyAddress = "0.0.0.0:2377";
