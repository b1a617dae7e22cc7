/** The actions of the category images, in the order in which they are shown. */

export { buildImage } from "./build-image.js";
export { createImageFromPackages } from "./create-image-from-packages.js";
export { imageHistory } from "./image-history.js";
export { imageLoad } from "./image-load.js";
export { imageSave } from "./image-save.js";
export { imagesSave } from "./images-save.js";
export { inspectDistribution } from "./inspect-distribution.js";
export { inspectImage } from "./inspect-image.js";
export { listImages } from "./list-images.js";
export { pruneBuildCache } from "./prune-build-cache.js";
export { pruneImages } from "./prune-images.js";
export { pullImage } from "./pull-image.js";
export { pushImage } from "./push-image.js";
export { removeImage } from "./remove-image.js";
export { searchImages } from "./search-images.js";
export { tagImage } from "./tag-image.js";
export { updateImages } from "./update-images.js";
