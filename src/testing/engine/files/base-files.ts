import { type Folder, newFile } from "./file-node.js";
import { FileTree } from "./file-tree.js";

/** The commands that are files of every image. */
const applets =
  "busybox cat chmod cp date echo env false grep head id kill ls mkdir mv printf pwd rm seq sh sleep stat stty tail test touch true uname wc which whoami yes".split(
    " ",
  );

/** What every image of the test engine holds: as much of a small Linux as programs look for. */
export function baseFiles(): Folder {
  const tree = new FileTree();
  const epoch = new Date(0);
  for (const folder of ["/bin", "/etc", "/root", "/tmp", "/dev", "/proc", "/sys"]) tree.makeFolder(folder);
  tree.put("/bin/busybox", newFile("#!busybox of the test engine\n", 0o755, epoch));
  for (const name of applets.slice(1))
    tree.put(`/bin/${name}`, { kind: "link", target: "busybox", mtime: epoch });
  tree.put(
    "/etc/passwd",
    newFile("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n", 0o644, epoch),
  );
  tree.put("/etc/group", newFile("root:x:0:\nnogroup:x:65534:\n", 0o644, epoch));
  return tree.root;
}
